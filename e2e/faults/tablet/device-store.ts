import { type Page } from 'playwright-core';

/** Reads one value of the tablet's storage, behind the app's back. */
export async function readFrom(page: Page, store: string, key: string): Promise<unknown> {
  return await page.evaluate(
    async ([name, at]) =>
      await new Promise((resolve, reject) => {
        const opening = indexedDB.open('waymark');
        opening.onerror = () => reject(opening.error ?? new Error('IndexedDB'));
        opening.onsuccess = () => {
          const reading = opening.result.transaction(name).objectStore(name).get(at);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result);
          };
        };
      }),
    [store, key] as const,
  );
}

/** Writes values into one of the tablet's stores, behind the app's back. */
export const putInto = async (page: Page, store: string, values: readonly object[]): Promise<void> =>
  await change(page, { store, values, keys: [] });

/** Removes values from one of the tablet's stores, behind the app's back. */
export const removeFrom = async (page: Page, store: string, keys: readonly string[]): Promise<void> =>
  await change(page, { store, values: [], keys });

async function change(
  page: Page,
  what: { readonly store: string; readonly values: readonly object[]; readonly keys: readonly string[] },
): Promise<void> {
  await page.evaluate(
    async ({ store, values, keys }) =>
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('waymark');
        opening.onerror = () => reject(opening.error ?? new Error('IndexedDB'));
        opening.onsuccess = () => {
          const write = opening.result.transaction(store, 'readwrite', { durability: 'strict' });
          for (const value of values) write.objectStore(store).put(value);
          for (const key of keys) write.objectStore(store).delete(key);
          write.onabort = () => reject(write.error ?? new Error('IndexedDB'));
          write.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    what,
  );
}
