import { bundleDrafts } from './bundle-drafts.ts';
import type { Enrolment } from './device-schema.ts';
import { journalRange } from './journal-range.ts';
import { STRICT } from './open-database.ts';
import { photoRange } from './photo-range.ts';
import { sendRecord } from './send-record.ts';
import { addToSyncLog } from './sync-log.ts';
import type { SyncWorld } from './sync-world.ts';

/**
 * What a revoked tablet does once all that is finished has its receipt, and nobody is working on it: hands
 * over the unfinished as they are, sealed, and then forgets everything it held, keys and copies too. What
 * has no receipt stays.
 */
export async function clearRevoked(world: SyncWorld, current: Enrolment): Promise<void> {
  const work = () => handOver(world, current);
  await (world.whileUnused === undefined ? work() : world.whileUnused(work));
}

async function handOver(world: SyncWorld, current: Enrolment): Promise<void> {
  const { database } = world;
  if ((await database.count('outbox')) > 0) return;
  for (const draft of (await bundleDrafts(database)).packed) {
    const link = (await database.get('enrolment', draft.tabletId)) ?? current;
    const outcome = await sendRecord(draft, link.token, world.fetch);
    if (outcome.kind === 'problem') return;
    const write = database.transaction(['drafts', 'journal', 'photos'], 'readwrite', STRICT);
    await Promise.all([
      write.objectStore('photos').delete(photoRange(draft.id)),
      write.objectStore('drafts').delete(draft.id),
      write.objectStore('journal').delete(journalRange(draft.id)),
      write.done,
    ]);
  }
  await forgetAll(world);
}

/** In one transaction, and only where nothing unsent is left. */
async function forgetAll({ database, nowMs }: SyncWorld): Promise<void> {
  const stores = [
    'drafts',
    'journal',
    'photos',
    'attachments',
    'outbox',
    'sent',
    'enumerators',
    'work',
    'marks',
  ] as const;
  const write = database.transaction(stores, 'readwrite', STRICT);
  const [drafts, outbox, sent, people] = await Promise.all(
    (['drafts', 'outbox', 'sent', 'enumerators'] as const).map((store) => write.objectStore(store).count()),
  );
  const isEmpty = drafts === 0 && outbox === 0;
  const hasSomething = sent !== 0 || people !== 0;
  if (isEmpty && hasSomething)
    for (const store of ['journal', 'photos', 'attachments', 'sent', 'enumerators', 'work', 'marks'] as const)
      await write.objectStore(store).clear();
  await write.done;
  if (isEmpty && hasSomething)
    await addToSyncLog(database, { atMs: nowMs(), event: 'cleared', id: null, detail: '' });
}
