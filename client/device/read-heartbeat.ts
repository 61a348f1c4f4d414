import type { Heartbeat } from '../../contracts/supervision.ts';
import { countDiscarded } from './discard-draft.ts';
import type { DeviceDatabase } from './open-database.ts';

/** How this tablet is, for the supervisor's board: counts, times and sizes; nothing of any interview. */
export async function readHeartbeat(database: DeviceDatabase): Promise<Heartbeat> {
  const read = database.transaction(['drafts', 'outbox']);
  const drafts = await read.objectStore('drafts').count();
  let queued = 0;
  let oldest: string | null = null;
  for await (const { value } of read.objectStore('outbox')) {
    queued += 1;
    // A damaged record has no date to go by.
    if (Number.isNaN(Date.parse(value.finishedAt))) continue;
    if (oldest === null || Date.parse(value.finishedAt) < Date.parse(oldest)) oldest = value.finishedAt;
  }
  await read.done;
  return {
    drafts,
    queued,
    discarded: await countDiscarded(database),
    oldestUnsentAt: oldest,
    ...(await storage()),
    appVersion: import.meta.env.WAYMARK_VERSION ?? 'development',
  };
}

async function storage(): Promise<Pick<Heartbeat, 'storageUsed' | 'storageQuota'>> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return { storageUsed: usage ?? null, storageQuota: quota ?? null };
  } catch {
    // No such API, or the browser will not say.
    return { storageUsed: null, storageQuota: null };
  }
}
