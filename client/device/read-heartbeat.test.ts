// @vitest-environment node
import { expect, it } from 'vitest';
import { HEARTBEAT_HEADER, heartbeatSchema } from '../../contracts/supervision.ts';
import { refreshStudy } from './refresh-study.ts';
import { TabletScenario } from './testing/tablet-scenario.ts';

it('tells the office how the tablet is, with nothing of any interview', async () => {
  const tablet = await TabletScenario.switchOn();
  await tablet.enrol();
  await tablet.begin(crypto.randomUUID());
  const id = await tablet.interview();
  const { finishedAt } = (await tablet.database.get('outbox', id))!;
  const heard: (string | null)[] = [];
  const world = {
    database: tablet.database,
    fetch: (_input: RequestInfo | URL, init?: RequestInit) => {
      heard.push(new Headers(init?.headers).get(HEARTBEAT_HEADER));
      return Promise.reject(new TypeError('no network'));
    },
    nowMs: () => tablet.nowMs,
    random01: () => 0.5,
  };
  await refreshStudy(world, (await tablet.database.get('enrolment', 'current'))!);
  expect(heard).toHaveLength(1);
  expect(heartbeatSchema.parse(JSON.parse(heard[0]!))).toEqual({
    drafts: 1,
    queued: 1,
    discarded: 0,
    oldestUnsentAt: finishedAt,
    storageUsed: null,
    storageQuota: null,
    appVersion: 'development',
  });
});
