import { afterAll, beforeAll, expect, test } from 'vitest';
import { interviewOf, startFieldWorld, type FieldWorld } from '../../testing/field-world.ts';
import { listReviews } from './list-reviews.ts';

let world: FieldWorld;
beforeAll(async () => {
  world = await startFieldWorld();
});
afterAll(() => world.stop());

/** Rules that the review page names beside an interview, and how it stands. */
async function standing(id: string) {
  const all = { show: 'all', from: 0 } as const;
  const { interviews } = await listReviews(world.server.waymark.context, 'demo', null, all);
  const found = interviews.find((one) => one.id === id);
  return { state: found?.state, rules: found?.findings.map(({ rule }) => rule) };
}

test('a revision of what is not here counts with a warning, until the original comes and gives way to it', async () => {
  const original = interviewOf('Sent After');
  const revision = interviewOf('Sent Before', { revision: { of: original.id, reason: 'Wrong shop' } });
  await world.deliver(revision);
  expect(await standing(revision.id)).toEqual({ state: 'unreviewed', rules: ['revision'] });
  const before = await world.counts();
  await world.deliver(original);
  expect(await world.counts()).toEqual(before);
  expect(await standing(revision.id)).toEqual({ state: 'unreviewed', rules: [] });
  expect(await standing(original.id)).toEqual({ state: 'replaced', rules: [] });
});

test('a revision of another branch counts beside the original with a warning, unless one tablet sent both', async () => {
  const other = await world.link('Riverside', ['riverside']);
  const original = interviewOf('Asked In Old Town');
  const parts = { branch: 'riverside', revision: { of: original.id, reason: 'Wrong branch' } };
  const strange = interviewOf('Asked At The River', parts);
  await world.deliver(original);
  await world.deliver(strange, { token: other });
  expect(await standing(original.id)).toEqual({ state: 'unreviewed', rules: [] });
  expect(await standing(strange.id)).toEqual({ state: 'unreviewed', rules: ['revision'] });
  const before = await world.counts();
  const own = interviewOf('Asked By The Same', parts);
  await world.deliver(own);
  expect(await standing(original.id)).toEqual({ state: 'replaced', rules: [] });
  expect(await standing(own.id)).toEqual({ state: 'unreviewed', rules: [] });
  // It also comes after the other one that names the same, in the same branch.
  expect(await standing(strange.id)).toEqual({ state: 'replaced', rules: [] });
  expect((await world.counts()).completed).toBe(before.completed - 1);
});
