import { join } from 'node:path';
import Database from 'better-sqlite3';
import { joinPersonal } from '../../../server/storage/personal/join-personal.ts';
import type { FieldRecord } from './make-records.ts';

export interface Proof {
  readonly lost: number;
  readonly twice: number;
  readonly changed: number;
}

/** Reads the database behind the server's back: each of these records must be there once, byte for byte. */
export function prove(dataDir: string, records: Iterable<FieldRecord>): Proof {
  const database = new Database(join(dataDir, 'waymark.sqlite'), { fileMustExist: true });
  try {
    const find = database.prepare<[string], { hash: string; payload: string; content: string | null }>(
      `select hash, payload, content from submissions
        left join personal_data on personal_data.sequence = submissions.sequence where id = ?`,
    );
    let lost = 0;
    let twice = 0;
    let changed = 0;
    for (const { id, hash, payload } of records) {
      const rows = find.all(id);
      if (rows.length === 0) lost += 1;
      if (rows.length > 1) twice += 1;
      const kept = rows.map((row) => ({ hash: row.hash, text: joinPersonal(row.payload, row.content) }));
      if (kept.some((row) => row.hash !== hash || !Buffer.from(row.text).equals(Buffer.from(payload))))
        changed += 1;
    }
    return { lost, twice, changed };
  } finally {
    database.close();
  }
}

/** SQLite's own check of the whole file; `ok` where nothing is wrong. */
export function integrityOf(dataDir: string): string {
  const database = new Database(join(dataDir, 'waymark.sqlite'), { fileMustExist: true });
  try {
    return String(database.pragma('integrity_check', { simple: true }));
  } finally {
    database.close();
  }
}
