import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Store } from './storage/port.ts';
import { openDatabase } from './storage/sqlite/open-database.ts';
import { createSqliteStore } from './storage/sqlite/sqlite-store.ts';

/** Name of the database within the data folder. */
const DATABASE_FILE = 'waymark.sqlite';

export interface OpenStore {
  readonly store: Store;
  /** The same database, for the auth library, which keeps its tables beside ours. */
  readonly db: Kysely<never>;
  readonly engine: 'sqlite' | 'postgres';
}

/**
 * Opens the storage of a data folder. The one place that names a storage engine.
 *
 * @throws WaymarkError DATABASE_UNREADABLE, DATABASE_NEWER, DISK_FULL, FILE_UNWRITABLE
 */
export async function openStore(dataDir: string): Promise<OpenStore> {
  const db = await openDatabase(join(dataDir, DATABASE_FILE));
  return { store: createSqliteStore(db), db: db.withTables<never>(), engine: 'sqlite' };
}
