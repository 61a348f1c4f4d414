import { sql, type ExpressionBuilder, type Kysely, type Selectable } from 'kysely';
import { auditEntrySchema, type AuditEntry, type AuditQuery } from '../../../contracts/audit.ts';
import { chainHash, FIRST_LINK } from '../chain-hash.ts';
import type { AuditStore } from '../port.ts';
import { inTransaction } from './in-transaction.ts';
import type { Tables } from './tables.ts';

const toEntry = (row: Selectable<Tables['audit_log']>): AuditEntry =>
  auditEntrySchema.parse({
    sequence: row.sequence,
    at: row.at,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    actorName: row.actor_name,
    role: row.role,
    action: row.action,
    target: row.target,
    outcome: row.outcome,
    address: row.address,
    detail: row.detail,
    hash: row.hash,
  });

/** The audit log: each line is chained to the one before by its hash. */
export function createAuditStore(db: Kysely<Tables>): AuditStore {
  return {
    append: (entry) =>
      inTransaction(db, async (trx) => {
        const last = await trx
          .selectFrom('audit_log')
          .select('hash')
          .orderBy('sequence', 'desc')
          .limit(1)
          .executeTakeFirst();
        await trx
          .insertInto('audit_log')
          .values({
            at: entry.at,
            actor_kind: entry.actorKind,
            actor_id: entry.actorId,
            actor_name: entry.actorName,
            role: entry.role,
            action: entry.action,
            target: entry.target,
            outcome: entry.outcome,
            address: entry.address,
            detail: entry.detail,
            hash: chainHash(last?.hash ?? FIRST_LINK, entry),
          })
          .execute();
      }),

    async search(query, limit) {
      const rows = await db
        .selectFrom('audit_log')
        .selectAll()
        .where((where) => where.and(conditions(where, query)))
        .orderBy('sequence', 'desc')
        .limit(limit)
        .execute();
      return rows.map(toEntry);
    },

    async actions() {
      const rows = await db.selectFrom('audit_log').select('action').distinct().orderBy('action').execute();
      return rows.map(({ action }) => action);
    },

    async readAfter(sequence, limit) {
      const rows = await db
        .selectFrom('audit_log')
        .selectAll()
        .where('sequence', '>', sequence)
        .orderBy('sequence')
        .limit(limit)
        .execute();
      return rows.map(toEntry);
    },

    async highestSequence() {
      const { rows } = await sql<{ seq: number }>`
        select seq from sqlite_sequence where name = 'audit_log'`.execute(db);
      return rows[0]?.seq ?? 0;
    },
  };
}

type Where = ExpressionBuilder<Tables, 'audit_log'>;

/** What a query asks for, as conditions. Days are whole: `to` includes its last instant. */
function conditions(where: Where, query: AuditQuery) {
  const { who, action, outcome, from, to, text, before } = query;
  const contains = (column: 'actor_name' | 'target' | 'detail' | 'address', part: string) =>
    where(sql<number>`instr(lower(coalesce(${sql.ref(column)}, '')), ${part.toLowerCase()})`, '>', 0);
  return [
    ...(who ? [where.or([contains('actor_name', who), where('actor_id', '=', who)])] : []),
    ...(action ? [where('action', '=', action)] : []),
    ...(outcome ? [where('outcome', '=', outcome)] : []),
    ...(from ? [where('at', '>=', `${from}T00:00:00.000Z`)] : []),
    ...(to ? [where('at', '<=', `${to}T23:59:59.999Z`)] : []),
    ...(text
      ? [where.or([contains('target', text), contains('detail', text), contains('address', text)])]
      : []),
    ...(before ? [where('sequence', '<', before)] : []),
  ];
}
