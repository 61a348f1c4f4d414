import { z } from 'zod';
import type { BranchScope } from '../../../contracts/roles.ts';
import { csvLine, type CsvCell } from '../../exports/csv-writer.ts';
import type { Actor } from '../audit/actor.ts';
import { record } from '../audit/audited.ts';
import type { Context } from '../context.ts';
import { findStudy } from '../find-study.ts';
import { inScope } from '../in-scope.ts';
import { caseContacts } from './case-contacts.ts';
import { SYNTHETIC_NOTE } from '../study-notes.ts';

const textSchema = z.looseObject({
  answers: z.record(z.string(), z.unknown()).optional(),
  notes: z.unknown().optional(),
  note: z.unknown().optional(),
  location: z.unknown().optional(),
});

/**
 * What identifies the respondents of a study, as CSV lines: of each stored record its personal answers, notes and
 * place, and of each entry of the respondent list its contact. Other answers are not in it. Who asked, and what
 * for, is recorded before the first line is given.
 *
 * @throws WaymarkError NOT_FOUND
 */
export async function exportPersonal(
  context: Context,
  wanted: {
    readonly studyId: string;
    readonly scope: BranchScope;
    /** In words without names. */
    readonly purpose: string;
    readonly actor?: Actor;
  },
): Promise<AsyncIterable<string>> {
  const study = await findStudy(context.store, wanted.studyId);
  const { names } = await context.rulesOf(study);
  const note = {
    actor: wanted.actor,
    action: 'personal.export',
    target: `study:${study.id}`,
    detail: `for: ${wanted.purpose}`,
  };
  await record(context, note, 'allowed');
  return lines(context, study.id, [...names].sort(), wanted.scope, study.synthetic ? [SYNTHETIC_NOTE] : []);
}

async function* lines(
  { store }: Context,
  studyId: string,
  names: readonly string[],
  scope: BranchScope,
  tail: readonly string[],
): AsyncGenerator<string, void, void> {
  const contactColumns = ['contact_name', 'contact_phone', 'contact_address', 'contact_notes'];
  yield csvLine([
    ...['id', 'kind', 'case', 'branch', 'receivedAt', ...names, 'notes', 'location', ...contactColumns],
    ...tail.map(() => 'note'),
  ]);
  for await (const found of store.personal.records(studyId)) {
    if (found.status !== 'stored' || !inScope(scope, found.branch)) continue;
    const { answers = {}, notes, note, location } = textSchema.parse(JSON.parse(found.text));
    yield csvLine([
      ...[found.id, found.kind, found.caseId, found.branch, found.receivedAt],
      ...names.map((name) => cellOf(answers[name])),
      ...[cellOf(notes ?? note), cellOf(location), ...contactColumns.map(() => null)],
      ...tail,
    ]);
  }
  const blank = [null, ...names.map(() => null), null, null];
  for (const { caseId, branch, name, phone, address, notes } of await caseContacts(store, [studyId]))
    if (inScope(scope, branch))
      yield csvLine([
        ...[null, 'case', caseId, branch, ...blank],
        ...[name ?? null, phone ?? null, address ?? null, notes ?? null],
        ...tail,
      ]);
}

function cellOf(value: unknown): CsvCell {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
}
