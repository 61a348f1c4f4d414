import type { Kysely } from 'kysely';
import { joinPersonal } from '../personal/join-personal.ts';
import type { PersonalRecord, PersonalStore, StoredPayload, SubmissionKind, WholeRecord } from '../port.ts';
import { inTransaction } from './in-transaction.ts';
import { createSubmissionStore } from './sqlite-submissions.ts';
import type { Tables } from './tables.ts';

/** Records joined at a time. */
const PAGE = 500;

/** What is personal of records, in a table apart, by the sequence number of the record. */
export function createPersonalStore(db: Kysely<Tables>): PersonalStore {
  return {
    read: (studyId, moment) => withPersonal(db, createSubmissionStore(db).read(studyId, moment)),

    async textOf(id) {
      const row = await db
        .selectFrom('submissions')
        .leftJoin('personal_data', 'personal_data.sequence', 'submissions.sequence')
        .select(['payload', 'content'])
        .where('id', '=', id)
        .where('status', '=', 'stored')
        .executeTakeFirst();
      return row ? joinPersonal(row.payload, row.content) : null;
    },

    records: (studyId) => readRecords(db, studyId),

    async unmoved(limit) {
      const place = await db.selectFrom('personal_moves').selectAll().executeTakeFirst();
      if (!place || place.next_sequence > place.last_sequence) return [];
      const rows = await db
        .selectFrom('submissions')
        .select(['sequence', 'study_id', 'kind', 'payload', 'status'])
        .where('sequence', '>=', place.next_sequence)
        .where('sequence', '<=', place.last_sequence)
        .orderBy('sequence')
        .limit(limit)
        .execute();
      return rows.map(({ study_id, kind, status, ...row }) => ({
        ...row,
        studyId: study_id,
        kind: kind as SubmissionKind,
        status: status === 'quarantined' ? 'quarantined' : 'stored',
      }));
    },

    move: (records) =>
      inTransaction(db, async (trx) => {
        for (const { sequence, payload, personal } of records) {
          if (!personal) continue;
          await trx.updateTable('submissions').set({ payload }).where('sequence', '=', sequence).execute();
          await trx
            .insertInto('personal_data')
            .values({ sequence, ...personal })
            .execute();
        }
        const last = records.at(-1);
        if (last)
          await trx
            .updateTable('personal_moves')
            .set({ next_sequence: last.sequence + 1 })
            .execute();
      }),
  };
}

async function* readRecords(db: Kysely<Tables>, studyId?: string): AsyncIterable<PersonalRecord> {
  let after = 0;
  for (;;) {
    const rows = await db
      .selectFrom('personal_data')
      .innerJoin('submissions', 'submissions.sequence', 'personal_data.sequence')
      .$if(studyId !== undefined, (query) => query.where('study_id', '=', studyId ?? ''))
      .where('personal_data.sequence', '>', after)
      .where('content', 'is not', null)
      .select(['personal_data.sequence', 'id', 'study_id', 'kind', 'status', 'branch', 'case_id'])
      .select(['received_at', 'payload', 'content'])
      .orderBy('personal_data.sequence')
      .limit(PAGE)
      .execute();
    for (const row of rows)
      yield {
        ...{ id: row.id, studyId: row.study_id, status: row.status, branch: row.branch },
        kind: row.kind as SubmissionKind,
        caseId: row.case_id,
        receivedAt: row.received_at,
        text: joinPersonal(row.payload, row.content),
      };
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.sequence;
  }
}

async function* withPersonal(
  db: Kysely<Tables>,
  records: AsyncIterable<StoredPayload>,
): AsyncIterable<WholeRecord> {
  let page: StoredPayload[] = [];
  for await (const record of records) {
    page.push(record);
    if (page.length < PAGE) continue;
    yield* await joinPage(db, page);
    page = [];
  }
  if (page.length > 0) yield* await joinPage(db, page);
}

async function joinPage(db: Kysely<Tables>, page: readonly StoredPayload[]): Promise<WholeRecord[]> {
  const ids = page.map(({ id }) => id);
  const rows = await db
    .selectFrom('submissions')
    .innerJoin('personal_data', 'personal_data.sequence', 'submissions.sequence')
    .select(['id', 'hash', 'content', 'digest'])
    .where('id', 'in', ids)
    .execute();
  const byKey = new Map(rows.map((row) => [`${row.id} ${row.hash}`, row]));
  return page.map((record) => {
    const own = byKey.get(`${record.id} ${record.hash}`);
    return {
      ...record,
      payload: joinPersonal(record.payload, own?.content ?? null),
      personDigest: own?.digest ?? null,
    };
  });
}
