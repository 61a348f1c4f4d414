import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { AttachmentStore } from '../attachments-port.ts';
import type { Tables } from './tables.ts';

/** Photos of interviews, sealed. */
export const createAttachmentStore = (db: Kysely<Tables>): AttachmentStore => ({
  async add({ submissionId, hash, studyId, tabletId, receivedAt, content, isOpen = true, reason = null }) {
    const row = { study_id: studyId, tablet_id: tabletId, received_at: receivedAt, content, reason };
    await db
      .insertInto('attachments')
      .values({
        ...{ submission_id: submissionId, hash, ...row },
        copy: isOpen && reason === null ? '' : createHash('sha256').update(content).digest('hex'),
      })
      // The first good copy stays; whoever sent it again last hears of it.
      .onConflict((conflict) =>
        conflict.columns(['submission_id', 'hash', 'copy', 'study_id']).doUpdateSet({ tablet_id: tabletId }),
      )
      .execute();
  },
  async hashesOf({ studyId, submissionId }, tabletId) {
    const rows = await db
      .selectFrom('attachments')
      .select('hash')
      .distinct()
      .where('submission_id', '=', submissionId)
      .where('study_id', '=', studyId)
      .where((where) =>
        where.or([
          where('reason', 'is', null),
          ...(tabletId === undefined ? [] : [where('tablet_id', '=', tabletId)]),
        ]),
      )
      .orderBy('hash')
      .execute();
    return rows.map(({ hash }) => hash);
  },
  async contentOf({ studyId, submissionId }, hash) {
    const row = await db
      .selectFrom('attachments')
      .select('content')
      .where('submission_id', '=', submissionId)
      .where('hash', '=', hash)
      .where('study_id', '=', studyId)
      .where('reason', 'is', null)
      .orderBy((order) => order.case().when('copy', '=', '').then(0).else(1).end())
      .orderBy('received_at', 'desc')
      .executeTakeFirst();
    return row?.content ?? null;
  },
  setAside: (submissionId) =>
    db
      .selectFrom('attachments')
      .select(['hash', 'reason'])
      .where('submission_id', '=', submissionId)
      .where('reason', 'is not', null)
      .orderBy('received_at')
      .$narrowType<{ reason: string }>()
      .execute(),
  async interviewOf(submissionId) {
    const row = await db
      .selectFrom('submissions')
      .select(['study_id', 'branch', 'tablet_id'])
      .where('id', '=', submissionId)
      .orderBy((order) => order.case().when('status', '=', 'stored').then(0).else(1).end())
      .executeTakeFirst();
    return row ? { studyId: row.study_id, branch: row.branch, tabletId: row.tablet_id } : null;
  },
});
