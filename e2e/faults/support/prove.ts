import { join } from 'node:path';
import Database from 'better-sqlite3';
import { joinPersonal } from '../../../server/storage/personal/join-personal.ts';
import type { FieldRecord } from './make-records.ts';

export interface Proof {
  readonly lost: number;
  readonly twice: number;
  readonly changed: number;
}

/** A record as the server holds it: the hash of what was sent, and what was inside, its personal parts back in place. */
interface Stored {
  readonly hash: string;
  readonly payload: string;
  readonly receivedAt: string;
}

const FIND = `select hash, payload, content, received_at as receivedAt from submissions
  left join personal_data on personal_data.sequence = submissions.sequence where id = ?`;

type Row = Stored & { readonly content: string | null };

const find = (database: Database.Database, id: string): Stored[] =>
  database
    .prepare<[string], Row>(FIND)
    .all(id)
    .map(({ content, payload, ...row }) => ({ ...row, payload: joinPersonal(payload, content) }));

function read<T>(dataDir: string, use: (database: Database.Database) => T): T {
  const database = new Database(join(dataDir, 'waymark.sqlite'), { fileMustExist: true });
  try {
    return use(database);
  } finally {
    database.close();
  }
}

/** Every row of one record, behind the server's back. */
export const readStored = (dataDir: string, id: string): Stored[] =>
  read(dataDir, (database) => find(database, id));

/** Reads the database behind the server's back: each of these records must be there once, byte for byte. */
export function prove(dataDir: string, records: Iterable<FieldRecord>): Proof {
  return read(dataDir, (database) => {
    let lost = 0;
    let twice = 0;
    let changed = 0;
    for (const { id, hash, payload, inside = payload } of records) {
      const rows = find(database, id);
      if (rows.length === 0) lost += 1;
      if (rows.length > 1) twice += 1;
      if (rows.some((row) => row.hash !== hash || !Buffer.from(row.payload).equals(Buffer.from(inside))))
        changed += 1;
    }
    return { lost, twice, changed };
  });
}

/** SQLite's own check of the whole file; `ok` where nothing is wrong. */
export const integrityOf = (dataDir: string): string =>
  read(dataDir, (database) => String(database.pragma('integrity_check', { simple: true })));
