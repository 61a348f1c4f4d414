import { z } from 'zod';
import type { PersonalMatch, PersonalMatches } from '../../../contracts/personal.ts';
import type { PersonalRecord } from '../../storage/port.ts';
import { COMMAND, type Actor } from '../audit/actor.ts';
import { record } from '../audit/audited.ts';
import type { Context } from '../context.ts';
import { caseContacts } from './case-contacts.ts';
import type { PersonalRules } from './personal-rules.ts';

const MOST_MATCHES = 50;

const answersSchema = z.looseObject({ answers: z.record(z.string(), z.unknown()).optional() });

/**
 * Looks for someone by part of her name, number or address, or by the whole id of a record or an entry of a
 * list. That someone looked is recorded; what was typed is not, because it names her.
 */
export async function searchPersonal(
  context: Context,
  { text, actor = COMMAND }: { readonly text: string; readonly actor?: Actor },
): Promise<PersonalMatches> {
  const { store } = context;
  const titles = new Map((await store.studies.list()).map((study) => [study.id, study]));
  const rules = new Map<string, PersonalRules>();
  for (const study of titles.values()) rules.set(study.id, await context.rulesOf(study));
  const titleOf = (studyId: string): string => titles.get(studyId)?.title ?? studyId;
  const isMatch = matcher(text);
  const matches: PersonalMatch[] = [];
  const cases = new Set<string>();

  for await (const found of store.personal.records()) {
    const contact = contactIn(found, rules.get(found.studyId)?.names ?? new Set());
    if (found.id !== text && found.caseId !== text && !contact.some(isMatch)) continue;
    if (found.caseId !== null) cases.add(`${found.studyId} ${found.caseId}`);
    matches.push({
      target: { recordId: found.id },
      studyTitle: titleOf(found.studyId),
      ...{ studyId: found.studyId, branch: found.branch, kind: found.kind },
      ...{ receivedAt: found.receivedAt, caseId: found.caseId, contact },
    });
  }
  for (const { studyId, caseId, branch, name, phone, address } of await caseContacts(store, [
    ...titles.keys(),
  ])) {
    const contact = [name, phone, address].filter((part) => part !== undefined);
    if (cases.has(`${studyId} ${caseId}`) || (caseId !== text && !contact.some(isMatch))) continue;
    matches.push({
      target: { studyId, caseId },
      studyTitle: titleOf(studyId),
      ...{ studyId, branch, kind: 'case', receivedAt: null, caseId, contact },
    });
  }
  if (matches.length === 0) matches.push(...(await withoutPersonalData(context, text, titleOf)));

  const note = { actor, action: 'personal.search', detail: `${matches.length} found` };
  await record(context, note, 'allowed');
  return { matches: matches.slice(0, MOST_MATCHES), isCut: matches.length > MOST_MATCHES };
}

/** A record that is known by its id only: what names her is gone already, her answers may be here. */
async function withoutPersonalData(
  { store }: Context,
  recordId: string,
  titleOf: (studyId: string) => string,
): Promise<PersonalMatch[]> {
  const scope = await store.erasures.scope({ recordId });
  const own = scope?.records.find(({ id }) => id === recordId);
  if (!scope || !own) return [];
  return [
    {
      target: { recordId },
      ...{ studyId: scope.studyId, studyTitle: titleOf(scope.studyId), branch: own.branch, kind: own.kind },
      ...{ receivedAt: own.receivedAt, caseId: scope.cases[0] ?? null, contact: [] },
    },
  ];
}

/** The answers of a record that name her; none where its text cannot be read. */
function contactIn({ text }: PersonalRecord, names: ReadonlySet<string>): string[] {
  try {
    const { answers = {} } = answersSchema.parse(JSON.parse(text));
    return Object.entries(answers).flatMap(([name, answer]) =>
      names.has(name) && (typeof answer === 'string' || typeof answer === 'number') ? [String(answer)] : [],
    );
  } catch {
    return [];
  }
}

/** Compares letters and digits only, without case. */
function matcher(text: string): (part: string) => boolean {
  const wanted = lettersOf(text);
  return (part) => wanted !== '' && lettersOf(part).includes(wanted);
}

const lettersOf = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
