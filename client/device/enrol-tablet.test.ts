// @vitest-environment node
import { expect, it } from 'vitest';
import { enrolTablet } from './enrol-tablet.ts';
import { apiError, json, loginPage, TabletScenario } from './testing/tablet-scenario.ts';

const study = {
  id: 's',
  title: 'Study',
  synthetic: true,
  instrument: { name: 'msme-digital-maturity', version: 'v1' },
  branches: [],
};

const enrol = (tablet: TabletScenario, reply: () => Response) =>
  enrolTablet(
    { database: tablet.database, fetch: async () => reply(), nowMs: () => tablet.nowMs },
    { code: 'ABCD', deviceName: 'Tablet 1' },
  );

it.each([
  [() => loginPage(), 'notWaymark'],
  [() => json({ tabletId: 't' }), 'notWaymark'],
  [() => apiError(404, 'ENROL_CODE_WRONG'), 'wrongCode'],
  [() => apiError(429, 'TOO_MANY_ATTEMPTS'), 'tooManyAttempts'],
  [() => apiError(500, 'INTERNAL'), 'serverError'],
  [
    () => {
      throw new TypeError('offline');
    },
    'offline',
  ],
] as const)('tells apart what went wrong, and links nothing (%#)', async (reply, outcome) => {
  const tablet = await TabletScenario.switchOn();
  expect(await enrol(tablet, reply)).toBe(outcome);
  expect(await tablet.database.count('enrolment')).toBe(0);
});

it('replaces the old link, and keeps drafts and unsent interviews', async () => {
  const tablet = await TabletScenario.switchOn();
  await tablet.enrol('old');
  const [unsent, draft] = [await tablet.interview(), await tablet.begin()];
  await tablet.sync(() => apiError(401, 'NOT_SIGNED_IN'));
  expect(await enrol(tablet, () => json({ tabletId: 't2', token: 'new', study }))).toBe('enrolled');
  expect(await tablet.database.get('enrolment', 'current')).toMatchObject({
    tabletId: 't2',
    token: 'new',
    study,
  });
  expect(await tablet.places()).toEqual({ drafts: [draft], outbox: [unsent], sent: [] });
  expect((await tablet.database.get('outbox', unsent))?.notBeforeMs).toBe(0);
});
