import { draftCopyReceiptSchema, draftGoneSchema } from '../../contracts/draft-copy.ts';
import { bundleWithoutPhotos } from './bundle-drafts.ts';
import type { Enrolment } from './device-schema.ts';
import { journalRange } from './journal-range.ts';
import type { DeviceDatabase } from './open-database.ts';
import { offerDelivery, type Problem } from './send-record.ts';
import type { SyncWorld } from './sync-world.ts';

/** A draft that has changed since the server confirmed a copy of it. */
export interface ChangedDraft {
  readonly id: string;
  /** Entries of its journal. */
  readonly steps: number;
}

type CopyWorld = Pick<SyncWorld, 'database' | 'fetch' | 'nowMs'>;

/** Drafts of this tablet that the server has no copy of as they are now. Opens nothing, so it needs no PIN. */
export async function changedDrafts(database: DeviceDatabase): Promise<readonly ChangedDraft[]> {
  const read = database.transaction(['drafts', 'journal', 'copies']);
  const ids = await read.objectStore('drafts').getAllKeys();
  const drafts = await Promise.all(
    ids.map(async (id) => ({
      id,
      steps: await read.objectStore('journal').count(journalRange(id)),
      copied: (await read.objectStore('copies').get(id))?.steps ?? 0,
    })),
  );
  return drafts.filter(({ steps, copied }) => steps > copied);
}

/**
 * Sends a copy of a draft as it lies in storage, sealed to the institution. Only a receipt for these very bytes
 * counts. That it is tried is noted first, so that a copy which arrived unnoticed can be taken back.
 *
 * @returns `nothing` where it is gone by now, or the tablet has not met the institution's key yet
 */
export async function copyDraft(
  world: CopyWorld,
  id: string,
): Promise<Problem | { readonly kind: 'confirmed' | 'nothing' }> {
  const { database, nowMs } = world;
  const [packed, current] = await Promise.all([
    bundleWithoutPhotos(database, id),
    database.get('enrolment', 'current'),
  ]);
  if (packed === null || current === undefined) return { kind: 'nothing' };
  const link = (await database.get('enrolment', packed.tabletId)) ?? current;
  if ((await database.getKey('copies', id)) === undefined)
    await database.put('copies', { id, tabletId: packed.tabletId, steps: 0, confirmedAtMs: null });
  const delivery = { hash: packed.hash, payload: packed.payload };
  const answer = await offerUnder(world, link, current, `/api/device/drafts/${id}`, delivery);
  if ('code' in answer) return answer;
  const receipt = draftCopyReceiptSchema.safeParse(answer.body);
  if (!receipt.success)
    return { kind: 'problem', code: 'notAReceipt', detail: 'An answer, but no receipt of the copy' };
  if (receipt.data.id !== id || receipt.data.hash !== packed.hash)
    return { kind: 'problem', code: 'wrongReceipt', detail: 'The receipt is for another copy' };
  await database.put('copies', {
    ...{ id, tabletId: packed.tabletId, steps: packed.steps },
    confirmedAtMs: receipt.data.state === 'ended' ? null : nowMs(),
  });
  return { kind: 'confirmed' };
}

/**
 * Has the server forget the copies of drafts that were thrown away here. Of those that are finished it forgets by
 * itself, when the interview comes. Gives the first problem.
 */
export async function endCopies(world: CopyWorld): Promise<Problem | null> {
  const { database } = world;
  const current = await database.get('enrolment', 'current');
  if (current === undefined) return null;
  for (const { id, tabletId } of await database.getAll('copies')) {
    const [draft, unsent, sent] = await Promise.all([
      database.getKey('drafts', id),
      database.getKey('outbox', id),
      database.getKey('sent', id),
    ]);
    if (draft !== undefined || unsent !== undefined) continue;
    if (sent === undefined) {
      const link = (await database.get('enrolment', tabletId)) ?? current;
      const answer = await offerUnder(world, link, current, `/api/device/drafts/${id}/thrown-away`, {});
      if ('code' in answer) return answer;
      const gone = draftGoneSchema.safeParse(answer.body);
      if (!gone.success || gone.data.id !== id)
        return { kind: 'problem', code: 'notAReceipt', detail: 'An answer, but not that the copy is gone' };
    }
    await database.delete('copies', id);
  }
  return null;
}

/** Under the link it was begun under; where that is not known any more, under the current one of the same study. */
async function offerUnder(
  world: CopyWorld,
  link: Enrolment,
  current: Enrolment,
  path: string,
  body: Parameters<typeof offerDelivery>[1],
): ReturnType<typeof offerDelivery> {
  const answer = await offerDelivery(path, body, link.token, world.fetch);
  const isUnknown = 'code' in answer && answer.code === 'notEnrolled';
  if (!isUnknown || link.token === current.token || link.study.id !== current.study.id) return answer;
  return offerDelivery(path, body, current.token, world.fetch);
}
