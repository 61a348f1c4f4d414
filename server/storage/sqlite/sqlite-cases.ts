import { sql, type Kysely, type Transaction } from 'kysely';
import type { Contact } from '../../../contracts/case.ts';
import type { CaseRecord, CaseStore } from '../port.ts';
import { inTransaction } from './in-transaction.ts';
import type { Tables } from './tables.ts';

/** Rows a statement carries; six columns a row stay far below SQLite's limit of parameters. */
const ROWS_AT_ONCE = 500;

const CONTACT_FIELDS = ['name', 'phone', 'address', 'notes'] as const;

/** The respondent list; names, telephone numbers and addresses in a table of their own. */
export function createCaseStore(db: Kysely<Tables>): CaseStore {
  return {
    put: (studyId, cases) =>
      inTransaction(db, async (trx) => {
        for (const some of pieces(cases)) {
          await putCases(trx, studyId, some);
          await putContacts(trx, studyId, some);
        }
      }),

    assign: (studyId, ids, tabletId) =>
      inTransaction(db, async (trx) => {
        for (const some of pieces(ids))
          await trx
            .updateTable('cases')
            .set({ tablet_id: tabletId })
            .where('study_id', '=', studyId)
            .where('id', 'in', some)
            .execute();
      }),

    close: (studyId, ids, reason) =>
      inTransaction(db, async (trx) => {
        for (const some of pieces(ids))
          await trx
            .updateTable('cases')
            .set({ closed_reason: reason })
            .where('study_id', '=', studyId)
            .where('id', 'in', some)
            .execute();
      }),

    remove: (studyId, ids) =>
      inTransaction(db, async (trx) => {
        for (const some of pieces(ids))
          for (const table of ['case_contacts', 'cases'] as const)
            await trx.deleteFrom(table).where('study_id', '=', studyId).where('id', 'in', some).execute();
      }),

    async withRecords(studyId, ids) {
      const found = new Set<string>();
      for (const some of pieces(ids)) {
        const rows = await db
          .selectFrom('submissions')
          .select('case_id')
          .distinct()
          .where('study_id', '=', studyId)
          .where('case_id', 'in', some)
          .execute();
        for (const { case_id } of rows) if (case_id !== null) found.add(case_id);
      }
      return found;
    },

    async branchOf(studyId, id) {
      const row = await db
        .selectFrom('cases')
        .select('branch')
        .where('study_id', '=', studyId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.branch ?? null;
    },

    async list(studyId) {
      const rows = await db
        .selectFrom('cases')
        .select(['id', 'branch', 'wave', 'tablet_id', 'added_at', 'closed_reason'])
        .where('study_id', '=', studyId)
        .orderBy('id')
        .execute();
      return rows.map(({ tablet_id, added_at, closed_reason, ...row }) => ({
        ...row,
        tabletId: tablet_id,
        addedAt: added_at,
        ...(closed_reason === null ? {} : { closedReason: closed_reason }),
      }));
    },

    async contacts(studyId, ids) {
      const contacts = new Map<string, Contact>();
      const query = db
        .selectFrom('case_contacts')
        .select(['id', ...CONTACT_FIELDS])
        .where('study_id', '=', studyId);
      const parts = ids === undefined ? [query] : pieces(ids).map((some) => query.where('id', 'in', some));
      for (const part of parts)
        for (const { id, ...row } of await part.execute()) contacts.set(id, withoutNulls(row));
      return contacts;
    },
  };
}

const withoutNulls = (row: Record<(typeof CONTACT_FIELDS)[number], string | null>): Contact =>
  Object.fromEntries(CONTACT_FIELDS.flatMap((field) => (row[field] === null ? [] : [[field, row[field]]])));

async function putCases(
  trx: Transaction<Tables>,
  studyId: string,
  cases: readonly Omit<CaseRecord, 'closedReason'>[],
): Promise<void> {
  await trx
    .insertInto('cases')
    .values(
      cases.map(({ id, branch, wave, tabletId, addedAt }) => ({
        ...{ study_id: studyId, id, branch, wave },
        ...{ tablet_id: tabletId, added_at: addedAt },
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['study_id', 'id']).doUpdateSet({
        branch: sql`excluded.branch`,
        wave: sql`excluded.wave`,
        tablet_id: sql`excluded.tablet_id`,
        added_at: sql`excluded.added_at`,
      }),
    )
    .execute();
}

async function putContacts(
  trx: Transaction<Tables>,
  studyId: string,
  cases: readonly (Pick<CaseRecord, 'id'> & { readonly contact?: Contact | undefined })[],
): Promise<void> {
  const rows = cases.flatMap(({ id, contact }) =>
    contact === undefined
      ? []
      : [
          {
            ...{ study_id: studyId, id, name: contact.name ?? null, phone: contact.phone ?? null },
            ...{ address: contact.address ?? null, notes: contact.notes ?? null },
          },
        ],
  );
  if (rows.length === 0) return;
  await trx
    .insertInto('case_contacts')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['study_id', 'id']).doUpdateSet({
        name: sql`excluded.name`,
        phone: sql`excluded.phone`,
        address: sql`excluded.address`,
        notes: sql`excluded.notes`,
      }),
    )
    .execute();
}

const pieces = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / ROWS_AT_ONCE) }, (_, index) =>
    all.slice(index * ROWS_AT_ONCE, (index + 1) * ROWS_AT_ONCE),
  );
