import type Database from 'better-sqlite3';
import { WaymarkError } from '../../../contracts/errors.ts';

/** SQLite's `application_id` of a Waymark database: "Wymk" in ASCII. Tools such as `file` show it. */
export const APPLICATION_ID = 0x57796d6b;

/**
 * Refuses a database that is not Waymark's, before anything in it is touched: another program's file that
 * happens to have our name must not be adopted. An empty one is taken; one of a Waymark from before the mark
 * existed is known by its list of schema steps.
 *
 * @throws WaymarkError DATABASE_FOREIGN
 */
export function checkIdentity(database: Database.Database, where: string): void {
  const id = Number(database.pragma('application_id', { simple: true }));
  if (id === APPLICATION_ID) return;
  const tables = database
    .prepare<[], { name: string }>(`select name from sqlite_master where type = 'table' order by name`)
    .all()
    .map(({ name }) => name);
  if (id === 0 && (tables.length === 0 || tables.includes('waymark_migrations'))) return;
  const what =
    id === 0
      ? `tables ${tables.slice(0, 3).join(', ')}`
      : `application id 0x${id.toString(16).padStart(8, '0')}`;
  throw new WaymarkError(
    'DATABASE_FOREIGN',
    `${where} is an SQLite database, but not one of Waymark's: it has ${what}.`,
    'Point --data at another folder, or move that file away. Nothing was changed.',
  );
}
