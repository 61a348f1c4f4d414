import { z } from 'zod';
import { deviceStudySchema } from '../../contracts/api.ts';
import type { Enrolment, OutboxRecord, StoredAttachment } from './device-schema.ts';
import { STRICT, type DeviceDatabase } from './open-database.ts';
import { photosOf } from './deliver-photos.ts';
import { readable } from './readable.ts';
import { isSealed } from './seal-text.ts';

const CACHE = 'waymark-unsent';
const LINKS = '/unsent/links';
const RECORDS = '/unsent/records/';

const spareSchema = z.object({
  record: z.object({
    ...{ id: z.string(), tabletId: z.string(), hash: z.string(), payload: z.string() },
    finishedAt: z.string(),
    what: z.literal('interview').optional(),
  }),
  photos: z.array(
    z.object({ interviewId: z.string(), hash: z.string(), payload: z.string(), payloadHash: z.string() }),
  ),
});
const linksSchema = z.array(
  z.object({
    ...{ key: z.string(), tabletId: z.string(), token: z.string(), deviceName: z.string() },
    ...{ study: deviceStudySchema, enrolledAt: z.string(), revoked: z.boolean() },
  }),
);

/** Second copies of what is finished and has no receipt, outside of the database. */
export interface Spares {
  /**
   * Makes the copies that are missing, and puts back into the database what it has lost: a record that is neither
   * waiting nor sent, and, where the whole database is new, the tablet's links. Run it under the lock of syncing.
   */
  readonly align: (database: DeviceDatabase) => Promise<void>;
  /** Lets the copy of a record go, once its receipt is on the disk. */
  readonly drop: (id: string) => Promise<void>;
}

/**
 * Keeps spares in Cache Storage, which no fault of the database reaches: after a cut of the power Chromium may find
 * the database damaged, and then throws all of it away. Only what is sealed is copied, so that a spare says no more than
 * the record itself. Without room there are none, and the work goes on.
 */
export function createSpares(caches: CacheStorage): Spares {
  /** Records with a spare, as this page knows. */
  let known: Set<string> | null = null;
  let knownLinks = '';

  return {
    async align(database) {
      try {
        const cache = await caches.open(CACHE);
        known ??= await readKnown(cache);
        knownLinks = await alignLinks(cache, database, knownLinks);
        await alignRecords(cache, database, known);
      } catch {
        // No room, or a browser without such storage: nothing of it may keep a record from being sent.
      }
    },
    async drop(id) {
      known?.delete(id);
      // One that stays is found to be sent when spares are aligned, or is sent again, which changes nothing.
      await caches
        .open(CACHE)
        .then((cache) => cache.delete(RECORDS + id))
        .catch(() => false);
    },
  };
}

async function readKnown(cache: Cache): Promise<Set<string>> {
  const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  return new Set(paths.flatMap((path) => (path.startsWith(RECORDS) ? [path.slice(RECORDS.length)] : [])));
}

async function alignRecords(cache: Cache, database: DeviceDatabase, known: Set<string>): Promise<void> {
  const read = database.transaction(['outbox', 'sent']);
  const [waiting, sent] = await Promise.all([
    read.objectStore('outbox').getAllKeys(),
    read.objectStore('sent').getAllKeys(),
  ]);
  const [isWaiting, isSent] = [new Set(waiting), new Set(sent)];
  for (const id of [...known]) {
    if (isWaiting.has(id)) continue;
    if (isSent.has(id)) await cache.delete(RECORDS + id);
    if (isSent.has(id) || !(await putBack(cache, database, id))) known.delete(id);
  }
  for (const id of waiting) {
    if (known.has(id)) continue;
    const stored = await database.get('outbox', id);
    if (stored === undefined) continue;
    const record = readable(stored);
    if (!isSealed(record.payload)) continue;
    const photos = await photosOf(database, record);
    if (!photos.every(({ payload }) => isSealed(payload))) continue;
    await cache.put(RECORDS + id, jsonOf({ record, photos }));
    known.add(id);
  }
}

/** False where there is no spare any more, or it cannot be read. */
async function putBack(cache: Cache, database: DeviceDatabase, id: string): Promise<boolean> {
  const spare = spareSchema.safeParse(await contentOf(cache, RECORDS + id));
  if (!spare.success) return false;
  const { what, ...record } = spare.data.record;
  const waits: OutboxRecord = {
    ...{ ...record, state: 'queued', attempts: 0, notBeforeMs: 0, problem: null },
    ...(what !== undefined && { what }),
  };
  const photos = spare.data.photos.map((photo): StoredAttachment => ({ ...photo, sent: false }));
  const write = database.transaction(['outbox', 'attachments'], 'readwrite', STRICT);
  await Promise.all([
    write.objectStore('outbox').put(waits),
    ...photos.map((photo) => write.objectStore('attachments').put(photo)),
    write.done,
  ]);
  return true;
}

/** The links, so that a tablet whose database is new can send by itself. Gives them as they are kept now. */
async function alignLinks(cache: Cache, database: DeviceDatabase, kept: string): Promise<string> {
  const links = await database.getAll('enrolment');
  if (links.length > 0) {
    const text = JSON.stringify(links);
    if (text !== kept) await cache.put(LINKS, new Response(text));
    return text;
  }
  const found = linksSchema.safeParse(await contentOf(cache, LINKS));
  if (!found.success || (await database.count('enumerators')) > 0) return kept;
  const write = database.transaction('enrolment', 'readwrite', STRICT);
  const lost: readonly Enrolment[] = found.data;
  await Promise.all([...lost.map((link) => write.store.put(link)), write.done]);
  return kept;
}

async function contentOf(cache: Cache, path: string): Promise<unknown> {
  try {
    return await (await cache.match(path))?.json();
  } catch {
    return null;
  }
}

const jsonOf = (content: unknown): Response => new Response(JSON.stringify(content));
