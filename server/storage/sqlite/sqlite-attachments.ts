import type { Kysely } from 'kysely';
import type { AttachmentStore } from '../attachments-port.ts';
import type { Tables } from './tables.ts';

/** Photos of interviews, sealed. */
export const createAttachmentStore = (db: Kysely<Tables>): AttachmentStore => ({
  async add({ submissionId, hash, studyId, tabletId, receivedAt, content }) {
    await db
      .insertInto('attachments')
      .values({
        submission_id: submissionId,
        hash,
        study_id: studyId,
        tablet_id: tabletId,
        received_at: receivedAt,
        content,
      })
      .onConflict((conflict) => conflict.columns(['submission_id', 'hash', 'copy']).doNothing())
      .execute();
  },
  async hashesOf(submissionId) {
    const rows = await db
      .selectFrom('attachments')
      .select('hash')
      .where('submission_id', '=', submissionId)
      .orderBy('hash')
      .execute();
    return rows.map(({ hash }) => hash);
  },
  async contentOf(submissionId, hash) {
    const row = await db
      .selectFrom('attachments')
      .select('content')
      .where('submission_id', '=', submissionId)
      .where('hash', '=', hash)
      .executeTakeFirst();
    return row?.content ?? null;
  },
});
