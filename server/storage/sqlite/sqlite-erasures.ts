import { sql, type Kysely } from 'kysely';
import { erasureStatementSchema } from '../../../contracts/personal.ts';
import type { ErasureStore } from '../personal-port.ts';
import { countAttachments } from './count-attachments.ts';
import { findErasureScope } from './find-erasure-scope.ts';
import { inTransaction } from './in-transaction.ts';
import type { Tables } from './tables.ts';
import { COUNTED, erasedButCounted } from './what-counts.ts';

/** A visit holds no answers: what is not personal of it stays, for the rates of response. */
const WITHOUT_ANSWERS = 'visit';

/** Erasures: what hangs together is found, removed, and remembered by its ids. */
export function createErasureStore(db: Kysely<Tables>): ErasureStore {
  return {
    scope: (target) => findErasureScope(db, target),

    erase: (scope, { id: erasureId, at, mode }) =>
      inTransaction(db, async (trx) => {
        await trx.insertInto('erasures').values({ id: erasureId, at, mode, statement: '' }).execute();
        for (const { id, kind, declined } of scope.records) {
          await trx
            .deleteFrom('personal_data')
            .where('sequence', 'in', (select) =>
              select
                .selectFrom('submissions')
                .where('submissions.study_id', '=', scope.studyId)
                .where('submissions.id', '=', id)
                .select('submissions.sequence'),
            )
            .execute();
          const isAll = mode === 'everything' && kind !== WITHOUT_ANSWERS;
          if (isAll)
            await trx
              .updateTable('submissions')
              .set({ payload: '', status: sql`case status when 'stored' then 'erased' else status end` })
              .where('study_id', '=', scope.studyId)
              .where('id', '=', id)
              .execute();
          await trx
            .insertInto('erased_records')
            .values({
              ...{ id, mode: isAll ? 'everything' : 'identifying', erasure_id: erasureId },
              declined: declined ? 1 : 0,
            })
            .onConflict((conflict) =>
              conflict.column('id').doUpdateSet((set) => ({
                mode: sql`case when erased_records.mode = 'everything' then 'everything' else ${set.ref('excluded.mode')} end`,
                declined: sql`max(erased_records.declined, ${set.ref('excluded.declined')})`,
              })),
            )
            .execute();
        }
        // What is unfinished of her goes, and what comes later of it is not kept.
        for (const id of scope.expected)
          await trx
            .insertInto('erased_records')
            .values({ id, mode, erasure_id: erasureId, declined: 0 })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        for (const id of scope.cases) {
          await trx
            .deleteFrom('case_contacts')
            .where('study_id', '=', scope.studyId)
            .where('id', '=', id)
            .execute();
          await trx
            .insertInto('erased_cases')
            .values({ study_id: scope.studyId, id, erasure_id: erasureId })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }
        // A stored result lists its respondents; the next one is computed without her.
        if (mode === 'everything')
          await trx
            .updateTable('segmentations')
            .set({ result_text: null })
            .where('study_id', '=', scope.studyId)
            .execute();
      }),

    async conclude(statement) {
      await db
        .updateTable('erasures')
        .set({ statement: JSON.stringify(statement) })
        .where('id', '=', statement.id)
        .execute();
    },

    async list() {
      const rows = await db.selectFrom('erasures').select('statement').orderBy('sequence').execute();
      return rows.map(({ statement }) => erasureStatementSchema.parse(JSON.parse(statement)));
    },

    async counts(studyId) {
      const rows = await db
        .selectFrom('submissions')
        .leftJoin('personal_data', (join) =>
          join
            .onRef('personal_data.sequence', '=', 'submissions.sequence')
            .on('personal_data.content', 'is not', null),
        )
        .where('study_id', '=', studyId)
        .select((select) => [
          'kind',
          'status',
          select.fn.countAll<number>().as('count'),
          select.fn.count<number>('personal_data.sequence').as('personal'),
        ])
        .groupBy(['kind', 'status'])
        .execute();
      const sum = (statuses: readonly string[]): number =>
        rows.reduce(
          (total, { kind, status, count }) =>
            total + (COUNTED.some((one) => one === kind) && statuses.includes(status) ? count : 0),
          0,
        );
      return {
        stored: sum(['stored']),
        erased: sum(['erased']),
        held: sum(['conflict', 'quarantined']),
        withPersonalData: rows.reduce((total, { personal }) => total + personal, 0),
      };
    },

    async countByBranch(studyId) {
      const rows = await erasedButCounted(db, studyId)
        .select((select) => ['branch', 'declined', select.fn.countAll<number>().as('count')])
        .groupBy(['branch', 'declined'])
        .execute();
      const countsOf = (declined: number): ReadonlyMap<string, number> =>
        new Map(rows.flatMap((row) => (row.declined === declined ? [[row.branch, row.count]] : [])));
      return { agreed: countsOf(0), declined: countsOf(1) };
    },

    async cases(studyId) {
      const rows = await db.selectFrom('erased_cases').select('id').where('study_id', '=', studyId).execute();
      return new Set(rows.map(({ id }) => id));
    },

    async caseInterviews(studyId) {
      const rows = await erasedButCounted(db, studyId)
        .select(['submissions.id', 'branch', 'sequence', 'case_id', 'declined'])
        .where('kind', '=', 'interview')
        .where('case_id', 'is not', null)
        .execute();
      return rows.map(({ case_id, declined, ...row }) => ({
        ...row,
        caseId: case_id ?? '',
        agreed: declined === 0,
      }));
    },

    async remains({ mode, studyId, cases, records, expected = [] }) {
      const found: string[] = [];
      for (const id of expected) if ((await countDraftCopies(db, id)) > 0) found.push(id);
      for (const { id, kind } of records) {
        const rows = await withPersonal(db)
          .where('study_id', '=', studyId)
          .where('submissions.id', '=', id)
          .execute();
        const isAll = mode === 'everything' && kind !== WITHOUT_ANSWERS;
        const photos = await countAttachments(db, [id]);
        const copies = await countDraftCopies(db, id);
        if (
          photos > 0 ||
          copies > 0 ||
          rows.some((row) => row.personal !== null || (isAll && row.payload !== ''))
        )
          found.push(id);
      }
      for (const id of cases) {
        const contact = await db
          .selectFrom('case_contacts')
          .where('study_id', '=', studyId)
          .where('id', '=', id)
          .select('id')
          .executeTakeFirst();
        if (contact) found.push(`case ${id}`);
      }
      return found;
    },

    async scrub() {
      await sql`vacuum`.execute(db);
      return clearLog(db);
    },

    clearLog: () => clearLog(db),
  };
}

async function clearLog(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
  return rows[0]?.busy === 0;
}

const withPersonal = (db: Kysely<Tables>) =>
  db
    .selectFrom('submissions')
    .leftJoin('personal_data', 'personal_data.sequence', 'submissions.sequence')
    .select(['submissions.payload', 'personal_data.sequence as personal']);

/** Copies of it from when it was unfinished; they go as photos do. */
async function countDraftCopies(db: Kysely<Tables>, id: string): Promise<number> {
  const { count } = await db
    .selectFrom('draft_copies')
    .where('id', '=', id)
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
