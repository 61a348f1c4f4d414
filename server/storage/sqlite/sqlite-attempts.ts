import type { Kysely } from 'kysely';
import type { AttemptStore } from '../port.ts';
import type { Tables } from './tables.ts';

/** Counts of wrong sign-ins. */
export const createAttemptStore = (db: Kysely<Tables>): AttemptStore => ({
  async find(key) {
    const row = await db.selectFrom('sign_in_attempts').selectAll().where('key', '=', key).executeTakeFirst();
    return row ? { failures: row.failures, blockedUntil: row.blocked_until } : null;
  },
  async put(key, { failures, blockedUntil }, now) {
    const row = { failures, blocked_until: blockedUntil, last_at: now };
    await db
      .insertInto('sign_in_attempts')
      .values({ key, ...row })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
      .execute();
  },
  async clear(key) {
    await db.deleteFrom('sign_in_attempts').where('key', '=', key).execute();
  },
  async forget(before) {
    await db.deleteFrom('sign_in_attempts').where('last_at', '<', before).execute();
  },
});
