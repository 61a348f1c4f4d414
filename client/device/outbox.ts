import type { Receipt } from '../../contracts/submission.ts';
import type { OutboxRecord, SentRecord, SyncLogEntry, SyncProblem } from './device-schema.ts';
import { readable } from './readable.ts';
import { photoRange } from './photo-range.ts';
import { addLine, addToSyncLog } from './sync-log.ts';
import { STRICT, type DeviceDatabase } from './open-database.ts';

const KEEP_SENT_MS = 7 * 86_400_000;

/** How many interviews are unsent. */
export const countOutbox = (database: DeviceDatabase): Promise<number> => database.count('outbox');

/**
 * How many interviews are unsent, and when the first of them was finished (device clock, ISO 8601; null where
 * none is). Read without what is in them: hundreds may wait.
 */
export async function summariseOutbox(
  database: DeviceDatabase,
): Promise<{ readonly count: number; readonly oldestFinishedAt: string | null }> {
  const { store } = database.transaction('outbox');
  // A damaged record has no date to go by.
  const dates = IDBKeyRange.bound('0', ':');
  const [count, oldest] = await Promise.all([store.count(), store.index('finishedAt').openKeyCursor(dates)]);
  return { count, oldestFinishedAt: oldest?.key ?? null };
}

/** How many of the kept copies are of interviews that the server has set aside: see `isSetAside`. */
export async function countSetAside(database: DeviceDatabase): Promise<number> {
  const { store } = database.transaction('sent');
  const [all, stored] = await Promise.all([store.count(), store.index('status').count('stored')]);
  return all - stored;
}

/** Unsent interviews, the one that waits longest first. */
export async function listOutbox(database: DeviceDatabase): Promise<readonly OutboxRecord[]> {
  const records = (await database.getAll('outbox')).map(readable);
  return records.sort((a, b) => Date.parse(a.finishedAt) - Date.parse(b.finishedAt));
}

/** Interviews with a receipt whose copy is still here, the latest first. */
export async function listSent(database: DeviceDatabase): Promise<readonly SentRecord[]> {
  const records = await database.getAll('sent');
  return records.sort((a, b) => b.sentAtMs - a.sentAtMs);
}

/** True for an interview that the server holds, but kept apart for a person of the office to look at. */
export const isSetAside = ({ receipt }: Pick<SentRecord, 'receipt'>): boolean => receipt.status !== 'stored';

/** Notes of a delivery that it did not work. The payload and its hash stay as they are. */
export async function updateOutbox(
  database: DeviceDatabase,
  id: string,
  change: {
    readonly state: 'failed' | 'quarantined';
    readonly attempts: number;
    readonly notBeforeMs: number;
    readonly problem: SyncProblem;
  },
): Promise<void> {
  // Where it was lost, the record is simply tried again.
  const write = database.transaction('outbox', 'readwrite');
  const record = await write.store.get(id);
  if (record !== undefined) await write.store.put({ ...record, ...change });
  await write.done;
}

/**
 * In one transaction: out of the outbox, into the sent copies, together with the receipt, and a line in the sync log.
 * Where the storage is too full for the copy, copies make room: the server holds each of them.
 * Its photos go: see `holdsPhotos` first.
 */
export async function moveToSent(
  database: DeviceDatabase,
  record: OutboxRecord,
  receipt: Receipt,
  sentAtMs: number,
): Promise<void> {
  const { id, hash, payload, finishedAt, what } = record;
  const sent = { id, hash, payload, finishedAt, receipt, sentAtMs, ...(what !== undefined && { what }) };
  const line: SyncLogEntry = {
    atMs: sentAtMs,
    event: isSetAside({ receipt }) ? 'setAside' : 'receipted',
    id,
    detail: `${receipt.status} ${receipt.receiptId}`,
  };
  const stores = ['outbox', 'sent', 'attachments', 'syncLog'] as const;
  const move = database.transaction(stores, 'readwrite', STRICT);
  try {
    await Promise.all([
      move.objectStore('attachments').delete(photoRange(id)),
      move.objectStore('sent').put(sent),
      move.objectStore('outbox').delete(id),
      addLine(move.objectStore('syncLog'), line),
      move.done,
    ]);
  } catch {
    const release = database.transaction(stores, 'readwrite', STRICT);
    await Promise.all([
      release.objectStore('sent').clear(),
      release.objectStore('attachments').delete(photoRange(id)),
      release.objectStore('outbox').delete(id),
      release.done,
    ]);
    // What is delivered is delivered, whether or not there is room for a line about it.
    await addToSyncLog(database, line).catch(() => undefined);
  }
}

/**
 * Drops copies whose receipt is more than seven days older than the newest one. Only the server's
 * time counts: the clock of a tablet may jump by years.
 */
export async function dropOldSent(database: DeviceDatabase): Promise<void> {
  const write = database.transaction('sent', 'readwrite');
  const records = await write.store.getAll();
  const receivedAtMs = ({ receipt }: SentRecord) => Date.parse(receipt.receivedAt);
  const newestMs = records.reduce((newest, record) => Math.max(newest, receivedAtMs(record)), -Infinity);
  for (const record of records) {
    if (newestMs - receivedAtMs(record) > KEEP_SENT_MS) await write.store.delete(record.id);
  }
  await write.done;
}
