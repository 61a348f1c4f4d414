import type { Kysely, Selectable } from 'kysely';
import type { DataMoment, HeldSubmission, StoredPayload, SubmissionKind, SubmissionStore } from '../port.ts';
import { joinPersonal } from '../personal/join-personal.ts';
import { acceptBatch } from './accept-batch.ts';
import { inTransaction } from './in-transaction.ts';
import { isEmptied } from './is-emptied.ts';
import { strayRevisions } from './stray-revisions.ts';
import type { Tables } from './tables.ts';
import { couldCount, lastTellingDecision, leftOut, STORED, whatCounts } from './what-counts.ts';

/** Records read at a time; between two pages other work gets its turn. */
const PAGE = 500;
/** Kept beside the stored ones. */
const HELD = ['conflict', 'quarantined'] as const;

/**
 * Submissions, append-only: nothing here updates or deletes one. What is personal of them is `personal_data`. A
 * decision may move one between stored and set aside: see sqlite-review.ts.
 */
export function createSubmissionStore(db: Kysely<Tables>): SubmissionStore {
  return {
    accept: (batch) => inTransaction(db, (trx) => acceptBatch(trx, batch)),

    async mark(studyId) {
      const row = await couldCount(db, studyId)
        .select((select) => [
          select.fn
            .countAll<number>()
            .filterWhere('submissions.sequence', 'not in', leftOut(db, studyId))
            .as('count'),
          select.fn.max<number | null>('submissions.sequence').as('last'),
        ])
        .executeTakeFirstOrThrow();
      const lastDecision = await lastTellingDecision(db, studyId);
      return { count: row.count, lastSequence: row.last ?? 0, lastDecision };
    },

    read: (studyId, moment) => readPages(db, studyId, moment),

    strayRevisions: (studyId, upToSequence) => strayRevisions(db, studyId, upToSequence),

    async countByBranch(studyId) {
      const rows = await whatCounts(db, studyId)
        .select((select) => ['branch', select.fn.countAll<number>().as('count')])
        .groupBy('branch')
        .execute();
      return new Map(rows.map((row) => [row.branch, row.count]));
    },

    async listCaseInterviews(studyId) {
      const rows = await whatCounts(db, studyId)
        .select(['id', 'branch', 'sequence', 'case_id'])
        .where('case_id', 'is not', null)
        .orderBy('sequence')
        .execute();
      return rows.map(({ case_id, ...row }) => ({ ...row, caseId: case_id ?? '' }));
    },

    async readPayloads(studyId, ids) {
      const payloads = new Map<string, string>();
      for (let start = 0; start < ids.length; start += PAGE) {
        const rows = await db
          .selectFrom('submissions')
          .select(['id', 'payload'])
          .where('study_id', '=', studyId)
          .where('status', '=', STORED)
          .where('id', 'in', ids.slice(start, start + PAGE))
          .execute();
        for (const { id, payload } of rows) payloads.set(id, payload);
      }
      return payloads;
    },

    async readField(studyId, kind) {
      const rows = await db
        .selectFrom('submissions')
        .select(['id', 'branch', 'case_id', 'payload', 'sequence', 'received_at', 'tablet_id'])
        .where('study_id', '=', studyId)
        .where('status', '=', 'stored')
        .where('kind', '=', kind)
        .orderBy('sequence')
        .execute();
      return rows.map(({ case_id, received_at, tablet_id, ...row }) => ({
        ...row,
        caseId: case_id,
        receivedAt: received_at,
        tabletId: tablet_id,
      }));
    },

    async listHeld(studyId) {
      const rows = await db
        .selectFrom('submissions')
        .select(HELD_COLUMNS)
        .select(isEmptied.as('emptied'))
        .where('study_id', '=', studyId)
        .where('status', 'in', HELD)
        .orderBy('sequence', 'desc')
        .execute();
      return rows.map(toHeld);
    },

    async readHeld(id) {
      const rows = await db
        .selectFrom('submissions')
        .leftJoin('personal_data', 'personal_data.sequence', 'submissions.sequence')
        .select([...HELD_COLUMNS, 'payload', 'content'])
        .select(isEmptied.as('emptied'))
        .where('id', '=', id)
        .where('status', 'in', HELD)
        .orderBy('submissions.sequence', 'desc')
        .execute();
      return rows.map((row) => ({ ...toHeld(row), payload: joinPersonal(row.payload, row.content) }));
    },
  };
}

const HELD_COLUMNS = [
  'submissions.sequence',
  'id',
  'hash',
  'kind',
  'branch',
  'status',
  'reason',
  'received_at',
  'tablet_id',
] as const;

type HeldRow = Pick<
  Selectable<Tables['submissions']>,
  'sequence' | Exclude<(typeof HELD_COLUMNS)[number], 'submissions.sequence'>
> & { readonly emptied: number };

const toHeld = (row: HeldRow): HeldSubmission => ({
  sequence: row.sequence,
  id: row.id,
  hash: row.hash,
  kind: row.kind as SubmissionKind,
  branch: row.branch,
  status: row.status === 'conflict' ? 'conflict' : 'quarantined',
  reason: row.reason,
  receivedAt: row.received_at,
  tabletId: row.tablet_id,
  isErased: row.emptied === 1,
});

async function* readPages(
  db: Kysely<Tables>,
  studyId: string,
  moment: DataMoment,
): AsyncIterable<StoredPayload> {
  const out = new Set((await leftOut(db, studyId, moment).execute()).map(({ sequence }) => sequence));
  let after = '';
  for (;;) {
    const rows = await couldCount(db, studyId)
      .select(['sequence', 'id', 'hash', 'kind', 'payload', 'branch', 'received_at'])
      .where('sequence', '<=', moment.upToSequence)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    for (const { received_at, sequence, ...row } of rows)
      if (!out.has(sequence))
        yield {
          ...row,
          kind: row.kind === 'respondent' ? 'respondent' : 'interview',
          receivedAt: received_at,
        };
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.id;
  }
}
