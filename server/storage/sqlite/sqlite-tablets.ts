import type { Kysely, Selectable } from 'kysely';
import type { EnrolCodeRecord, TabletRecord, TabletStore } from '../port.ts';
import { scopeFromColumn, scopeToColumn } from './scope-column.ts';
import { inTransaction } from './in-transaction.ts';
import type { Tables } from './tables.ts';

const toTablet = (row: Omit<Selectable<Tables['tablets']>, 'token_hash'>): TabletRecord => ({
  id: row.id,
  studyId: row.study_id,
  name: row.name,
  branches: scopeFromColumn(row.branches),
  enrolledAt: row.enrolled_at,
  lastSeenAt: row.last_seen_at,
  revokedAt: row.revoked_at,
});

const toCode = (row: Selectable<Tables['enrol_codes']>): EnrolCodeRecord => ({
  codeHash: row.code_hash,
  studyId: row.study_id,
  branches: scopeFromColumn(row.branches),
  expiresAt: row.expires_at,
  singleUse: row.single_use === 1,
});

/** Tablets and the codes that enrol them. Only hashes of codes and tokens are kept. */
export function createTabletStore(db: Kysely<Tables>): TabletStore {
  return {
    async addCode(code) {
      await db
        .insertInto('enrol_codes')
        .values({
          code_hash: code.codeHash,
          study_id: code.studyId,
          branches: scopeToColumn(code.branches),
          expires_at: code.expiresAt,
          single_use: code.singleUse ? 1 : 0,
          used_at: null,
        })
        .execute();
    },

    enrol: (codeHash, now, make) =>
      inTransaction(db, async (trx) => {
        const row = await trx
          .selectFrom('enrol_codes')
          .selectAll()
          .where('code_hash', '=', codeHash)
          .where('expires_at', '>', now)
          .where((where) => where.or([where('single_use', '=', 0), where('used_at', 'is', null)]))
          .executeTakeFirst();
        if (!row) return null;
        const { tokenHash, ...tablet } = make(toCode(row));
        await trx
          .updateTable('enrol_codes')
          .set({ used_at: now })
          .where('code_hash', '=', codeHash)
          .execute();
        await trx
          .insertInto('tablets')
          .values({
            id: tablet.id,
            study_id: tablet.studyId,
            name: tablet.name,
            branches: scopeToColumn(tablet.branches),
            token_hash: tokenHash,
            enrolled_at: tablet.enrolledAt,
            last_seen_at: tablet.lastSeenAt,
            revoked_at: tablet.revokedAt,
          })
          .execute();
        return tablet;
      }),

    async findByToken(tokenHash) {
      const row = await db
        .selectFrom('tablets')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst();
      return row ? toTablet(row) : null;
    },

    async find(id) {
      const row = await db.selectFrom('tablets').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? toTablet(row) : null;
    },

    async list() {
      const rows = await db
        .selectFrom('tablets')
        .selectAll()
        .select((select) => {
          const sent = select
            .selectFrom('submissions')
            .whereRef('submissions.tablet_id', '=', 'tablets.id')
            .select((count) => count.fn.countAll<number>().as('count'));
          return [
            sent.where('status', 'in', ['stored', 'erased']).as('received'),
            sent.where('status', 'in', ['conflict', 'quarantined']).as('held'),
          ];
        })
        .orderBy('enrolled_at')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({ ...toTablet(row), received: row.received ?? 0, held: row.held ?? 0 }));
    },

    async listInUse() {
      const rows = await db.selectFrom('tablets').selectAll().where('revoked_at', 'is', null).execute();
      return rows.map(toTablet);
    },

    async rename(id, name) {
      await db.updateTable('tablets').set({ name }).where('id', '=', id).execute();
    },

    async markSeen(id, now) {
      await db
        .updateTable('tablets')
        .set({ last_seen_at: now })
        .where('id', '=', id)
        .where((where) => where.or([where('last_seen_at', 'is', null), where('last_seen_at', '<', now)]))
        .execute();
    },

    async wasNotSeen(id, lastSeenAt) {
      await db.updateTable('tablets').set({ last_seen_at: lastSeenAt }).where('id', '=', id).execute();
    },

    async revoke(id, now) {
      await db
        .updateTable('tablets')
        .set({ revoked_at: now })
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .execute();
      const row = await db.selectFrom('tablets').select('id').where('id', '=', id).executeTakeFirst();
      return row !== undefined;
    },
  };
}
