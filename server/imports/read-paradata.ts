import { WaymarkError } from '../../contracts/errors.ts';
import { findColumn } from './find-column.ts';
import { readCsv } from './read-csv.ts';
import { readDecimal } from './read-decimal.ts';

/** How an interview was made. Null: not recorded. */
export interface Paradata {
  readonly enumerator: string | null;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly receivedAt: string | null;
  readonly activeMs: number | null;
  readonly person: string | null;
}

const COLUMNS = {
  enumerator: 'enumerator',
  startedAt: 'started_at',
  finishedAt: 'finished_at',
  receivedAt: 'received_at',
  activeMs: 'active_seconds',
  person: 'person',
} as const;

/**
 * Reads a CSV file of interviews by id: `enumerator`, `started_at`, `finished_at`, `received_at` (ISO 8601),
 * `active_seconds` and `person` (anything that tells respondents apart). A column that is not there, or a
 * blank cell, is "not recorded".
 *
 * Throws what `readCsv` throws, UNKNOWN_COLUMN without an `id`, DUPLICATE_ID and BAD_NUMBER (a time or a
 * duration that is none), each with line and column.
 */
export async function readParadata(path: string): Promise<ReadonlyMap<string, Paradata>> {
  const byId = new Map<string, Paradata>();
  for await (const { header, rows } of readCsv(path)) {
    const idAt = findColumn(path, header, 'id');
    for (const { cells, line } of rows) {
      const cell = (column: string): string | null => (cells[header.indexOf(column)] ?? '').trim() || null;
      const refuse = (column: string, expected: string): never => {
        throw new WaymarkError(
          'BAD_NUMBER',
          `${path}, line ${line}, column "${column}": expected ${expected}; found "${(cell(column) ?? '').slice(0, 80)}".`,
          'Correct the cell, or leave it blank.',
        );
      };
      const time = (column: string): string | null => {
        const text = cell(column);
        return text === null || !Number.isNaN(Date.parse(text))
          ? text
          : refuse(column, 'a time such as 2026-11-20T09:00:00+05:30');
      };
      const id = (cells[idAt] ?? '').trim();
      if (byId.has(id))
        throw new WaymarkError('DUPLICATE_ID', `${path}, line ${line}: the id "${id}" stands there twice.`);
      const seconds = cell(COLUMNS.activeMs);
      const active = seconds === null ? null : readDecimal(seconds);
      if (active !== null && !(active >= 0)) refuse(COLUMNS.activeMs, 'seconds, 0 or more');
      byId.set(id, {
        enumerator: cell(COLUMNS.enumerator),
        startedAt: time(COLUMNS.startedAt),
        finishedAt: time(COLUMNS.finishedAt),
        receivedAt: time(COLUMNS.receivedAt),
        activeMs: active === null ? null : active * 1000,
        person: cell(COLUMNS.person),
      });
    }
  }
  return byId;
}
