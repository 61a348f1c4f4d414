// @vitest-environment node
import { expect, it } from 'vitest';
import type { JournalChange } from '../../../device/device-schema.ts';
import { TabletScenario } from '../../../device/testing/tablet-scenario.ts';
import { openPhotos } from './photos.ts';

const picture = (seed: number) => Uint8Array.from({ length: 50 }, (_, index) => (index * seed) % 251);

async function openInterview() {
  const tablet = await TabletScenario.switchOn();
  await tablet.enrol();
  const draftId = await tablet.begin();
  const { database, vault } = tablet;
  const changes: JournalChange[] = [];
  const append = (change: JournalChange) => {
    changes.push(change);
    return Promise.resolve();
  };
  return { photos: openPhotos({ database, vault, draftId, known: {}, append }), changes };
}

/** A picture that is being made until the test says otherwise. */
function beingMade() {
  let done: (made: Uint8Array<ArrayBuffer>) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const made = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    done = resolve;
    fail = reject;
  });
  return { made, done: (seed: number) => done(picture(seed)), fail: () => fail(new Error('no picture')) };
}

it('waits for a picture that is still being made', async () => {
  const { photos, changes } = await openInterview();
  const first = beingMade();
  void photos.keep('stall', first.made);
  let isSettled = false;
  const settled = photos.settled().then((failed) => {
    isSettled = true;
    return failed;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect([isSettled, photos.taken('stall'), photos.underway('stall') === null]).toEqual([false, null, false]);
  first.done(3);
  expect(await settled).toEqual([]);
  expect([photos.taken('stall')?.bytes, photos.underway('stall')]).toEqual([50, null]);
  expect(changes).toEqual([{ kind: 'photo', item: 'stall', photo: photos.taken('stall') }]);
});

it('tells once of a picture that could not be kept, and forgets it with the next', async () => {
  const { photos } = await openInterview();
  const bad = beingMade();
  const kept = photos.keep('stall', bad.made);
  bad.fail();
  await expect(kept).rejects.toThrow('no picture');
  expect(await photos.settled()).toEqual(['stall']);
  expect([await photos.settled(), photos.hasFailed('stall')]).toEqual([[], true]);
  await photos.keep('stall', Promise.resolve(picture(5)));
  expect(photos.hasFailed('stall')).toBe(false);
});

it('keeps the last of several, and none that was removed meanwhile', async () => {
  const { photos, changes } = await openInterview();
  const [slow, quick] = [beingMade(), beingMade()];
  void photos.keep('stall', slow.made);
  void photos.keep('stall', quick.made);
  quick.done(5);
  await photos.settled();
  const second = photos.taken('stall');
  slow.done(3);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(photos.taken('stall')).toEqual(second);

  const late = beingMade();
  void photos.keep('stall', late.made);
  photos.remove('stall');
  late.done(7);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(photos.taken('stall')).toBeNull();
  expect(changes.at(-1)).toEqual({ kind: 'photo', item: 'stall', photo: null });
});
