import type { Kysely, Transaction } from 'kysely';
import type { DraftCopy, DraftCopyStore } from '../draft-copy-port.ts';
import { inTransaction } from './in-transaction.ts';
import type { Tables } from './tables.ts';

/** Copies of unfinished interviews, sealed. Those that are finished or erased go by a trigger. */
export function createDraftCopyStore(db: Kysely<Tables>): DraftCopyStore {
  return {
    put: (copy, most) =>
      inTransaction(db, async (trx) => {
        if (await isOver(trx, copy)) return 'ended';
        const { id, tabletId, steps, content } = copy;
        const held = await trx
          .selectFrom('draft_copies')
          .select(['steps', 'state'])
          .where('id', '=', id)
          .where('tablet_id', '=', tabletId)
          .executeTakeFirst();
        if (held?.state === 'thrown-away') return 'ended';
        if (held?.state === 'recovered' && steps <= held.steps) return 'ended';
        if (held && steps < held.steps) return 'newer';
        if (held?.state !== 'kept' && (await countKept(trx, tabletId)) >= most) return 'full';
        await write(trx, { ...toRow(copy), hash: copy.hash, state: 'kept', content });
        return 'kept';
      }),

    end: (copy, how) =>
      inTransaction(db, async (trx) => {
        if (await isOver(trx, copy)) return;
        await write(trx, { ...toRow(copy), hash: '', state: how, content: null });
      }),

    async ofTablet(tabletId) {
      const rows = await db
        .selectFrom('draft_copies')
        .selectAll()
        .where('tablet_id', '=', tabletId)
        .where('state', '=', 'kept')
        .orderBy('received_at')
        .orderBy('id')
        .execute();
      return rows.map(({ id, study_id, steps, hash, received_at, content }) => ({
        ...{ id, tabletId, studyId: study_id, steps, hash, receivedAt: received_at },
        content: content ?? '',
      }));
    },

    async counts() {
      const rows = await db
        .selectFrom('draft_copies')
        .where('state', '=', 'kept')
        .select((select) => [
          'tablet_id',
          select.fn.countAll<number>().as('drafts'),
          select.fn.sum<number>('steps').as('steps'),
          select.fn.min('received_at').as('oldest'),
          select.fn.max('received_at').as('newest'),
        ])
        .groupBy('tablet_id')
        .execute();
      return rows.map(({ tablet_id, drafts, steps, oldest, newest }) => ({
        ...{ tabletId: tablet_id, drafts, steps, oldestAt: oldest, newestAt: newest },
      }));
    },
  };
}

/** Finished in its study, or erased; an unfinished interview that was set aside is neither: see migrations/drafts.ts. */
async function isOver(
  trx: Transaction<Tables>,
  { id, studyId }: Pick<DraftCopy, 'id' | 'studyId'>,
): Promise<boolean> {
  const finished = await trx
    .selectFrom('submissions')
    .select('sequence')
    .where('id', '=', id)
    .where('study_id', '=', studyId)
    .where((where) =>
      where.or([where('reason', 'is', null), where('reason', 'not like', '%unfinished interview%')]),
    )
    .executeTakeFirst();
  if (finished) return true;
  const erased = await trx.selectFrom('erased_records').select('id').where('id', '=', id).executeTakeFirst();
  return erased !== undefined;
}

async function countKept(trx: Transaction<Tables>, tabletId: string): Promise<number> {
  const { count } = await trx
    .selectFrom('draft_copies')
    .where('tablet_id', '=', tabletId)
    .where('state', '=', 'kept')
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

const toRow = ({ id, tabletId, studyId, steps, receivedAt }: Omit<DraftCopy, 'content' | 'hash'>) => ({
  ...{ id, tablet_id: tabletId, study_id: studyId, steps, received_at: receivedAt },
});

const write = (trx: Transaction<Tables>, row: Tables['draft_copies']) =>
  trx
    .insertInto('draft_copies')
    .values(row)
    .onConflict((conflict) => conflict.columns(['id', 'tablet_id']).doUpdateSet(row))
    .execute();
