import { type Page } from 'playwright-core';

/** Everything a tablet keeps, as bytes: texts in UTF-8, binary as it is. */
export interface Everything {
  /** By store of IndexedDB. */
  readonly stores: Readonly<Record<string, Buffer>>;
  readonly localStorage: Buffer;
  readonly caches: Buffer;
}

/** Reads the whole IndexedDB, localStorage and CacheStorage of the page's origin. */
export async function readEverything(page: Page): Promise<Everything> {
  const read = await page.evaluate(async () => {
    const settle = async <T>(request: IDBRequest<T>): Promise<T> =>
      await new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
      });
    const toBase64 = (bytes: Uint8Array): string => {
      let binary = '';
      for (const byte of bytes) binary += String.fromCharCode(byte);
      return btoa(binary);
    };
    const encoder = new TextEncoder();
    /** Every text and every run of bytes in a value, whatever it is nested in; names of fields too. */
    const pieces = (value: unknown): Uint8Array[] => {
      if (value instanceof Uint8Array) return [value];
      if (value instanceof ArrayBuffer) return [new Uint8Array(value)];
      if (Array.isArray(value)) return value.flatMap(pieces);
      if (typeof value === 'object' && value !== null)
        return Object.entries(value).flatMap(([name, inner]) => [encoder.encode(name), ...pieces(inner)]);
      return [encoder.encode(String(value))];
    };
    const stores: Record<string, string[]> = {};
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await settle(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const values = await settle(database.transaction(store).objectStore(store).getAll());
        stores[`${name} ${store}`] = pieces(values).map(toBase64);
      }
      database.close();
    }
    const cached: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const body = await (await cache.match(request))?.arrayBuffer();
        cached.push(toBase64(encoder.encode(request.url)), toBase64(new Uint8Array(body ?? [])));
      }
    }
    return { stores, cached, local: pieces(Object.entries(localStorage)).map(toBase64) };
  });
  const join = (parts: readonly string[]): Buffer =>
    Buffer.concat(parts.flatMap((part) => [Buffer.from(part, 'base64'), Buffer.from('\n')]));
  return {
    stores: Object.fromEntries(Object.entries(read.stores).map(([name, parts]) => [name, join(parts)])),
    localStorage: join(read.local),
    caches: join(read.cached),
  };
}

/** How a text may look to someone who searches a disk: UTF-8, UTF-16, base64 at each alignment, hex. */
function encodingsOf(text: string): Buffer[] {
  const utf8 = Buffer.from(text, 'utf8');
  const wide = Buffer.from(text, 'utf16le');
  const base64 = [utf8, wide].flatMap((bytes) =>
    [0, 1, 2].flatMap((before) => {
      const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
      // The characters at both ends depend on the neighbours.
      const inner = encoded.replaceAll('=', '').slice(before === 0 ? 0 : before + 1, -1);
      return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')].map((each) => Buffer.from(each));
    }),
  );
  return [utf8, wide, Buffer.from(wide).swap16(), Buffer.from(utf8.toString('hex')), ...base64];
}

/** Which of the texts can be found in the bytes, in any encoding. */
export const findIn = (bytes: Buffer, texts: readonly string[]): string[] =>
  texts.filter((text) => encodingsOf(text).some((encoded) => bytes.includes(encoded)));
