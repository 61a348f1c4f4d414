import { sql, type Kysely } from 'kysely';
import { heartbeatSchema } from '../../../contracts/supervision.ts';
import type { SupervisionStore } from '../port.ts';
import type { Tables } from './tables.ts';

/** Targets, and the last heartbeat of each tablet. */
export function createSupervisionStore(db: Kysely<Tables>): SupervisionStore {
  return {
    async setTargets(studyId, targets, setBy, setAt) {
      const rows = targets.map(({ branch, interviews, startsOn, endsOn }) => ({
        study_id: studyId,
        branch,
        interviews,
        starts_on: startsOn,
        ends_on: endsOn,
        set_by: setBy,
        set_at: setAt,
      }));
      await db
        .insertInto('targets')
        .values(rows)
        .onConflict((conflict) =>
          conflict.columns(['study_id', 'branch']).doUpdateSet({
            interviews: sql`excluded.interviews`,
            starts_on: sql`excluded.starts_on`,
            ends_on: sql`excluded.ends_on`,
            set_by: sql`excluded.set_by`,
            set_at: sql`excluded.set_at`,
          }),
        )
        .execute();
    },

    async listTargets(studyId) {
      const rows = await db.selectFrom('targets').selectAll().where('study_id', '=', studyId).execute();
      return rows.map((row) => ({
        branch: row.branch,
        interviews: row.interviews,
        startsOn: row.starts_on,
        endsOn: row.ends_on,
      }));
    },

    async putHeartbeat(tabletId, heartbeat, receivedAt) {
      const row = { received_at: receivedAt, content: JSON.stringify(heartbeat) };
      await db
        .insertInto('heartbeats')
        .values({ tablet_id: tabletId, ...row })
        .onConflict((conflict) => conflict.column('tablet_id').doUpdateSet(row))
        .execute();
    },

    async heartbeats(studyId) {
      const rows = await db
        .selectFrom('heartbeats')
        .innerJoin('tablets', 'tablets.id', 'heartbeats.tablet_id')
        .select(['heartbeats.tablet_id', 'heartbeats.content'])
        .$if(studyId !== undefined, (query) => query.where('tablets.study_id', '=', studyId ?? ''))
        .execute();
      return new Map(
        rows.map(({ tablet_id, content }) => [tablet_id, heartbeatSchema.parse(JSON.parse(content))]),
      );
    },
  };
}
