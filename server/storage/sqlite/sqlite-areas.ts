import type { Kysely } from 'kysely';
import type { AreaStore } from '../attachments-port.ts';
import type { Tables } from './tables.ts';

/** Where the respondents of each branch are to be found. */
export const createAreaStore = (db: Kysely<Tables>): AreaStore => ({
  async set(studyId, branch, { latitude, longitude, radiusM }) {
    const area = { latitude, longitude, radius_m: radiusM };
    await db
      .insertInto('branch_areas')
      .values({ study_id: studyId, branch, ...area })
      .onConflict((conflict) => conflict.columns(['study_id', 'branch']).doUpdateSet(area))
      .execute();
  },
  async list(studyId) {
    const rows = await db.selectFrom('branch_areas').selectAll().where('study_id', '=', studyId).execute();
    return new Map(
      rows.map(({ branch, latitude, longitude, radius_m: radiusM }) => [
        branch,
        { latitude, longitude, radiusM },
      ]),
    );
  },
});
