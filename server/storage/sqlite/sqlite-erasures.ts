import { sql, type Kysely, type SelectQueryBuilder } from 'kysely';
import { erasureStatementSchema, type ErasureTarget } from '../../../contracts/personal.ts';
import type { ErasureScope, ErasureStore } from '../personal-port.ts';
import { inTransaction } from './in-transaction.ts';
import type { Tables } from './tables.ts';
import { erasedButCounted } from './what-counts.ts';

const COUNTED = ['interview', 'respondent'] as const;
/** A visit holds no answers: what is not personal of it stays, for the rates of response. */
const WITHOUT_ANSWERS = 'visit';

/** Erasures: what hangs together is found, removed, and remembered by its ids. */
export function createErasureStore(db: Kysely<Tables>): ErasureStore {
  return {
    scope: (target) => findScope(db, target),

    erase: (scope, { id: erasureId, at, mode }) =>
      inTransaction(db, async (trx) => {
        await trx.insertInto('erasures').values({ id: erasureId, at, mode, statement: '' }).execute();
        for (const { id, kind, declined } of scope.records) {
          await trx
            .deleteFrom('personal_data')
            .where('sequence', 'in', (select) =>
              select
                .selectFrom('submissions')
                .where('submissions.study_id', '=', scope.studyId)
                .where('submissions.id', '=', id)
                .select('submissions.sequence'),
            )
            .execute();
          const isAll = mode === 'everything' && kind !== WITHOUT_ANSWERS;
          if (isAll)
            await trx
              .updateTable('submissions')
              .set({ payload: '', status: sql`case status when 'stored' then 'erased' else status end` })
              .where('study_id', '=', scope.studyId)
              .where('id', '=', id)
              .execute();
          await trx
            .insertInto('erased_records')
            .values({
              ...{ id, mode: isAll ? 'everything' : 'identifying', erasure_id: erasureId },
              declined: declined ? 1 : 0,
            })
            .onConflict((conflict) =>
              conflict.column('id').doUpdateSet((set) => ({
                mode: sql`case when erased_records.mode = 'everything' then 'everything' else ${set.ref('excluded.mode')} end`,
                declined: sql`max(erased_records.declined, ${set.ref('excluded.declined')})`,
              })),
            )
            .execute();
        }
        // What is unfinished of her goes, and what comes later of it is not kept.
        for (const id of scope.expected)
          await trx
            .insertInto('erased_records')
            .values({ id, mode, erasure_id: erasureId, declined: 0 })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        for (const id of scope.cases) {
          await trx
            .deleteFrom('case_contacts')
            .where('study_id', '=', scope.studyId)
            .where('id', '=', id)
            .execute();
          await trx
            .insertInto('erased_cases')
            .values({ study_id: scope.studyId, id, erasure_id: erasureId })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }
        // A stored result lists its respondents; the next one is computed without her.
        if (mode === 'everything')
          await trx
            .updateTable('segmentations')
            .set({ result_text: null })
            .where('study_id', '=', scope.studyId)
            .execute();
      }),

    async conclude(statement) {
      await db
        .updateTable('erasures')
        .set({ statement: JSON.stringify(statement) })
        .where('id', '=', statement.id)
        .execute();
    },

    async list() {
      const rows = await db.selectFrom('erasures').select('statement').orderBy('sequence').execute();
      return rows.map(({ statement }) => erasureStatementSchema.parse(JSON.parse(statement)));
    },

    async counts(studyId) {
      const rows = await db
        .selectFrom('submissions')
        .leftJoin('personal_data', (join) =>
          join
            .onRef('personal_data.sequence', '=', 'submissions.sequence')
            .on('personal_data.content', 'is not', null),
        )
        .where('study_id', '=', studyId)
        .select((select) => [
          'kind',
          'status',
          select.fn.countAll<number>().as('count'),
          select.fn.count<number>('personal_data.sequence').as('personal'),
        ])
        .groupBy(['kind', 'status'])
        .execute();
      const sum = (statuses: readonly string[]): number =>
        rows.reduce(
          (total, { kind, status, count }) =>
            total + (COUNTED.some((one) => one === kind) && statuses.includes(status) ? count : 0),
          0,
        );
      return {
        stored: sum(['stored']),
        erased: sum(['erased']),
        held: sum(['conflict', 'quarantined']),
        withPersonalData: rows.reduce((total, { personal }) => total + personal, 0),
      };
    },

    async countByBranch(studyId) {
      const rows = await erasedButCounted(db, studyId)
        .select((select) => ['branch', 'declined', select.fn.countAll<number>().as('count')])
        .groupBy(['branch', 'declined'])
        .execute();
      const countsOf = (declined: number): ReadonlyMap<string, number> =>
        new Map(rows.flatMap((row) => (row.declined === declined ? [[row.branch, row.count]] : [])));
      return { agreed: countsOf(0), declined: countsOf(1) };
    },

    async cases(studyId) {
      const rows = await db.selectFrom('erased_cases').select('id').where('study_id', '=', studyId).execute();
      return new Set(rows.map(({ id }) => id));
    },

    async caseInterviews(studyId) {
      const rows = await erasedButCounted(db, studyId)
        .select(['submissions.id', 'branch', 'sequence', 'case_id', 'declined'])
        .where('kind', '=', 'interview')
        .where('case_id', 'is not', null)
        .execute();
      return rows.map(({ case_id, declined, ...row }) => ({
        ...row,
        caseId: case_id ?? '',
        agreed: declined === 0,
      }));
    },

    async remains({ mode, studyId, cases, records, expected = [] }) {
      const found: string[] = [];
      for (const id of expected) if ((await countDraftCopies(db, id)) > 0) found.push(id);
      for (const { id, kind } of records) {
        const rows = await withPersonal(db)
          .where('study_id', '=', studyId)
          .where('submissions.id', '=', id)
          .execute();
        const isAll = mode === 'everything' && kind !== WITHOUT_ANSWERS;
        const photos = await countAttachments(db, [id]);
        const copies = await countDraftCopies(db, id);
        if (
          photos > 0 ||
          copies > 0 ||
          rows.some((row) => row.personal !== null || (isAll && row.payload !== ''))
        )
          found.push(id);
      }
      for (const id of cases) {
        const contact = await db
          .selectFrom('case_contacts')
          .where('study_id', '=', studyId)
          .where('id', '=', id)
          .select('id')
          .executeTakeFirst();
        if (contact) found.push(`case ${id}`);
      }
      return found;
    },

    async scrub() {
      await sql`vacuum`.execute(db);
      return clearLog(db);
    },

    clearLog: () => clearLog(db),
  };
}

async function clearLog(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
  return rows[0]?.busy === 0;
}

const withPersonal = (db: Kysely<Tables>) =>
  db
    .selectFrom('submissions')
    .leftJoin('personal_data', 'personal_data.sequence', 'submissions.sequence')
    .select(['submissions.payload', 'personal_data.sequence as personal']);

/** Photos that are there still. A trigger takes their content when the record is noted as erased. */
async function countAttachments(db: Kysely<Tables>, ids: readonly string[]): Promise<number> {
  const { count } = await db
    .selectFrom('attachments')
    .where('submission_id', 'in', ids)
    .where('content', 'is not', null)
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Copies of it from when it was unfinished; they go as photos do. */
async function countDraftCopies(db: Kysely<Tables>, id: string): Promise<number> {
  const { count } = await db
    .selectFrom('draft_copies')
    .where('id', '=', id)
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

const COLUMNS = [
  'sequence',
  'id',
  'study_id',
  'kind',
  'status',
  'branch',
  'case_id',
  'revision_of',
  'received_at',
  'hash',
  'content_hash',
] as const;

/** The interview that a visit or a back-check is about. */
const ABOUT = sql<string>`case when json_valid(payload) then json_extract(payload, '$.interviewId') end`;

/** Interviews that visits and back-checks among these records are about. */
async function namedBy(
  db: Kysely<Tables>,
  rows: readonly { readonly sequence: number; readonly kind: string }[],
): Promise<string[]> {
  const about = rows.flatMap(({ sequence, kind }) => (COUNTED.some((one) => one === kind) ? [] : [sequence]));
  const named = await db
    .selectFrom('submissions')
    .where('sequence', 'in', about)
    .where(ABOUT, 'is not', null)
    .select(ABOUT.as('id'))
    .distinct()
    .execute();
  return named.map(({ id }) => id);
}

async function findScope(db: Kysely<Tables>, target: ErasureTarget): Promise<ErasureScope | null> {
  const select = (): SelectQueryBuilder<Tables, 'submissions', object> => db.selectFrom('submissions');
  let rows =
    'recordId' in target
      ? await select().select(COLUMNS).where('id', '=', target.recordId).execute()
      : await select()
          .select(COLUMNS)
          .where('study_id', '=', target.studyId)
          .where('case_id', '=', target.caseId)
          .execute();
  const studyId = 'studyId' in target ? target.studyId : rows[0]?.study_id;
  if (studyId === undefined) return null;
  const cases = new Set('caseId' in target ? [target.caseId] : []);
  let named: readonly string[] = [];
  for (;;) {
    for (const { case_id } of rows) if (case_id !== null) cases.add(case_id);
    const ids = [...new Set(rows.map(({ id }) => id))];
    const before = rows.flatMap(({ revision_of }) => revision_of ?? []);
    named = await namedBy(db, rows);
    const found = await select()
      .select(COLUMNS)
      .where('study_id', '=', studyId)
      .where((where) =>
        where.or([
          where('id', 'in', [...ids, ...before, ...named]),
          where('revision_of', 'in', ids),
          where('case_id', 'in', [...cases]),
          where.and([where('kind', 'not in', COUNTED), where(ABOUT, 'in', ids)]),
        ]),
      )
      .orderBy('sequence')
      .execute();
    const isWhole = found.length === rows.length;
    rows = found;
    if (isWhole) break;
  }
  const contacts = await db
    .selectFrom('case_contacts')
    .where('study_id', '=', studyId)
    .where('id', 'in', [...cases])
    .select('id')
    .execute();
  if (rows.length === 0 && contacts.length === 0) return null;
  const here = new Set(rows.map(({ id }) => id));
  return {
    studyId,
    expected: named.filter((id) => !here.has(id)),
    cases: [...cases].sort(),
    contacts: contacts.length,
    attachments: await countAttachments(
      db,
      rows.map(({ id }) => id),
    ),
    records: rows.map(({ id, kind, status, branch, received_at, hash, content_hash }) => ({
      ...{ id, kind, status, branch },
      receivedAt: received_at,
      digest: content_hash ?? hash,
    })),
  };
}
