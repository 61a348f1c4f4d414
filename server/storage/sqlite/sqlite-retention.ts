import type { Kysely } from 'kysely';
import { retentionSchema } from '../../../contracts/personal.ts';
import type { RetentionStore } from '../personal-port.ts';
import { inTransaction } from './in-transaction.ts';
import type { Tables } from './tables.ts';

/** Later than any time of receipt. */
const ALWAYS = '9999';

/** How long personal data is kept, and what is past its time. */
export function createRetentionStore(db: Kysely<Tables>): RetentionStore {
  return {
    async list() {
      const rows = await db.selectFrom('retention').selectAll().execute();
      return new Map(
        rows.map(({ study_id, days, counted_from }) => [
          study_id,
          retentionSchema.parse({ days, countedFrom: counted_from }),
        ]),
      );
    },

    set: (studyId, retention, setBy, setAt) =>
      inTransaction(db, async (trx) => {
        await trx.deleteFrom('retention').where('study_id', '=', studyId).execute();
        if (retention === null) return;
        const { days, countedFrom } = retention;
        await trx
          .insertInto('retention')
          .values({ study_id: studyId, days, counted_from: countedFrom, set_by: setBy, set_at: setAt })
          .execute();
      }),

    async fieldworkEnd(studyId) {
      const study = await db
        .selectFrom('studies')
        .select('ends_on')
        .where('id', '=', studyId)
        .executeTakeFirst();
      if (study?.ends_on) return study.ends_on;
      const targets = await db
        .selectFrom('targets')
        .select((select) => select.fn.max<string | null>('ends_on').as('last'))
        .where('study_id', '=', studyId)
        .executeTakeFirst();
      return targets?.last ?? null;
    },

    async kept(studyId, receivedBefore = ALWAYS) {
      const records = await pastTime(db, studyId, receivedBefore)
        .select((select) => [
          select.fn.countAll<number>().as('count'),
          select.fn.min<string | null>('received_at').as('oldest'),
        ])
        .executeTakeFirstOrThrow();
      const unreadable = await pastTime(db, studyId, receivedBefore)
        .where('status', '!=', 'stored')
        .where('payload', '=', '')
        .select((select) => select.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      const contacts = await db
        .selectFrom('case_contacts')
        .where('study_id', '=', studyId)
        .$if(receivedBefore !== ALWAYS, (query) =>
          query.where('id', 'in', doneWith(db, studyId, receivedBefore)),
        )
        .select((select) => select.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      const attachments = await oldAttachments(db, studyId, receivedBefore)
        .select((select) => select.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      const copies = await oldDraftCopies(db, studyId, receivedBefore)
        .select((select) => select.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return {
        ...{ records: records.count, contacts: contacts.count, attachments: attachments.count },
        ...{ draftCopies: copies.count, unreadable: unreadable.count },
        oldest: records.oldest,
      };
    },

    purge: (studyId, receivedBefore) =>
      inTransaction(db, async (trx) => {
        await trx
          .deleteFrom('case_contacts')
          .where('study_id', '=', studyId)
          .where('id', 'in', doneWith(trx, studyId, receivedBefore))
          .execute();
        await trx
          .updateTable('attachments')
          .set({ content: null })
          .where('study_id', '=', studyId)
          .where('received_at', '<', receivedBefore)
          .execute();
        await trx
          .deleteFrom('draft_copies')
          .where('study_id', '=', studyId)
          .where('received_at', '<', receivedBefore)
          .where('state', '=', 'kept')
          .execute();
        await trx
          .updateTable('personal_data')
          .set({ content: null })
          .where('sequence', 'in', pastTime(trx, studyId, receivedBefore).select('submissions.sequence'))
          .execute();
      }),
  };
}

const pastTime = (db: Kysely<Tables>, studyId: string, receivedBefore: string) =>
  db
    .selectFrom('submissions')
    .innerJoin('personal_data', 'personal_data.sequence', 'submissions.sequence')
    .where('study_id', '=', studyId)
    .where('received_at', '<', receivedBefore)
    .where('content', 'is not', null);

const oldAttachments = (db: Kysely<Tables>, studyId: string, receivedBefore: string) =>
  db
    .selectFrom('attachments')
    .where('study_id', '=', studyId)
    .where('received_at', '<', receivedBefore)
    .where('content', 'is not', null);

const oldDraftCopies = (db: Kysely<Tables>, studyId: string, receivedBefore: string) =>
  db
    .selectFrom('draft_copies')
    .where('study_id', '=', studyId)
    .where('received_at', '<', receivedBefore)
    .where('state', '=', 'kept');

/** Entries of the list that were there before a moment, and nothing came of since: visited, or never. */
const doneWith = (db: Kysely<Tables>, studyId: string, receivedBefore: string) =>
  db
    .selectFrom('cases')
    .where('cases.study_id', '=', studyId)
    .where('cases.added_at', '<', receivedBefore)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('submissions')
            .whereRef('submissions.study_id', '=', 'cases.study_id')
            .whereRef('submissions.case_id', '=', 'cases.id')
            .where('submissions.received_at', '>=', receivedBefore)
            .select('submissions.sequence'),
        ),
      ),
    )
    .select('cases.id');
