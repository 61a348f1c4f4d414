import { sql, type Kysely, type Selectable } from 'kysely';
import type { HeldSubmission, StoredPayload, SubmissionStore } from '../port.ts';
import { acceptBatch } from './accept-batch.ts';
import { inTransaction } from './in-transaction.ts';
import type { Tables } from './tables.ts';

/** Records read at a time; between two pages other work gets its turn. */
const PAGE = 500;
/** Written into the SQL, not bound, so that the index on stored records is found. */
const STORED = sql.lit('stored');

/** Submissions, append-only: nothing here updates or deletes one. */
export function createSubmissionStore(db: Kysely<Tables>): SubmissionStore {
  return {
    accept: (batch) => inTransaction(db, (trx) => acceptBatch(trx, batch)),

    async mark(studyId) {
      const row = await db
        .selectFrom('submissions')
        .select((select) => [
          select.fn.countAll<number>().as('count'),
          select.fn.max<number | null>('sequence').as('last'),
        ])
        .where('study_id', '=', studyId)
        .where('status', '=', 'stored')
        .executeTakeFirstOrThrow();
      return { count: row.count, lastSequence: row.last ?? 0 };
    },

    read: (studyId, upToSequence) => readPages(db, studyId, upToSequence),

    async countByBranch(studyId) {
      const rows = await db
        .selectFrom('submissions')
        .select((select) => ['branch', select.fn.countAll<number>().as('count')])
        .where('study_id', '=', studyId)
        .where('status', '=', 'stored')
        .groupBy('branch')
        .execute();
      return new Map(rows.map((row) => [row.branch, row.count]));
    },

    async listHeld(studyId) {
      const rows = await db
        .selectFrom('submissions')
        .select(HELD_COLUMNS)
        .where('study_id', '=', studyId)
        .where('status', '!=', 'stored')
        .orderBy('sequence', 'desc')
        .execute();
      return rows.map(toHeld);
    },

    async readHeld(id) {
      const rows = await db
        .selectFrom('submissions')
        .select([...HELD_COLUMNS, 'payload'])
        .where('id', '=', id)
        .where('status', '!=', 'stored')
        .orderBy('sequence', 'desc')
        .execute();
      return rows.map((row) => ({ ...toHeld(row), payload: row.payload }));
    },
  };
}

const HELD_COLUMNS = ['id', 'hash', 'branch', 'status', 'reason', 'received_at', 'tablet_id'] as const;

const toHeld = (
  row: Pick<Selectable<Tables['submissions']>, (typeof HELD_COLUMNS)[number]>,
): HeldSubmission => ({
  id: row.id,
  hash: row.hash,
  branch: row.branch,
  status: row.status === 'conflict' ? 'conflict' : 'quarantined',
  reason: row.reason,
  receivedAt: row.received_at,
  tabletId: row.tablet_id,
});

async function* readPages(
  db: Kysely<Tables>,
  studyId: string,
  upToSequence: number,
): AsyncIterable<StoredPayload> {
  let after = '';
  for (;;) {
    const rows = await db
      .selectFrom('submissions')
      .select(['id', 'hash', 'kind', 'payload', 'branch', 'received_at'])
      .where('study_id', '=', studyId)
      .where('status', '=', STORED)
      .where('id', '>', after)
      .where('sequence', '<=', upToSequence)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    for (const { received_at, ...row } of rows)
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
