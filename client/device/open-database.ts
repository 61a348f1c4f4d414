import { openDB, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import type { DeviceSchema } from './device-schema.ts';

export type DeviceDatabase = IDBPDatabase<DeviceSchema>;

/** Every write of an interview asks the browser to have it on disk before it says "done". */
export const STRICT = { durability: 'strict' } as const;

type Upgrade = IDBPTransaction<DeviceSchema, StoreNames<DeviceSchema>[], 'versionchange'>;

/** Says of each draft and unsent interview that it was begun under the one link there is. */
async function addLinks(transaction: Upgrade): Promise<void> {
  const links = transaction.objectStore('enrolment');
  const enrolment = await links.get('current');
  if (enrolment !== undefined) await links.put({ ...enrolment, revoked: false });
  const tabletId = enrolment?.tabletId ?? '';
  const [drafts, outbox] = [transaction.objectStore('drafts'), transaction.objectStore('outbox')];
  for (const draft of await drafts.getAll()) await drafts.put({ ...draft, tabletId });
  for (const record of await outbox.getAll()) await outbox.put({ ...record, tabletId });
}

/**
 * Opens (and on the first use creates) the tablet's database. Nothing is lost by a newer version:
 *
 * - 2: drafts and unsent interviews say under which link they were begun; before, there was only one.
 * - 3: people with a PIN each, and the institution's key. What lies there in the clear stays until the
 *   first unlock boxes the drafts (`adoptPlainDrafts`) and a sync seals what is finished.
 * - 4: how many interviews were discarded, and why.
 * - 5: lists of what is to be done, and what was done of them.
 * - 6: what the first screen counts can be counted without being read.
 * - 7: photos.
 * - 8: which unfinished interviews the server has a copy of.
 *
 * Rejects where the browser gives no storage: a private window, or storage switched off.
 */
export function openDatabase(name = 'waymark'): Promise<DeviceDatabase> {
  return openDB<DeviceSchema>(name, 8, {
    upgrade(database, oldVersion, _newVersion, transaction) {
      if (oldVersion < 1) {
        database.createObjectStore('enrolment', { keyPath: 'key' });
        database.createObjectStore('drafts', { keyPath: 'id' });
        database.createObjectStore('journal', { keyPath: ['draftId', 'seq'] });
        database.createObjectStore('outbox', { keyPath: 'id' });
        database.createObjectStore('sent', { keyPath: 'id' });
        database.createObjectStore('syncLog', { autoIncrement: true });
      }
      if (oldVersion < 3) {
        database.createObjectStore('enumerators', { keyPath: 'id' });
        database.createObjectStore('sealing');
      }
      if (oldVersion < 4) database.createObjectStore('discards', { keyPath: 'reason' });
      if (oldVersion < 5) {
        database.createObjectStore('work', { keyPath: 'owner' });
        database.createObjectStore('marks', { autoIncrement: true });
      }
      if (oldVersion < 6) {
        transaction.objectStore('outbox').createIndex('finishedAt', 'finishedAt');
        transaction.objectStore('sent').createIndex('status', 'receipt.status');
      }
      if (oldVersion < 7) {
        database.createObjectStore('photos', { keyPath: ['draftId', 'hash'] });
        database.createObjectStore('attachments', { keyPath: ['interviewId', 'hash'] });
      }
      if (oldVersion < 8) database.createObjectStore('copies', { keyPath: 'id' });
      if (oldVersion !== 1) return;
      addLinks(transaction).catch(() => {
        transaction.abort();
      });
    },
    blocking(_current, _blocked, event) {
      // Another tab brings a newer database: let go, or both would wait for ever.
      (event.target as IDBDatabase).close();
    },
  });
}
