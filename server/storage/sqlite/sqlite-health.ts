import type { Kysely } from 'kysely';
import type { HealthStore } from '../port.ts';
import { readHistory } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';
import type { Tables } from './tables.ts';

/** Whether the database can do its work now. */
export const createHealthStore = (db: Kysely<Tables>): HealthStore => ({
  async tryWrite() {
    const trx = await db.startTransaction().execute();
    try {
      await trx.insertInto('settings').values({ key: 'health-check', value: 'taken back' }).execute();
    } finally {
      await trx.rollback().execute();
    }
  },

  async isCurrent() {
    const applied = await readHistory(db);
    return (
      applied.length === MIGRATIONS.length &&
      applied.every(({ name }, index) => name === MIGRATIONS[index]?.name)
    );
  },
});
