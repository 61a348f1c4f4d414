// @vitest-environment node
import { expect, it } from 'vitest';
import { TABLET_NAME_HEADER } from '../../contracts/api.ts';
import { HEARTBEAT_MORE_HEADER, heartbeatMoreSchema } from '../../contracts/heartbeat-more.ts';
import { HEARTBEAT_HEADER, heartbeatSchema } from '../../contracts/supervision.ts';
import { refreshStudy } from './refresh-study.ts';
import { TabletScenario } from './testing/tablet-scenario.ts';

it('tells the office how the tablet is, with nothing of any interview', async () => {
  const tablet = await TabletScenario.switchOn();
  await tablet.enrol();
  await tablet.begin(crypto.randomUUID());
  const id = await tablet.interview();
  const { finishedAt } = (await tablet.database.get('outbox', id))!;
  const heard: Headers[] = [];
  const world = {
    database: tablet.database,
    fetch: (_input: RequestInfo | URL, init?: RequestInit) => {
      heard.push(new Headers(init?.headers));
      return Promise.reject(new TypeError('no network'));
    },
    nowMs: () => tablet.nowMs,
    random01: () => 0.5,
  };
  await tablet.sync(() => Promise.reject(new TypeError('no network, and a name: Rosa')));
  await refreshStudy(world, (await tablet.database.get('enrolment', 'current'))!);
  expect(heard).toHaveLength(1);
  // These six and no others: a server of before the second header refuses what it does not know.
  expect(heartbeatSchema.parse(JSON.parse(heard[0]?.get(HEARTBEAT_HEADER) ?? ''))).toEqual({
    drafts: 1,
    queued: 1,
    oldestUnsentAt: finishedAt,
    storageUsed: null,
    storageQuota: null,
    appVersion: 'development',
  });
  expect(heartbeatMoreSchema.parse(JSON.parse(heard[0]?.get(HEARTBEAT_MORE_HEADER) ?? ''))).toEqual({
    discarded: 0,
    syncProblems: [{ code: 'offline', count: 1, lastAt: new Date(tablet.nowMs).toISOString() }],
  });
});

it('takes over the name that the office gave it', async () => {
  const tablet = await TabletScenario.switchOn();
  await tablet.enrol();
  const { study, deviceName } = (await tablet.database.get('enrolment', 'current'))!;
  const answer = (name: string) => () =>
    new Response(JSON.stringify(study), { headers: { [TABLET_NAME_HEADER]: name } });
  await tablet.sync(answer('%'));
  expect((await tablet.database.get('enrolment', 'current'))?.deviceName).toBe(deviceName);
  await tablet.sync(answer(encodeURIComponent('বাজার 2')));
  expect((await tablet.database.get('enrolment', 'current'))?.deviceName).toBe('বাজার 2');
});

it('keeps working with the instrument it has until the new one is here, whole', async () => {
  const tablet = await TabletScenario.switchOn();
  await tablet.enrol();
  const enrolment = (await tablet.database.get('enrolment', 'current'))!;
  const next = { ...enrolment.study, title: 'Second wave', instrument: { name: 'msme', version: 'v9' } };
  const refresh = async (isHere: boolean) => {
    const world = {
      database: tablet.database,
      fetch: () => Promise.resolve(new Response(JSON.stringify(next))),
      nowMs: () => tablet.nowMs,
      random01: () => 0.5,
      isInstrumentHere: () => Promise.resolve(isHere),
    };
    await refreshStudy(world, (await tablet.database.get('enrolment', 'current'))!);
    return (await tablet.database.get('enrolment', 'current'))?.study;
  };
  expect(await refresh(false)).toEqual({ ...next, instrument: enrolment.study.instrument });
  expect(await refresh(true)).toEqual(next);
});
