import type { SyncLogEntry } from './device-schema.ts';
import type { DeviceDatabase } from './open-database.ts';

const KEEP = 200;

/** Adds a line to the sync log and drops the oldest beyond 200. */
export async function addToSyncLog(database: DeviceDatabase, entry: SyncLogEntry): Promise<void> {
  const write = database.transaction('syncLog', 'readwrite');
  await write.store.add(entry);
  const keys = await write.store.getAllKeys();
  await Promise.all(keys.slice(0, -KEEP).map((key) => write.store.delete(key)));
  await write.done;
}

/** The sync log, newest line first. */
export async function readSyncLog(database: DeviceDatabase): Promise<readonly SyncLogEntry[]> {
  return (await database.getAll('syncLog')).reverse();
}
