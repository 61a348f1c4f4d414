import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Store } from './storage/port.ts';
import { openDatabase } from './storage/sqlite/open-database.ts';
import { createSqliteStore } from './storage/sqlite/sqlite-store.ts';

/** Name of the database within the data folder. */
const DATABASE_FILE = 'waymark.sqlite';

/** The files of a data folder's database: the one that is always there first. */
export const databaseFiles = (dataDir: string): readonly [string, ...string[]] => [
  join(dataDir, DATABASE_FILE),
  join(dataDir, `${DATABASE_FILE}-wal`),
  join(dataDir, `${DATABASE_FILE}-shm`),
];

export interface OpenStore {
  readonly store: Store;
  /** The same database, for the auth library, which keeps its tables beside ours. */
  readonly db: Kysely<never>;
  readonly engine: 'sqlite' | 'postgres';
}

/**
 * Opens the storage of a data folder. The one place that names a storage engine.
 *
 * @throws WaymarkError DATABASE_UNREADABLE, DATABASE_FOREIGN, DATABASE_NEWER, DISK_FULL, FILE_UNWRITABLE
 */
export async function openStore(dataDir: string): Promise<OpenStore> {
  const db = await openDatabase(databaseFiles(dataDir)[0]);
  return { store: createSqliteStore(db), db: db.withTables<never>(), engine: 'sqlite' };
}

export {
  checkBackupFile,
  unpackBackupFile,
  writeBackupFile,
  type Contents,
  type ExtraFile,
} from './storage/sqlite/backup-file.ts';
