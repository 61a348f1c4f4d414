import type { Contact } from '../../contracts/case.ts';
import type { CaseRow } from '../../contracts/case-list.ts';
import { csvLine } from './csv-writer.ts';

const CONTACT_COLUMNS = ['name', 'phone', 'address', 'notes'] as const;

/**
 * The respondent list as CSV lines, a heading first; with contacts only where they are given. Its columns can be
 * read by `waymark response-rates`, and all of it by `readCasesFile`, which changes nothing then.
 *
 * @param note stands in a last column of every row, for what must never get lost, such as "synthetic data"
 */
export function* casesCsv(
  cases: Iterable<CaseRow>,
  contacts: ReadonlyMap<string, Contact> | null,
  note: string | null,
): Generator<string, void, void> {
  const more = contacts === null ? [] : CONTACT_COLUMNS;
  const tail = note === null ? [] : [note];
  yield csvLine([
    ...['id', 'branch', 'wave', 'assigned', 'outcome', 'attempts', 'callBackAt', 'done', 'closed'],
    ...more,
    ...(note === null ? [] : ['note']),
  ]);
  for (const { id, branch, wave, tabletName, outcome, attempts, callBackAt, done, closedReason } of cases)
    yield csvLine([
      ...[id, branch, wave, tabletName, outcome ?? 'none', attempts, callBackAt, done ? 1 : 0, closedReason],
      ...more.map((column) => contacts?.get(id)?.[column] ?? null),
      ...tail,
    ]);
}
