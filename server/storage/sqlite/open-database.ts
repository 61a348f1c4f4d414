import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { WaymarkError } from '../../../contracts/errors.ts';
import { checkIdentity } from './check-identity.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';
import type { Tables } from './tables.ts';
import { translateError } from './translate-error.ts';
import { WaymarkDialect } from './waymark-dialect.ts';

/** Pages in the log before it is merged into the file: 16 MB. Fewer merges, each flushed, while tablets deliver. */
const CHECKPOINT_PAGES = 4000;

export interface OpenOptions {
  /** Largest size of the file in pages of 4096 bytes; tests use it to fill the disk. */
  readonly maxPages?: number;
}

/**
 * Opens (or makes) the database file and brings its schema up to date.
 *
 * Write-ahead log, and every commit flushed to the disk before it counts (`synchronous=FULL`), because a
 * tablet deletes its copy on the strength of our receipt.
 *
 * @throws WaymarkError DATABASE_UNREADABLE, DATABASE_FOREIGN, DATABASE_NEWER, DISK_FULL, FILE_UNWRITABLE
 */
export async function openDatabase(path: string, options: OpenOptions = {}): Promise<Kysely<Tables>> {
  const db = new Kysely<Tables>({ dialect: new WaymarkDialect(openFile(path, options), path) });
  try {
    await migrate(db, MIGRATIONS, path);
    return db;
  } catch (error) {
    await db.destroy();
    throw translateError(error, path);
  }
}

function openFile(path: string, options: OpenOptions): Database.Database {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new WaymarkError(
      'FILE_UNWRITABLE',
      `The data folder ${dirname(path)} could not be made: ${error instanceof Error ? error.message : String(error)}.`,
      'Choose a folder that this user may write to, with --data DIR.',
    );
  }
  let database: Database.Database | undefined;
  try {
    database = new Database(path, { timeout: 10_000 });
    checkIdentity(database, path);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    // What is deleted is overwritten: personal data must be gone from the file when it is erased.
    database.pragma('secure_delete = ON');
    database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    if (options.maxPages) database.pragma(`max_page_count = ${options.maxPages}`);
    return database;
  } catch (error) {
    database?.close();
    throw translateError(error, path);
  }
}
