import { type Page } from 'playwright-core';
import { type DeviceSchema } from '../../client/device/device-schema.ts';

/** What a tablet has stored, read behind the app's back. */
export interface DeviceContents {
  readonly drafts: readonly DeviceSchema['drafts']['value'][];
  readonly journal: readonly DeviceSchema['journal']['value'][];
  readonly outbox: readonly DeviceSchema['outbox']['value'][];
  readonly sent: readonly DeviceSchema['sent']['value'][];
}

/** Reads the tablet's IndexedDB; the page must be one of Waymark's. */
export async function readDevice(page: Page): Promise<DeviceContents> {
  return (await page.evaluate(async () => {
    const settle = async <T>(request: IDBRequest<T>): Promise<T> =>
      await new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
      });
    const database = await settle(indexedDB.open('waymark'));
    const stores = ['drafts', 'journal', 'outbox', 'sent'];
    const transaction = database.transaction(stores);
    const contents = await Promise.all(
      stores.map((store) => settle(transaction.objectStore(store).getAll())),
    );
    database.close();
    return Object.fromEntries(stores.map((store, index) => [store, contents[index]]));
  })) as unknown as DeviceContents;
}
