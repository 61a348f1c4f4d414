import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Delivery } from '../../contracts/submission.ts';
import { interviewOf, startFieldWorld, type FieldWorld } from '../testing/field-world.ts';
import { makeDelivery, makeInterview } from '../testing/make-delivery.ts';
import { seal } from '../testing/seal.ts';
import { createStudy } from '../use-cases/create-study.ts';
import { readPhotos } from '../use-cases/read-photo.ts';

/** Sealed to a key that is not here. */
const CLOSED = makeDelivery('eyJhbGciOiJub25lIn0.a.b.c.d');

let world: FieldWorld;
beforeAll(async () => {
  world = await startFieldWorld(20);
});
afterAll(() => world.stop());

/** A picture sealed for an interview, and its hash. */
async function photoOf(interview: string, picture: Uint8Array, item = 'stall_photo') {
  const data = Buffer.from(picture).toString('base64url');
  const content = { waymark: 'photo', version: 1, interview, item, type: 'image/jpeg', data };
  const key = await world.server.waymark.accept.keys.current();
  const delivery = makeDelivery(await seal(JSON.stringify(content), key));
  return { hash: createHash('sha256').update(picture).digest('hex'), delivery };
}

async function put(id: string, hash: string, delivery: Delivery, token = world.token) {
  const response = await fetch(`${world.server.url}/api/submissions/${id}/attachments/${hash}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(delivery),
  });
  return { status: response.status, body: (await response.json()) as unknown };
}

const read = (id: string) => {
  const { store, accept } = world.server.waymark;
  return readPhotos(store.attachments, accept.keys, inDemo(id));
};

const inDemo = (submissionId: string) => ({ studyId: 'demo', submissionId });

const named = (hash: string, picture: Uint8Array) => ({
  attachments: [{ item: 'stall_photo', hash, type: 'image/jpeg' as const, bytes: picture.length }],
});

test('a photo is kept sealed, once, and named in the receipt of its interview however often that comes', async () => {
  const picture = randomBytes(2000);
  const interview = makeInterview();
  const { hash, delivery } = await photoOf(interview.id, picture);
  const whole = { ...interview, ...named(hash, picture) };
  expect(await world.deliver(whole)).toMatchObject({ status: 'stored', attachments: [] });
  for (const sent of [delivery, delivery, (await photoOf(interview.id, picture)).delivery])
    expect(await put(interview.id, hash, sent)).toEqual({ status: 200, body: { id: interview.id, hash } });
  expect(await world.deliver(whole)).toMatchObject({ status: 'stored', attachments: [hash] });
  const { store } = world.server.waymark;
  expect(await store.attachments.contentOf(inDemo(interview.id), hash)).toBe(delivery.payload);
  expect(await read(interview.id)).toEqual([{ item: 'stall_photo', hash, bytes: picture }]);
  // What cannot be opened here may have photos too: the tablet is not to wait for their receipt for good.
  const closed = await fetch(`${world.server.url}/api/submissions/${interview.id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${world.token}` },
    body: JSON.stringify(CLOSED),
  });
  expect(await closed.json()).toMatchObject({ status: 'quarantined', attachments: [hash] });
});

test('a photo that is another than its hash says, or of another interview, is refused', async () => {
  const { id } = makeInterview();
  const { hash, delivery } = await photoOf(id, randomBytes(100));
  const other = await photoOf(makeInterview().id, randomBytes(100));
  for (const [of, sent] of [
    [hash, { ...delivery, hash: '0'.repeat(64) }],
    ['0'.repeat(64), delivery],
    [other.hash, other.delivery],
  ] as const)
    expect(await put(id, of, sent)).toMatchObject({
      status: 400,
      body: { error: { code: 'HASH_MISMATCH' } },
    });
  expect(await world.server.waymark.store.attachments.hashesOf(inDemo(id))).toEqual([]);
});

test('a first copy that stays closed does not block a good one, and the tablet need not send it again', async () => {
  const picture = randomBytes(300);
  const interview = interviewOf('Photographed');
  const { hash, delivery } = await photoOf(interview.id, picture);
  expect((await put(interview.id, hash, CLOSED)).status).toBe(200);
  expect(await world.deliver({ ...interview, ...named(hash, picture) })).toMatchObject({
    attachments: [hash],
  });
  await expect(read(interview.id)).rejects.toMatchObject({ code: 'NOT_COMPUTABLE' });
  expect((await put(interview.id, hash, delivery)).status).toBe(200);
  expect(await read(interview.id)).toEqual([{ item: 'stall_photo', hash, bytes: picture }]);
});

test('a photo from a tablet that has nothing to do with the interview is set aside with the reason', async () => {
  const { context, store } = world.server.waymark;
  const instrument = { name: 'msme-digital-maturity', version: 'v1' };
  const branches = [{ code: 'old-town', name: 'Old Town', weight: 1 }];
  await createStudy(context, {
    ...{ id: 'other', title: 'Other', synthetic: true, source: { instrument }, branches },
  });
  const elsewhere = await world.link('Elsewhere', null, 'other');
  const riverside = await world.link('Riverside', ['riverside']);
  const interview = interviewOf('Not Theirs To Show');
  await world.deliver(interview);
  for (const [token, reason] of [
    [elsewhere, 'The interview belongs to another study.'],
    [riverside, 'The tablet does not work for branch "old-town".'],
  ] as const) {
    const { hash, delivery } = await photoOf(interview.id, randomBytes(200));
    expect((await put(interview.id, hash, delivery, token)).status).toBe(200);
    expect(await store.attachments.setAside(interview.id)).toContainEqual({ hash, reason });
  }
  expect(await read(interview.id)).toEqual([]);
  // Sent before the interview came: nobody could know then.
  const later = interviewOf('Comes Later');
  const early = await photoOf(later.id, randomBytes(200));
  await put(later.id, early.hash, early.delivery, elsewhere);
  await world.deliver(later);
  expect(await read(later.id)).toEqual([]);
  // The same picture from its own tablet is not taken for the stranger's.
  await put(later.id, early.hash, early.delivery);
  expect(await read(later.id)).toMatchObject([{ hash: early.hash }]);
});
