import type { Kysely } from 'kysely';
import { roleSchema } from '../../../contracts/roles.ts';
import type { PeopleStore, PersonRecord } from '../port.ts';
import { inTransaction } from './in-transaction.ts';
import { scopeFromColumn, scopeToColumn } from './scope-column.ts';
import type { Tables } from './tables.ts';

/** The auth library's name for an account with a password. */
const CREDENTIAL = 'credential';

/**
 * People with their accounts. The tables `user`, `account`, `session` and `twoFactor` are the auth library's; what
 * must change together with a person is written here, so that it and the audit log share one transaction.
 */
export function createPeopleStore(db: Kysely<Tables>): PeopleStore {
  const people = () =>
    db
      .selectFrom('people')
      .innerJoin('user', 'user.id', 'people.user_id')
      .leftJoin('account', (join) =>
        join.onRef('account.userId', '=', 'people.user_id').on('account.providerId', '=', CREDENTIAL),
      )
      .select(['people.user_id', 'people.role', 'people.branches', 'people.demo', 'people.deactivated_at'])
      .select(['user.name', 'user.email', 'user.createdAt', 'user.twoFactorEnabled', 'account.password']);
  type Row = Awaited<ReturnType<ReturnType<typeof people>['execute']>>[number];

  const toPerson = (row: Row): PersonRecord => ({
    userId: row.user_id,
    name: row.name,
    email: row.email,
    role: roleSchema.parse(row.role),
    branches: scopeFromColumn(row.branches),
    demo: row.demo === 1,
    createdAt: row.createdAt,
    deactivatedAt: row.deactivated_at,
    hasPassword: row.password !== null,
    hasSecondFactor: row.twoFactorEnabled === 1,
  });
  const first = async (query: ReturnType<typeof people>): Promise<PersonRecord | null> => {
    const row = await query.executeTakeFirst();
    return row ? toPerson(row) : null;
  };

  return {
    add: (person) =>
      inTransaction(db, async (trx) => {
        const { userId, name, email, createdAt } = person;
        const taken = await trx.selectFrom('user').select('id').where('email', '=', email).executeTakeFirst();
        if (taken) return false;
        const times = { createdAt, updatedAt: createdAt };
        await trx
          .insertInto('user')
          .values({ id: userId, name, email, emailVerified: 1, twoFactorEnabled: 0, ...times })
          .execute();
        await trx
          .insertInto('account')
          .values({
            id: userId,
            accountId: userId,
            providerId: CREDENTIAL,
            userId,
            password: person.passwordHash,
            ...times,
          })
          .execute();
        await trx
          .insertInto('people')
          .values({
            user_id: userId,
            role: person.role,
            branches: scopeToColumn(person.branches),
            demo: person.demo ? 1 : 0,
            deactivated_at: null,
          })
          .execute();
        return true;
      }),
    find: (userId) => first(people().where('people.user_id', '=', userId)),
    findByEmail: (email) => first(people().where('user.email', '=', email)),
    async list() {
      const rows = await people().orderBy('user.name').orderBy('user.email').execute();
      return rows.map(toPerson);
    },
    async setRole(userId, role, branches) {
      await db
        .updateTable('people')
        .set({ role, branches: scopeToColumn(branches) })
        .where('user_id', '=', userId)
        .execute();
    },
    async setDeactivated(userId, at) {
      await db.updateTable('people').set({ deactivated_at: at }).where('user_id', '=', userId).execute();
    },
    async setPassword(userId, password, now) {
      await db
        .updateTable('account')
        .set({ password, updatedAt: now })
        .where('userId', '=', userId)
        .where('providerId', '=', CREDENTIAL)
        .execute();
    },
    async ofPendingSignIn(id) {
      const row = await db
        .selectFrom('verification')
        .select('value')
        .where('identifier', '=', id)
        .executeTakeFirst();
      return row?.value ?? null;
    },

    async endSessions(userId) {
      await db.deleteFrom('session').where('userId', '=', userId).execute();
    },
    async clearSecondFactor(userId) {
      await db.deleteFrom('twoFactor').where('userId', '=', userId).execute();
      await db.updateTable('user').set({ twoFactorEnabled: 0 }).where('id', '=', userId).execute();
    },
    putCode: ({ codeHash, userId, expiresAt }) =>
      inTransaction(db, async (trx) => {
        await trx.deleteFrom('person_codes').where('user_id', '=', userId).execute();
        await trx
          .insertInto('person_codes')
          .values({ code_hash: codeHash, user_id: userId, expires_at: expiresAt })
          .execute();
      }),
    async takeCode(codeHash, now) {
      const row = await db
        .deleteFrom('person_codes')
        .where('code_hash', '=', codeHash)
        .where('expires_at', '>', now)
        .returning('user_id')
        .executeTakeFirst();
      return row?.user_id ?? null;
    },
  };
}
