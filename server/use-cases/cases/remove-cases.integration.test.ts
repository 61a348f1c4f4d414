import { afterAll, beforeAll, expect, test } from 'vitest';
import { startFieldWorld, type FieldWorld } from '../../testing/field-world.ts';
import { makeVisit } from '../../testing/make-delivery.ts';
import { readDeviceWork } from '../read-device-work.ts';
import { importCases } from './import-cases.ts';
import { allCases } from './list-cases.ts';
import { readResponseRates } from './read-response-rates.ts';
import { removeCases, reopenCases } from './remove-cases.ts';

let world: FieldWorld;
beforeAll(async () => {
  world = await startFieldWorld(20);
  const text = 'id,branch,name\nX-1,old-town,Nobody Ever\nX-2,old-town,Met Once\nX-3,old-town,Said No\n';
  const list = { studyId: 'demo', path: 'list.csv', text, scope: null };
  await importCases(world.server.waymark.context, list);
  await world.deliver(makeVisit({ caseId: 'X-2' }));
  await world.deliver(makeVisit({ caseId: 'X-3', outcome: 'refused' }));
});
afterAll(() => world.stop());

const wrong = (ids: readonly string[], scope: readonly string[] | null = null) => ({
  ...{ studyId: 'demo', ids, scope: scope && [...scope], reason: 'Listed twice' },
});

/** How the entries stand, in the office and on a tablet. */
async function look() {
  const { context, store } = world.server.waymark;
  const cases = (await allCases(context, 'demo', null)).filter(({ id }) => id.startsWith('X-'));
  const [tablet] = await store.tablets.listInUse();
  if (!tablet) throw new Error('No tablet is linked.');
  const work = await readDeviceWork(context, { ...tablet, branches: null });
  return {
    listed: cases.map(({ id, outcome, done, closedReason }) => [id, outcome, done, closedReason]),
    onTablets: work.cases.flatMap(({ id }) => (id.startsWith('X-') ? [id] : [])),
  };
}

test('a wrong entry goes, or is closed where records belong to it; a refusal is not taken back', async () => {
  const { context, store } = world.server.waymark;
  const rates = async () =>
    (await readResponseRates(context, { studyId: 'demo', scope: null })).overall.dispositions;
  const { UH = 0, NC = 0, NE = 0, ...others } = await rates();
  await expect(removeCases(context, wrong(['X-1', 'X-9']))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(removeCases(context, wrong(['X-1'], ['riverside']))).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect((await look()).onTablets).toEqual(['X-1', 'X-2', 'X-3']);

  expect(await removeCases(context, wrong(['X-1', 'X-2', 'X-3', 'X-2']))).toEqual({ removed: 1, closed: 2 });
  expect(await look()).toEqual({
    listed: [
      ['X-2', 'ineligible', true, 'Listed twice'],
      ['X-3', 'refused', true, 'Listed twice'],
    ],
    onTablets: [],
  });
  expect((await store.cases.contacts('demo')).has('X-1')).toBe(false);
  const [line] = await store.audit.search({ action: 'cases.manage' }, 1);
  expect(line?.detail).toBe('1 removed, 2 closed: Listed twice');
  expect(await rates()).toEqual({ ...others, UH: UH - 1, NC: NC - 1, NE: NE + 1 });
});

test('a closed entry stays closed when the list comes again, until someone opens it', async () => {
  const { context } = world.server.waymark;
  const text = 'id,branch,phone\nX-2,old-town,555-2\n';
  await importCases(context, { studyId: 'demo', path: 'list.csv', text, scope: null });
  expect((await look()).onTablets).toEqual([]);
  await reopenCases(context, wrong(['X-2']));
  expect(await look()).toEqual({
    listed: [
      ['X-2', 'not-found', false, null],
      ['X-3', 'refused', true, 'Listed twice'],
    ],
    onTablets: ['X-2'],
  });
});
