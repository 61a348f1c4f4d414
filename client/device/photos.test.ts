// @vitest-environment node
import { expect, it } from 'vitest';
import { photoContentSchema } from '../../contracts/attachment.ts';
import { backupRecordSchema, draftBundleSchema } from '../../contracts/sealing.ts';
import type { Delivery } from '../../contracts/submission.ts';
import { bundleDrafts } from './bundle-drafts.ts';
import { discardDraft } from './discard-draft.ts';
import { finaliseDraft } from './finalise-draft.ts';
import { makeBackup } from './make-backup.ts';
import { keepPhoto, readPhoto, sealPhotos } from './photos.ts';
import { createInstitution } from './testing/create-institution.ts';
import { apiError, json, TabletScenario } from './testing/tablet-scenario.ts';

const PICTURE = Uint8Array.from({ length: 3000 }, (_, index) => (index * 7) % 251);
const READABLE = Buffer.from(PICTURE).toString('base64url').slice(0, 40);

/** A tablet with one interview that has a photo, still a draft. */
async function withPhoto() {
  const tablet = await TabletScenario.switchOn();
  const institution = await createInstitution();
  await tablet.enrol();
  await tablet.meetInstitution(institution.key);
  const id = await tablet.begin();
  const photo = await keepPhoto(tablet.database, tablet.vault, id, PICTURE);
  await tablet.note(id, { kind: 'photo', item: 'stall_photo', photo });
  return { tablet, institution, id, photo };
}

async function finished() {
  const made = await withPhoto();
  const { tablet, id } = made;
  const { photos } = await tablet.resume(id);
  const { attachments, stored } = await sealPhotos(tablet.database, tablet.vault, id, photos);
  const interview = { ...(await tablet.asInterview(id)), attachments: [...attachments] };
  await finaliseDraft(tablet.database, interview, 'tablet-1', null, stored);
  return made;
}

/** As if her data key had been sealed to the institution. */
async function escrow({ database }: TabletScenario): Promise<void> {
  await database.put('enumerators', {
    ...{ id: 'enumerator-1', number: 1, initials: 'R', failures: 0, notBeforeMs: 0 },
    kdf: { memoryKiB: 1, passes: 1, salt: new Uint8Array(1) },
    ...{ wrappedKey: new Uint8Array(1), profile: new Uint8Array(1) },
    escrow: { kid: 'k1', sealed: 'a.b.c.d.e' },
  });
}

/** A server that says of each request what came, in order; `holds` is what its receipts name. */
function createPhotoServer(holds: (taken: readonly string[]) => readonly string[], refuse = false) {
  const asked: { readonly url: string; readonly delivery: Delivery }[] = [];
  const taken: string[] = [];
  return {
    asked,
    answer: ({ url, delivery }: { url: string; delivery: Delivery | null }) => {
      if (delivery === null) return apiError(404, 'NOT_FOUND');
      asked.push({ url, delivery });
      const [, , , id = '', , hash] = url.split('/');
      if (hash !== undefined) {
        if (refuse) return apiError(500, 'INTERNAL');
        taken.push(hash);
        return json({ id, hash });
      }
      return json({
        ...{ receiptId: 'r', id, hash: delivery.hash, status: 'stored' },
        ...{ receivedAt: '2026-05-01T10:00:00Z', attachments: holds(taken) },
      });
    },
  };
}

it('keeps a photo of a draft in a box, through a flat battery', async () => {
  const { tablet, id, photo } = await withPhoto();
  await tablet.losePower();
  expect((await tablet.resume(id)).photos).toEqual({ stall_photo: photo });
  const data = await readPhoto(tablet.database, tablet.vault, id, photo.hash);
  expect(Buffer.from(data!, 'base64url')).toEqual(Buffer.from(PICTURE));
  const [stored] = await tablet.database.getAll('photos');
  expect(Buffer.from(stored!.box).includes(READABLE)).toBe(false);
  expect(Buffer.from(stored!.box).includes(Buffer.from(PICTURE.slice(0, 40)))).toBe(false);
});

it('throws a photo away with its draft', async () => {
  const { tablet, id } = await withPhoto();
  await discardDraft(tablet.database, tablet.vault, id, 'mistake');
  expect(await tablet.database.count('photos')).toBe(0);
});

it('seals a photo at the end, sends it before its interview, and drops it with the interview’s receipt', async () => {
  const { tablet, institution, id, photo } = await finished();
  expect(await tablet.database.count('photos')).toBe(0);
  const [attachment] = await tablet.database.getAll('attachments');
  const content = photoContentSchema.parse(JSON.parse(await institution.open(attachment!.payload)));
  expect(Buffer.from(content.data, 'base64url')).toEqual(Buffer.from(PICTURE));

  const server = createPhotoServer((taken) => taken);
  await tablet.sync(server.answer);
  expect(server.asked.map(({ url }) => url)).toEqual([
    `/api/submissions/${id}/attachments/${photo.hash}`,
    `/api/submissions/${id}`,
  ]);
  expect(await tablet.places()).toEqual({ drafts: [], outbox: [], sent: [id] });
  expect(await tablet.database.count('attachments')).toBe(0);
});

it('keeps both where the photo does not arrive, and sends it again where the receipt does not name it', async () => {
  const { tablet, id } = await finished();
  const refusing = createPhotoServer((taken) => taken, true);
  await tablet.sync(refusing.answer);
  expect(refusing.asked).toHaveLength(1);
  expect(await tablet.places()).toMatchObject({ outbox: [id] });

  await tablet.sync(createPhotoServer(() => []).answer);
  expect(await tablet.places()).toMatchObject({ outbox: [id], sent: [] });
  expect(await tablet.database.getAll('attachments')).toEqual([expect.objectContaining({ sent: false })]);

  const again = createPhotoServer((taken) => taken);
  await tablet.sync(again.answer);
  expect(again.asked).toHaveLength(2);
  expect(await tablet.places()).toMatchObject({ outbox: [], sent: [id] });
});

it('puts photos into the backup: of the finished sealed, of the unfinished in their boxes', async () => {
  const { tablet, id, photo } = await finished();
  const { text } = await makeBackup(tablet.database, '2026-05-01T10:00:00Z');
  const [, ...lines] = text.trim().split('\n');
  const records = lines.map((line) => backupRecordSchema.parse(JSON.parse(line)));
  expect(records.map(({ kind, id: of, photo: hash }) => [kind, of, hash])).toEqual([
    ['photo', id, photo.hash],
    ['finished', id, undefined],
  ]);
  expect(text).not.toContain(READABLE);

  const draft = await withPhoto();
  await escrow(draft.tablet);
  const [packed] = (await bundleDrafts(draft.tablet.database)).packed;
  const bundle = draftBundleSchema.parse(JSON.parse(packed!.payload));
  expect(bundle.photos).toEqual([{ hash: draft.photo.hash, box: expect.any(String) as string }]);
});

it('leaves no photo on a tablet that was revoked, once all of them are with the office', async () => {
  const { tablet, photo } = await finished();
  const draft = await tablet.begin();
  const taken = await keepPhoto(tablet.database, tablet.vault, draft, PICTURE);
  await tablet.note(draft, { kind: 'photo', item: 'stall_photo', photo: taken });
  await escrow(tablet);
  const left = async () => [
    ...(await tablet.database.getAll('photos')),
    ...(await tablet.database.getAll('attachments')),
  ];
  const server = createPhotoServer((all) => all);
  const revoked = (request: Parameters<typeof server.answer>[0]) =>
    request.url === '/api/device/study' ? apiError(403, 'TABLET_REVOKED') : server.answer(request);
  // While the finished interview has no receipt, nothing is let go of.
  await tablet.sync((request) =>
    request.url.startsWith('/api/submissions/') ? apiError(500, 'INTERNAL') : revoked(request),
  );
  expect(await left()).toHaveLength(2);
  tablet.nowMs += 60_000;
  await tablet.sync(revoked);
  expect(await left()).toEqual([]);
  expect(await tablet.places()).toEqual({ drafts: [], outbox: [], sent: [] });
  const handedOver = server.asked.find(({ url }) => url === `/api/submissions/${draft}`);
  const bundle = draftBundleSchema.parse(JSON.parse(handedOver?.delivery.payload ?? ''));
  expect(bundle.photos).toMatchObject([{ hash: photo.hash }]);
});
