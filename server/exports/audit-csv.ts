import type { AuditEntry } from '../../contracts/audit.ts';
import { csvLine } from './csv-writer.ts';

const COLUMNS = [
  'sequence',
  'at',
  'actorKind',
  'actorName',
  'actorId',
  'role',
  'action',
  'outcome',
  'target',
  'detail',
  'address',
  'hash',
] as const satisfies readonly (keyof AuditEntry)[];

/** Entries of the audit log as CSV lines, a heading first. No byte-order mark; the caller puts it in front. */
export async function* auditCsv(entries: AsyncIterable<AuditEntry>): AsyncGenerator<string, void, void> {
  yield csvLine(COLUMNS);
  for await (const entry of entries) yield csvLine(COLUMNS.map((column) => entry[column]));
}
