import type { Kysely } from 'kysely';
import { roleSchema } from '../../../contracts/roles.ts';
import type { PeopleStore, SettingStore, Store } from '../port.ts';
import { scopeFromColumn, scopeToColumn } from './scope-column.ts';
import { createHealthStore } from './sqlite-health.ts';
import { createSegmentationStore } from './sqlite-segmentations.ts';
import { createStudyStore } from './sqlite-studies.ts';
import { createSubmissionStore } from './sqlite-submissions.ts';
import { createTabletStore } from './sqlite-tablets.ts';
import type { Tables } from './tables.ts';

/** The storage port over an open database. Closing the store closes the database. */
export const createSqliteStore = (db: Kysely<Tables>): Store => ({
  studies: createStudyStore(db),
  tablets: createTabletStore(db),
  submissions: createSubmissionStore(db),
  segmentations: createSegmentationStore(db),
  people: createPeopleStore(db),
  settings: createSettingStore(db),
  health: createHealthStore(db),
  close: () => db.destroy(),
});

function createPeopleStore(db: Kysely<Tables>): PeopleStore {
  return {
    async put({ userId, role, branches }) {
      const row = { role, branches: scopeToColumn(branches) };
      await db
        .insertInto('people')
        .values({ user_id: userId, ...row })
        .onConflict((conflict) => conflict.column('user_id').doUpdateSet(row))
        .execute();
    },
    async find(userId) {
      const row = await db.selectFrom('people').selectAll().where('user_id', '=', userId).executeTakeFirst();
      if (!row) return null;
      return { userId, role: roleSchema.parse(row.role), branches: scopeFromColumn(row.branches) };
    },
  };
}

function createSettingStore(db: Kysely<Tables>): SettingStore {
  const get = async (key: string): Promise<string | null> => {
    const row = await db.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst();
    return row?.value ?? null;
  };
  return {
    get,
    async getOrSet(key, value) {
      await db
        .insertInto('settings')
        .values({ key, value })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .execute();
      return (await get(key)) ?? value;
    },
  };
}
