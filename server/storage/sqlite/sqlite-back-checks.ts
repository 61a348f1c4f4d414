import type { Kysely } from 'kysely';
import { strataSchema } from '../../../contracts/back-check-report.ts';
import type { BackCheckStore } from '../back-check-port.ts';
import { inTransaction } from './in-transaction.ts';
import { scopeFromColumn, scopeToColumn } from './scope-column.ts';
import type { Tables } from './tables.ts';

/** Draws of back-checks and what they drew. The back-checks themselves are records as others are. */
export function createBackCheckStore(db: Kysely<Tables>): BackCheckStore {
  return {
    add: (draw, tasks) =>
      inTransaction(db, async (trx) => {
        await trx
          .insertInto('back_check_draws')
          .values({
            id: draw.id,
            study_id: draw.studyId,
            seed: draw.seed,
            rate01: draw.rate01,
            from_day: draw.from,
            until_day: draw.until,
            branches: scopeToColumn(draw.branches),
            strata: JSON.stringify(draw.strata),
            drawn_by: draw.drawnBy,
            drawn_by_name: draw.drawnByName,
            drawn_at: draw.drawnAt,
          })
          .execute();
        for (const { id, interviewId, branch, enumerator } of tasks)
          await trx
            .insertInto('back_check_tasks')
            .values({
              id,
              draw_id: draw.id,
              study_id: draw.studyId,
              interview_id: interviewId,
              branch,
              enumerator,
            })
            .execute();
      }),

    async draws(studyId) {
      const rows = await db
        .selectFrom('back_check_draws')
        .selectAll()
        .where('study_id', '=', studyId)
        .orderBy('drawn_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        studyId: row.study_id,
        seed: row.seed,
        rate01: row.rate01,
        from: row.from_day,
        until: row.until_day,
        branches: scopeFromColumn(row.branches),
        strata: strataSchema.parse(JSON.parse(row.strata)),
        drawnBy: row.drawn_by,
        drawnByName: row.drawn_by_name,
        drawnAt: row.drawn_at,
      }));
    },

    async tasks(studyId) {
      const rows = await db
        .selectFrom('back_check_tasks')
        .select(['id', 'interview_id', 'branch', 'enumerator'])
        .where('study_id', '=', studyId)
        .orderBy('id')
        .execute();
      return rows.map(({ interview_id, ...row }) => ({ ...row, interviewId: interview_id }));
    },
  };
}
