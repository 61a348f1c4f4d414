// @vitest-environment node
import { expect, it } from 'vitest';
import { finaliseDraft } from './finalise-draft.ts';
import { keepPhoto, sealPhotos } from './photos.ts';
import { createSpares } from './spares.ts';
import { createCacheStorage } from './testing/create-cache-storage.ts';
import { createInstitution } from './testing/create-institution.ts';
import { createServer, TabletScenario } from './testing/tablet-scenario.ts';

/** A linked tablet with two sealed interviews that wait, one of them with a photo. */
async function tabletInField() {
  const storage = createCacheStorage();
  const tablet = await TabletScenario.switchOn();
  await tablet.enrol();
  await tablet.meetInstitution((await createInstitution()).key);
  const first = await tablet.begin();
  await tablet.finish(first);
  const second = await tablet.begin();
  const picture = Uint8Array.from({ length: 300 }, (_, index) => index % 251);
  const photo = await keepPhoto(tablet.database, tablet.vault, second, picture);
  await tablet.note(second, { kind: 'photo', item: 'stall_photo', photo });
  const { photos } = await tablet.resume(second);
  const { attachments, stored } = await sealPhotos(tablet.database, tablet.vault, second, photos);
  const interview = { ...(await tablet.asInterview(second)), attachments: [...attachments] };
  await finaliseDraft(tablet.database, interview, 'tablet-1', null, stored);
  return { tablet, storage, ids: [first, second], photo };
}

/** Everything of the database is gone, as when Chromium finds it damaged. */
async function loseDatabase(tablet: TabletScenario): Promise<void> {
  const stores = [...tablet.database.objectStoreNames];
  const clear = tablet.database.transaction(stores, 'readwrite');
  await Promise.all([...stores.map((name) => clear.objectStore(name).clear()), clear.done]);
}

it('puts back all that waited, byte for byte, when the database was lost, with the links to send it by', async () => {
  const { tablet, storage, ids } = await tabletInField();
  await createSpares(storage.caches).align(tablet.database);
  const before = await tablet.database.getAll('outbox');
  const photos = await tablet.database.getAll('attachments');
  const links = await tablet.database.getAll('enrolment');
  await loseDatabase(tablet);

  await createSpares(storage.caches).align(tablet.database);
  expect(before.map(({ id }) => id).sort()).toEqual([...ids].sort());
  expect(await tablet.database.getAll('outbox')).toEqual(before);
  expect(await tablet.database.getAll('attachments')).toEqual(photos);
  expect(await tablet.database.getAll('enrolment')).toEqual(links);
});

it('lets a spare go with the receipt, also where the power went between the two', async () => {
  const { tablet, storage, ids } = await tabletInField();
  const [first = ''] = ids;
  const spares = createSpares(storage.caches);
  await spares.align(tablet.database);
  const spareOf = (id: string) => [...storage.contents().keys()].filter((path) => path.endsWith(id)).length;
  expect(ids.map(spareOf)).toEqual([1, 1]);

  await tablet.sync(createServer().answer, 'due', { spares });
  expect((await tablet.places()).outbox).toEqual([ids[1]]);
  expect(spareOf(first)).toBe(0);

  const receipt = (await tablet.database.get('sent', first))?.receipt;
  await storage.caches
    .open('waymark-unsent')
    .then((cache) => cache.put(`/unsent/records/${first}`, new Response('{}')));
  await createSpares(storage.caches).align(tablet.database);
  expect(spareOf(first)).toBe(0);
  expect((await tablet.database.get('sent', first))?.receipt).toEqual(receipt);
  expect((await tablet.places()).outbox).toEqual([ids[1]]);
});

it('copies nothing that can be read', async () => {
  const storage = createCacheStorage();
  const tablet = await TabletScenario.switchOn();
  await tablet.enrol();
  await tablet.interview();
  await createSpares(storage.caches).align(tablet.database);
  expect([...storage.contents().keys()].map((url) => new URL(url).pathname)).toEqual(['/unsent/links']);
});

it('goes without spares where there is no room, and sends all the same', async () => {
  const { tablet, storage, ids } = await tabletInField();
  storage.state.isFull = true;
  const spares = createSpares(storage.caches);
  await tablet.sync(createServer().answer, 'due', { spares });
  expect((await tablet.places()).sent).toEqual([ids[0]]);
  expect(storage.contents().size).toBe(0);
});

it('sends all the same where the browser has no such storage', async () => {
  const { tablet, ids } = await tabletInField();
  const caches = { open: () => Promise.reject(new TypeError('no such storage')) } as unknown as CacheStorage;
  await tablet.sync(createServer().answer, 'due', { spares: createSpares(caches) });
  expect((await tablet.places()).sent).toEqual([ids[0]]);
});

it('leaves a tablet that somebody works on linked as it is', async () => {
  const { tablet, storage } = await tabletInField();
  await createSpares(storage.caches).align(tablet.database);
  await tablet.enrol('token-2', 'tablet-2', 'study-2');
  const links = await tablet.database.getAll('enrolment');
  await createSpares(storage.caches).align(tablet.database);
  expect(await tablet.database.getAll('enrolment')).toEqual(links);
});
