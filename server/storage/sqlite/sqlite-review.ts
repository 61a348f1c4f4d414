import type { Kysely, Selectable, SelectQueryBuilder } from 'kysely';
import { DECISIONS, type Decided, type Decision } from '../../../contracts/review.ts';
import { joinPersonal } from '../personal/join-personal.ts';
import type { SubmissionKind } from '../port.ts';
import type { AnyRecord, ReviewStore } from '../review-port.ts';
import { isEmptied } from './is-emptied.ts';
import type { Tables } from './tables.ts';
import { replaced, storedOf } from './what-counts.ts';

/** Decisions, and what the record each is about has become by them. */
export function createReviewStore(db: Kysely<Tables>): ReviewStore {
  return {
    async list(studyId, tabletId) {
      const out = new Set((await replaced(db, studyId).execute()).map(({ sequence }) => sequence));
      const stored = withLastDecision(storedOf(db, studyId, ['interview']));
      const rows = await (tabletId === undefined ? stored : stored.where('tablet_id', '=', tabletId))
        .select(['submissions.sequence', 'id', 'hash', 'branch', 'received_at', 'tablet_id'])
        .select(DECISION_COLUMNS)
        .execute();
      return rows.map((row) => ({
        sequence: row.sequence,
        id: row.id,
        hash: row.hash,
        branch: row.branch,
        receivedAt: row.received_at,
        tabletId: row.tablet_id,
        isReplaced: out.has(row.sequence),
        lastDecision: toDecided(row),
      }));
    },

    async versions(studyId, id) {
      const rows = await withLastDecision(
        db
          .selectFrom('submissions')
          .where('submissions.study_id', '=', studyId)
          .where('id', '=', id)
          .where('status', '!=', 'erased'),
      )
        .leftJoin('personal_data', 'personal_data.sequence', 'submissions.sequence')
        .select(['submissions.sequence', 'id', 'hash', 'branch', 'received_at', 'tablet_id'])
        .select(['kind', 'payload', 'content', 'status', 'reason'])
        .select(isEmptied.as('emptied'))
        .select(DECISION_COLUMNS)
        .orderBy('submissions.sequence')
        .execute();
      return rows.map((row): AnyRecord => ({
        sequence: row.sequence,
        id: row.id,
        hash: row.hash,
        kind: row.kind as SubmissionKind,
        branch: row.branch,
        status: row.status as AnyRecord['status'],
        reason: row.reason,
        payload: joinPersonal(row.payload, row.content),
        receivedAt: row.received_at,
        tabletId: row.tablet_id,
        isErased: row.emptied === 1,
        lastDecision: toDecided(row),
      }));
    },

    async branchesOfHeld(studyId) {
      return db
        .selectFrom('submissions')
        .where('study_id', '=', studyId)
        .where('status', '!=', 'erased')
        .where('id', 'in', (select) =>
          select
            .selectFrom('submissions as held')
            .where('held.study_id', '=', studyId)
            .where('held.status', 'in', ['conflict', 'quarantined'])
            .select('held.id'),
        )
        .select(['id', 'branch'])
        .distinct()
        .execute();
    },

    async isTakenElsewhere(studyId, id) {
      const taken = await db
        .selectFrom('submissions')
        .where('id', '=', id)
        .where('study_id', '!=', studyId)
        .where('status', 'in', ['stored', 'erased'])
        .select('sequence')
        .executeTakeFirst();
      return taken !== undefined;
    },

    async history(submission) {
      const rows = await db
        .selectFrom('review_decisions')
        .select(['decision', 'comment', 'decided_by_name', 'decided_at'])
        .where('submission', '=', submission)
        .orderBy('sequence')
        .execute();
      return rows.flatMap((row) => toDecided(row) ?? []);
    },

    async ofHeld(studyId) {
      const rows = await withLastDecision(
        db
          .selectFrom('submissions')
          .where('submissions.study_id', '=', studyId)
          .where('status', 'in', ['conflict', 'quarantined']),
      )
        .where('decision', 'is not', null)
        .select(['submissions.sequence'])
        .select(DECISION_COLUMNS)
        .execute();
      return new Map(
        rows.flatMap((row): [number, Decided][] => {
          const decided = toDecided(row);
          return decided ? [[row.sequence, decided]] : [];
        }),
      );
    },

    async add(decision) {
      await db
        .insertInto('review_decisions')
        .values({
          study_id: decision.studyId,
          submission: decision.submission,
          decision: decision.decision,
          comment: decision.comment,
          decided_by: decision.decidedBy,
          decided_by_name: decision.decidedByName,
          decided_at: decision.decidedAt,
        })
        .execute();
    },

    async move(submission, status) {
      await db
        .updateTable('submissions')
        .set((set) => ({
          status,
          receipt_status: set.fn.coalesce('receipt_status', set.ref('status')),
        }))
        .where('sequence', '=', submission)
        .execute();
    },
  };
}

const DECISION_COLUMNS = ['decision', 'comment', 'decided_by_name', 'decided_at'] as const;
type DecisionRow = {
  readonly [column in (typeof DECISION_COLUMNS)[number]]:
    Selectable<Tables['review_decisions']>[column] | null;
};

function toDecided({ decision, comment, decided_by_name, decided_at }: DecisionRow): Decided | null {
  if (decision === null) return null;
  return { decision: toDecision(decision), comment, by: decided_by_name ?? '', at: decided_at ?? '' };
}

function toDecision(text: string): Decision {
  const decision = DECISIONS.find((known) => known === text);
  if (decision === undefined) throw new Error(`The database holds a decision "${text}" that is not known.`);
  return decision;
}

/** Adds what was decided of each record last. */
function withLastDecision<O>(query: SelectQueryBuilder<Tables, 'submissions', O>) {
  return query.leftJoin('review_decisions', (join) =>
    join
      .onRef('review_decisions.submission', '=', 'submissions.sequence')
      .on('review_decisions.sequence', '=', (select) =>
        select
          .selectFrom('review_decisions as newest')
          .whereRef('newest.submission', '=', 'submissions.sequence')
          .select((newest) => newest.fn.max('newest.sequence').as('last')),
      ),
  );
}
