import { afterAll, beforeAll, expect, test } from 'vitest';
import { casesCsv } from '../../exports/cases-csv.ts';
import { UTF8_BOM } from '../../exports/csv-writer.ts';
import { startFieldWorld, type FieldWorld } from '../../testing/field-world.ts';
import { makeVisit } from '../../testing/make-delivery.ts';
import { revokeTablet } from '../manage-tablets.ts';
import { changeSetup } from '../studies/change-setup.ts';
import { importCases } from './import-cases.ts';
import { allCases } from './list-cases.ts';

let world: FieldWorld;
beforeAll(async () => {
  world = await startFieldWorld(20);
});
afterAll(() => world.stop());

const WAVE = { number: 7, name: 'Seventh', startsOn: '2026-09-21', endsOn: '2026-12-18' };

test('a list that was downloaded is taken back unchanged, and nothing in it changes', async () => {
  const { context, store } = world.server.waymark;
  const { waves } = await store.studies.setup('demo');
  await changeSetup(context, 'demo', { waves: [...waves, WAVE] });
  await world.link('=Market "1"');
  await world.link('Lost one');
  const tablets = new Map((await store.tablets.list()).map(({ name, id }) => [name, id]));
  const entry = (id: string, parts: object = {}) => ({
    ...{ id, branch: 'old-town', wave: null, tabletId: null, addedAt: '2026-11-01T00:00:00.000Z' },
    ...parts,
  });
  await store.cases.put('demo', [
    entry('=1+1', {
      wave: 7,
      contact: { name: '@Ana, "the baker"', phone: '+91 98-1', notes: '-two\nlines' },
    }),
    entry("'-quoted", { contact: { name: "'", address: "''=x", notes: "'tis" } }),
    entry('-5', { tabletId: tablets.get('=Market "1"') ?? null, contact: { phone: '-5' } }),
    entry('lost', { tabletId: tablets.get('Lost one') ?? null }),
  ]);
  await revokeTablet(context, tablets.get('Lost one') ?? '', null);
  await world.deliver(makeVisit({ caseId: '=1+1', outcome: 'call-back', callBackOn: '2026-11-24' }));
  const look = async () =>
    [await allCases(context, 'demo', null), await store.cases.contacts('demo')] as const;
  const [cases, contacts] = await look();
  const text = UTF8_BOM + [...casesCsv(cases, contacts, 'synthetic data')].join('');

  const taken = await importCases(context, { studyId: 'demo', path: 'list.csv', text, scope: null });
  expect(taken).toEqual({
    ...{ added: 0, updated: cases.length },
    leftAside: ['outcome', 'attempts', 'callBackAt', 'done', 'closed', 'note'],
  });
  expect(await look()).toEqual([cases, contacts]);
  const wrong = { studyId: 'demo', path: 'list.csv', scope: null };
  await expect(
    importCases(context, { ...wrong, text: 'id,branch,wave\nX,old-town,99\n' }),
  ).rejects.toMatchObject({ code: 'UNKNOWN_CODE', message: 'list.csv, line 2: the study has no wave 99.' });
  await expect(
    importCases(context, { ...wrong, wave: 7, text: `id,branch,wave\nX,old-town,${waves[0]?.number}\n` }),
  ).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  await expect(
    importCases(context, { ...wrong, text: 'id,branch,wave\nX,old-town,first\n' }),
  ).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
});

test('a tablet closes no entry of a branch that is not its own', async () => {
  const { store } = world.server.waymark;
  const entry = { wave: null, tabletId: null, addedAt: '2026-11-01T00:00:00.000Z' };
  await store.cases.put('demo', [{ ...entry, id: 'not-theirs', branch: 'old-town' }]);
  const riverside = await world.link('Riverside only', ['riverside']);
  const visit = makeVisit({ caseId: 'not-theirs', branch: 'riverside', outcome: 'refused' });
  expect(await world.deliver(visit, { token: riverside })).toMatchObject({ status: 'quarantined' });
  const standing = async () =>
    (await allCases(world.server.waymark.context, 'demo', null)).find(({ id }) => id === 'not-theirs');
  expect(await standing()).toMatchObject({ outcome: null, attempts: 0, done: false });
  const [held] = await store.submissions.readHeld(visit.id);
  expect(held?.reason).toContain('is of branch "old-town", for which the tablet does not work');
  // Of a tablet that works for both it counts.
  const both = await world.link('Both', ['riverside', 'old-town']);
  const other = makeVisit({ caseId: 'not-theirs', branch: 'riverside', outcome: 'refused' });
  expect(await world.deliver(other, { token: both })).toMatchObject({ status: 'stored' });
  expect(await standing()).toMatchObject({ outcome: 'refused', done: true });
});
