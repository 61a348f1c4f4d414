import type { HeartbeatMore, SyncProblemCount } from '../../contracts/heartbeat-more.ts';
import type { Heartbeat } from '../../contracts/supervision.ts';
import { countDiscarded } from './discard-draft.ts';
import type { DeviceDatabase } from './open-database.ts';
import { summariseOutbox } from './outbox.ts';
import { readBattery } from './read-battery.ts';
import { readStorage } from './read-storage.ts';
import { readSyncLog } from './sync-log.ts';
import { summariseProblems } from './summarise-problems.ts';

/** How this tablet is, for the supervisor's board: counts, times and sizes; nothing of any interview. */
export async function readHeartbeat(database: DeviceDatabase): Promise<Omit<Heartbeat, keyof HeartbeatMore>> {
  const [drafts, outbox, storage] = await Promise.all([
    database.count('drafts'),
    summariseOutbox(database),
    readStorage(),
  ]);
  return {
    drafts,
    queued: outbox.count,
    oldestUnsentAt: outbox.oldestFinishedAt,
    storageUsed: storage.used,
    storageQuota: storage.quota,
    appVersion: import.meta.env.WAYMARK_VERSION ?? 'development',
  };
}

/** What newer servers are told as well: see contracts/heartbeat-more.ts. */
export async function readHeartbeatMore(database: DeviceDatabase): Promise<HeartbeatMore> {
  const [discarded, log, battery, storagePersisted] = await Promise.all([
    countDiscarded(database),
    readSyncLog(database),
    // Where there is no such thing as a battery, the rest is still worth telling.
    readBattery().catch(() => null),
    isPersisted(),
  ]);
  const receipt = log.find(({ event }) => event === 'receipted' || event === 'setAside');
  const syncProblems: readonly SyncProblemCount[] = summariseProblems(log);
  return {
    discarded,
    syncProblems: [...syncProblems],
    ...(receipt === undefined ? {} : { lastReceiptAt: new Date(receipt.atMs).toISOString() }),
    ...(battery === null ? {} : { battery }),
    ...(storagePersisted === null ? {} : { storagePersisted }),
  };
}

async function isPersisted(): Promise<boolean | null> {
  try {
    return await navigator.storage.persisted();
  } catch {
    return null;
  }
}
