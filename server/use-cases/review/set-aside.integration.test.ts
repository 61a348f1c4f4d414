import { afterAll, beforeAll, expect, test } from 'vitest';
import { interviewOf, startFieldWorld, type FieldWorld } from '../../testing/field-world.ts';
import { COMMAND } from '../audit/actor.ts';
import { createStudy } from '../create-study.ts';
import { eraseRespondent } from '../personal/erase-respondent.ts';
import { readBoard } from '../read-board.ts';
import { decideHeld, readHeldVersions } from './decide-held.ts';
import { listHeldRows } from './list-held-rows.ts';

const REASON = 'She asked for it by telephone';

let world: FieldWorld;
let elsewhere: string;
beforeAll(async () => {
  world = await startFieldWorld();
  await createStudy(world.server.waymark.context, {
    id: 'elsewhere',
    title: 'Another study',
    synthetic: true,
    source: { instrument: { name: 'msme-digital-maturity', version: 'v1' } },
    branches: [{ code: 'old-town', name: 'Old Town', weight: 1 }],
  });
  elsewhere = await world.link('Of elsewhere', null, 'elsewhere');
});
afterAll(() => world.stop());

test('an id that counts in one study counts in no other, and erasing there takes nothing here', async () => {
  const { context, store } = world.server.waymark;
  const own = interviewOf('Maren Voss');
  await world.deliver(own);
  const other = { ...interviewOf('Ines Prado', { studyId: 'elsewhere' }), id: own.id };
  expect((await world.deliver(other, { token: elsewhere })).status).toBe('conflict');
  const versions = async () => (await readHeldVersions(context, 'elsewhere', own.id, null)).versions;
  const [held] = await versions();
  expect(held?.obstacle).toMatch(/another study/);
  const release = { id: own.id, hash: held?.hash ?? '', decision: 'released' as const };
  await expect(
    decideHeld(context, { ...release, studyId: 'elsewhere', scope: null, actor: COMMAND }),
  ).rejects.toThrow(/another study/);

  const { statement } = await eraseRespondent(context, {
    ...{ target: { recordId: own.id }, mode: 'everything', reason: REASON },
  });
  expect(statement).toMatchObject({ studyId: 'demo', records: [{ id: own.id, status: 'stored' }] });
  expect(await world.stands('Maren Voss')).toEqual([]);
  expect(await store.erasures.remains(statement)).toEqual([]);
  const [kept] = await versions();
  expect(kept?.interview?.answers.find(({ item }) => item === 'respondent_name')?.value).toBe('Ines Prado');
  const again = await eraseRespondent(context, {
    ...{ target: { recordId: own.id }, mode: 'everything', reason: REASON },
  });
  expect(again.statement).toMatchObject({ studyId: 'elsewhere', records: [{ status: 'conflict' }] });
  expect(await world.stands('Ines Prado')).toEqual([]);
});

/** Conflicts that the board says wait, over these branches. */
const conflicts = async (scope: readonly string[] | null): Promise<number> => {
  const { branches } = await readBoard(world.server.waymark.context, 'demo', scope && [...scope]);
  return branches.reduce((all, { conflict }) => all + conflict, 0);
};

test('what was erased waits for nobody, and says so', async () => {
  const { context } = world.server.waymark;
  const own = interviewOf('Lucia Ferro');
  await world.deliver(own);
  await world.deliver({ ...own, activeMs: 900_004 });
  const listed = async () => (await listHeldRows(context, 'demo', null)).find(({ row }) => row.id === own.id);
  expect(await listed()).toMatchObject({ isWaiting: true, row: { isErased: false } });
  const onBoard = await conflicts(null);
  await eraseRespondent(context, {
    ...{ target: { recordId: own.id }, mode: 'everything', reason: REASON },
  });
  expect(await listed()).toMatchObject({ isWaiting: false, row: { isErased: true } });
  expect(await conflicts(null)).toBe(onBoard - 1);
  const { versions } = await readHeldVersions(context, 'demo', own.id, null);
  expect(versions).toMatchObject([{ isErased: true, obstacle: 'All that it said was erased on request.' }]);
});

test('an id that lies in two branches waits for who sees both of them', async () => {
  const { context } = world.server.waymark;
  const own = interviewOf('Nadia Brandt');
  await world.deliver(own);
  await world.deliver({ ...own, branch: 'riverside' });
  const seenBy = async (scope: readonly string[] | null) =>
    (await listHeldRows(context, 'demo', scope && [...scope])).find(({ row }) => row.id === own.id);
  expect(await conflicts(['riverside'])).toBe(0);
  expect(await seenBy(['riverside'])).toMatchObject({ isWaiting: false, row: { needsOtherBranch: true } });
  for (const scope of [['riverside', 'old-town'], null])
    expect(await seenBy(scope)).toMatchObject({ isWaiting: true, row: { needsOtherBranch: false } });
  expect(await seenBy(['old-town'])).toBeUndefined();
});
