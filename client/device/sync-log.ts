import type { SyncLogEntry } from './device-schema.ts';
import type { DeviceDatabase } from './open-database.ts';

const KEEP = 200;

/** What is needed of the log's store, within a transaction. */
interface Lines {
  readonly add: (entry: SyncLogEntry) => Promise<number>;
  readonly delete: (keys: IDBKeyRange) => Promise<void>;
}

/** Adds a line to the sync log, within a transaction that writes to it, and drops the oldest beyond 200. */
export async function addLine(lines: Lines, entry: SyncLogEntry): Promise<void> {
  const number = await lines.add(entry);
  // Lines are numbered one by one: none has to be read.
  await lines.delete(IDBKeyRange.upperBound(number - KEEP));
}

/** Adds a line to the sync log and drops the oldest beyond 200. */
export async function addToSyncLog(database: DeviceDatabase, entry: SyncLogEntry): Promise<void> {
  const write = database.transaction('syncLog', 'readwrite');
  await Promise.all([addLine(write.store, entry), write.done]);
}

/** The sync log, newest line first. */
export async function readSyncLog(database: DeviceDatabase): Promise<readonly SyncLogEntry[]> {
  return (await database.getAll('syncLog')).reverse();
}
