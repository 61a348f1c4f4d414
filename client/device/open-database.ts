import { openDB, type IDBPDatabase } from 'idb';
import type { DeviceSchema } from './device-schema.ts';

export type DeviceDatabase = IDBPDatabase<DeviceSchema>;

/** Every write of an interview asks the browser to have it on disk before it says "done". */
export const STRICT = { durability: 'strict' } as const;

/**
 * Opens (and on the first use creates) the tablet's database.
 * Rejects where the browser gives no storage: a private window, or storage switched off.
 */
export function openDatabase(name = 'waymark'): Promise<DeviceDatabase> {
  return openDB<DeviceSchema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('enrolment', { keyPath: 'key' });
      database.createObjectStore('drafts', { keyPath: 'id' });
      database.createObjectStore('journal', { keyPath: ['draftId', 'seq'] });
      database.createObjectStore('outbox', { keyPath: 'id' });
      database.createObjectStore('sent', { keyPath: 'id' });
      database.createObjectStore('syncLog', { autoIncrement: true });
    },
    blocking(_current, _blocked, event) {
      // Another tab brings a newer database: let go, or both would wait for ever.
      (event.target as IDBDatabase).close();
    },
  });
}
