import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { answersSchema } from '../../../contracts/answer.ts';
import { WaymarkError } from '../../../contracts/errors.ts';
import type {
  ErasureMode,
  ErasurePlan,
  ErasureStatement,
  ErasureTarget,
} from '../../../contracts/personal.ts';
import type { ErasureScope } from '../../storage/personal-port.ts';
import type { StoreInTransaction } from '../../storage/port.ts';
import { COMMAND, type Actor } from '../audit/actor.ts';
import { audited } from '../audit/audited.ts';
import type { Context } from '../context.ts';
import { sealStatement } from './erasure-statement.ts';
import type { PersonalRules } from './personal-rules.ts';

const COUNTED: ReadonlySet<string> = new Set(['interview', 'respondent']);
const answeredSchema = z.object({ answers: answersSchema });

export interface ErasureRequest {
  readonly target: ErasureTarget;
  readonly mode: ErasureMode;
  /** Why, in words without names. */
  readonly reason: string;
  /** How many records are expected; absent: whatever there is. */
  readonly records?: number;
  readonly actor?: Actor;
}

export interface Erasure {
  readonly statement: ErasureStatement;
  /** False: somebody was reading, so that the log file still holds the old bytes; the daily work clears it. */
  readonly isScrubbed: boolean;
}

/** All that would be erased with a record or an entry of the list. Throws NOT_FOUND. */
export async function planErasure({ store }: Context, target: ErasureTarget): Promise<ErasurePlan> {
  return { target, ...(await findScope(store, target)) };
}

/**
 * Erases one respondent: in one transaction what is kept of her, the statement of it, and a line in the audit
 * log; then the file is rewritten, so that the bytes are gone from it. What comes of her later, from a tablet
 * or a backup, is acknowledged and not kept.
 *
 * @throws WaymarkError NOT_FOUND; INVALID_REQUEST where there is another number of records than expected
 */
export async function eraseRespondent(context: Context, request: ErasureRequest): Promise<Erasure> {
  const { clock, store } = context;
  const { target, mode, reason, actor = COMMAND } = request;
  const at = clock().toISOString();
  const rules = await rulesFor(context, target);
  const statement = await audited(context, noteOf(actor), async (inner) => {
    const found = await findScope(inner, target);
    const scope = mode === 'everything' ? await withDeclined(inner, found, rules) : found;
    const count = scope.records.length;
    if (request.records !== undefined && request.records !== count)
      throw new WaymarkError(
        'INVALID_REQUEST',
        `There are ${count} records of her now, where ${request.records} were shown.`,
        'Look at them again, then erase.',
      );
    const id = randomUUID();
    const before = await inner.erasures.counts(scope.studyId);
    const statements = await inner.erasures.list();
    await inner.erasures.erase(scope, { id, at, mode });
    const after = await inner.erasures.counts(scope.studyId);
    const said = sealStatement(
      {
        ...{ waymark: 'erasure', version: 1, id, at, reason, mode },
        by: { kind: actor.kind, name: actor.name, role: actor.role },
        studyId: scope.studyId,
        cases: [...scope.cases],
        records: [...scope.records],
        ...(scope.expected.length > 0 && { expected: scope.expected }),
        removed: {
          personalData: before.withPersonalData - after.withPersonalData,
          contacts: scope.contacts,
          answers: mode === 'everything' ? scope.records.filter(({ kind }) => kind !== 'visit').length : 0,
          attachments: scope.attachments,
        },
        counts: { before, after },
      },
      statements,
    );
    await inner.erasures.conclude(said);
    return said;
  });
  const isScrubbed = await store.erasures.scrub();
  await context.keepErasureList();
  return { statement, isScrubbed };
}

/** Before the transaction, in which nothing outside of it may be read. Null where there is no such respondent. */
async function rulesFor({ store, rulesOf }: Context, target: ErasureTarget): Promise<PersonalRules | null> {
  const scope = await store.erasures.scope(target);
  const study = scope && (await store.studies.find(scope.studyId));
  return study && rulesOf(study);
}

/** The scope, in which it stands of each interview that counts whether she had declined: the counts need that. */
async function withDeclined(
  store: StoreInTransaction,
  scope: ErasureScope,
  rules: PersonalRules | null,
): Promise<ErasureScope> {
  const records = [];
  for (const record of scope.records) {
    const isCounted = record.status === 'stored' && COUNTED.has(record.kind);
    const text = isCounted ? await store.personal.textOf(record.id) : null;
    // Empty: all of it was personal, and is gone.
    const hasDeclined = text !== null && text !== '' && rules?.hasAgreed(answersIn(text)) === false;
    records.push(hasDeclined ? { ...record, declined: true as const } : record);
  }
  return { ...scope, records };
}

const answersIn = (text: string) => answeredSchema.parse(JSON.parse(text)).answers;

const noteOf = (actor: Actor) => (statement: ErasureStatement) => ({
  actor,
  action: 'personal.erase',
  target: `erasure:${statement.id}`,
  detail: `${statement.mode}, ${statement.records.length} records, statement ${statement.hash}`,
});

async function findScope(
  store: Pick<StoreInTransaction, 'erasures'>,
  target: ErasureTarget,
): Promise<ErasureScope> {
  const scope = await store.erasures.scope(target);
  if (scope) return scope;
  throw new WaymarkError(
    'NOT_FOUND',
    'recordId' in target
      ? `There is no record of the id "${target.recordId}".`
      : `The study "${target.studyId}" has no respondent "${target.caseId}" on its list, nor a record of her.`,
    'Search by name, number or id under Personal data.',
  );
}
