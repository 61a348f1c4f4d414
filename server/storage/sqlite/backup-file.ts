import Database from 'better-sqlite3';
import { WaymarkError } from '../../../contracts/errors.ts';
import { checkHistory, type AppliedStep } from './check-history.ts';
import { checkIdentity } from './check-identity.ts';
import { MIGRATIONS } from './migrations.ts';
import { translateError } from './translate-error.ts';

/** How many rows of each kind a database holds. */
export interface Contents {
  readonly studies: number;
  /** Every record kept, those in quarantine and conflict among them. */
  readonly records: number;
  readonly tablets: number;
  readonly people: number;
}

/** A file of the data folder beside the database, such as the institution's keys. */
export interface ExtraFile {
  /** Path within the data folder, with `/`. */
  readonly name: string;
  readonly content: Buffer;
}

/** Pages copied at a time. Other writers are never blocked: the copy reads from one moment of the log. */
const PAGES = 4000;
const EXTRAS = 'waymark_backup_files';

/**
 * Copies a database that may be in use to `to`, as it was at one moment, and adds the other files of the data
 * folder to the copy, so that a backup is one file. Checks the copy before it resolves.
 *
 * @throws WaymarkError DATABASE_FOREIGN, DATABASE_UNREADABLE, DISK_FULL
 */
export async function writeBackupFile(
  from: string,
  to: string,
  extras: readonly ExtraFile[],
): Promise<Contents> {
  const source = open(from);
  let before: Contents;
  try {
    checkIdentity(source, from);
    // An open read transaction holds the moment: without it, the copy would begin again with each write.
    source.exec('begin');
    before = countAll(source);
    await source.backup(to, { progress: () => PAGES });
    source.exec('commit');
  } catch (error) {
    throw translateError(error, from);
  } finally {
    source.close();
  }
  const copy = open(to);
  try {
    // One file, without a log beside it.
    copy.pragma('journal_mode = DELETE');
    copy.exec(`create table ${EXTRAS} (name text not null primary key, content blob not null)`);
    const add = copy.prepare(`insert into ${EXTRAS} (name, content) values (?, ?)`);
    for (const { name, content } of extras) add.run(name, content);
    requireSame(countAll(copy), before, to);
    requireIntact(copy, to);
    return before;
  } catch (error) {
    throw translateError(error, to);
  } finally {
    copy.close();
  }
}

/**
 * Checks a backup without changing it: that it is Waymark's, of a history this Waymark knows, and undamaged.
 *
 * @throws WaymarkError DATABASE_FOREIGN, DATABASE_NEWER, DATABASE_UNREADABLE
 */
export function checkBackupFile(path: string): Contents {
  const backup = open(path, true);
  try {
    checkIdentity(backup, path);
    const columns = backup.pragma('table_info(waymark_migrations)') as { name: string }[];
    if (columns.length === 0)
      throw new WaymarkError('DATABASE_FOREIGN', `${path} is empty: it is no backup.`, 'Name another file.');
    const hash = columns.some(({ name }) => name === 'hash') ? 'hash' : 'null';
    const steps = backup
      .prepare<[], AppliedStep>(
        `select position, name, ${hash} as hash from waymark_migrations order by position`,
      )
      .all();
    checkHistory(steps, MIGRATIONS, path);
    requireIntact(backup, path);
    return countAll(backup);
  } catch (error) {
    throw translateError(error, path);
  } finally {
    backup.close();
  }
}

/** Takes the other files out of a copy of a backup, and leaves a plain database. Checks it again. */
export function unpackBackupFile(path: string, expected: Contents): ExtraFile[] {
  const copy = open(path);
  try {
    const has = copy.prepare('select 1 from sqlite_master where name = ?').get(EXTRAS) !== undefined;
    const extras = has
      ? copy.prepare<[], ExtraFile>(`select name, content from ${EXTRAS} order by name`).all()
      : [];
    copy.exec(`drop table if exists ${EXTRAS}`);
    requireSame(countAll(copy), expected, path);
    requireIntact(copy, path);
    return extras;
  } catch (error) {
    throw translateError(error, path);
  } finally {
    copy.close();
  }
}

function open(path: string, readonly = false): Database.Database {
  try {
    return new Database(path, { fileMustExist: true, readonly, timeout: 10_000 });
  } catch (error) {
    throw translateError(error, path);
  }
}

function countAll(database: Database.Database): Contents {
  const count = (table: string): number =>
    Number(database.prepare(`select count(*) from ${table}`).pluck().get());
  return {
    studies: count('studies'),
    records: count('submissions'),
    tablets: count('tablets'),
    people: count('people'),
  };
}

function requireSame(found: Contents, expected: Contents, where: string): void {
  if (JSON.stringify(found) === JSON.stringify(expected)) return;
  throw new WaymarkError(
    'DATABASE_UNREADABLE',
    `${where} holds ${JSON.stringify(found)} where ${JSON.stringify(expected)} was expected.`,
    'The copy was thrown away. Try again; if it stays, check the disk.',
  );
}

function requireIntact(database: Database.Database, where: string): void {
  const verdict = String(database.pragma('integrity_check', { simple: true }));
  const orphans = (database.pragma('foreign_key_check') as unknown[]).length;
  if (verdict === 'ok' && orphans === 0) return;
  throw new WaymarkError(
    'DATABASE_UNREADABLE',
    `${where} is damaged: ${verdict === 'ok' ? `${orphans} rows refer to nothing` : verdict.slice(0, 200)}.`,
    'Use another backup.',
  );
}
