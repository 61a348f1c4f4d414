import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HEARTBEAT_MORE_HEADER } from '../../contracts/heartbeat-more.ts';
import { boardSchema, HEARTBEAT_HEADER, studyQualityReportSchema } from '../../contracts/supervision.ts';
import { makeDelivery, makeInterview } from '../testing/make-delivery.ts';
import { signInDemo, startServer, type TestServer } from '../testing/start-server.ts';
import { createEnrolCode } from '../use-cases/create-enrol-code.ts';
import { enrolTablet } from '../use-cases/enrol-tablet.ts';
import { readBoard } from '../use-cases/read-board.ts';
import { setBranchArea } from '../use-cases/set-branch-area.ts';

const NOW = new Date('2026-11-22T10:00:00.000Z');

describe('supervising a study', () => {
  let server: TestServer;
  let cookies: Record<string, string>;

  const read = async (path: string, role: string): Promise<unknown> => {
    const response = await fetch(`${server.url}/api/studies/demo/${path}`, {
      headers: { cookie: cookies[role] ?? '' },
    });
    expect(response.status).toBe(200);
    return response.json();
  };
  const board = async (role: string) => boardSchema.parse(await read('board', role));
  const setTargets = (role: string, targets: unknown) =>
    fetch(`${server.url}/api/studies/demo/targets`, {
      method: 'POST',
      headers: { cookie: cookies[role] ?? '', origin: server.url, 'content-type': 'application/json' },
      body: JSON.stringify({ targets }),
    });
  const enrol = async (branches: string[]) => {
    const { code } = await createEnrolCode(server.waymark.context, {
      studyId: 'demo',
      branches,
      scope: null,
    });
    return enrolTablet(server.waymark.context, { code, deviceName: `of ${branches.join()}` });
  };
  const target = (branch: string, interviews = 30) => ({
    branch,
    interviews,
    startsOn: '2026-11-20',
    endsOn: '2026-11-25',
  });

  beforeAll(async () => {
    server = await startServer({ clock: () => NOW });
    ({ cookies } = await signInDemo(server, 90));
  });
  afterAll(() => server.stop());

  it('shows each branch with its target, what was expected, and what was done', async () => {
    expect((await setTargets('administrator', [target('old-town'), target('riverside', 60)])).status).toBe(
      200,
    );
    const all = await board('administrator');
    expect(all.branches.length).toBeGreaterThan(5);
    const stored = await server.waymark.store.submissions.countByBranch('demo');
    for (const { code, completed, declined } of all.branches)
      expect([code, completed + declined]).toEqual([code, stored.get(code) ?? 0]);
    // The demo's own targets leave one branch without.
    expect(all.branches.filter(({ target }) => target === null).map(({ code }) => code)).toEqual([
      'border-post',
    ]);
    // The third of six days.
    expect(all.branches.find(({ code }) => code === 'riverside')).toMatchObject({
      target: { interviews: 60, startsOn: '2026-11-20', endsOn: '2026-11-25' },
      expected: 30,
    });
    expect(all.branches.find(({ code }) => code === 'border-post')).toMatchObject({
      target: null,
      expected: null,
    });
  });

  it('shows a supervisor her branch only, and lets her set no other target', async () => {
    expect((await board('supervisor')).branches.map(({ code }) => code)).toEqual(['old-town']);
    expect((await setTargets('supervisor', [target('old-town', 40)])).status).toBe(200);
    expect((await setTargets('supervisor', [target('old-town', 41), target('riverside', 1)])).status).toBe(
      403,
    );
    expect((await board('supervisor')).branches[0]?.target?.interviews).toBe(40);
    expect((await setTargets('analyst', [target('old-town')])).status).toBe(403);
  });

  it.each([
    ['a branch that is not there', [target('nowhere')], 404],
    ['one branch twice', [target('old-town'), target('old-town')], 400],
    ['an end before the start', [{ ...target('old-town'), endsOn: '2026-11-19' }], 400],
    ['half an interview', [target('old-town', 0.5)], 400],
    ['none', [], 400],
  ])('refuses %s', async (_what, targets, status) => {
    expect((await setTargets('administrator', targets)).status).toBe(status);
  });

  it('knows how each tablet said it was, and which went quiet', async () => {
    const mine = await enrol(['old-town']);
    await enrol(['riverside']);
    const ask = (heartbeat: string, more?: string) =>
      fetch(`${server.url}/api/device/study`, {
        headers: {
          authorization: `Bearer ${mine.token}`,
          [HEARTBEAT_HEADER]: heartbeat,
          ...(more === undefined ? {} : { [HEARTBEAT_MORE_HEADER]: more }),
        },
      });
    const beat = {
      drafts: 1,
      queued: 2,
      oldestUnsentAt: '2026-11-21T09:14:00.000+05:30',
      storageUsed: 5_000_000,
      storageQuota: 100_000_000,
      appVersion: '0.1.0',
    };
    expect((await ask(JSON.stringify(beat))).status).toBe(200);
    // What cannot be understood does not keep a tablet from its study, nor the last good one from us.
    for (const odd of ['{', '"x"', JSON.stringify({ ...beat, name: 'Rosa' }), 'x'.repeat(2000)])
      expect((await ask(odd)).status).toBe(200);
    // Past the end of every session, so the use-case is asked.
    const later = (hours: number, scope: string[] | null) =>
      readBoard(
        { ...server.waymark.context, clock: () => new Date(NOW.getTime() + hours * 3_600_000) },
        'demo',
        scope,
      );
    expect((await later(47, ['old-town'])).tablets).toMatchObject([
      { id: mine.tabletId, isQuiet: false, heartbeat: beat },
    ]);
    // A newer tablet says more, some of it not known here yet; what it says badly does not cost us the rest.
    const problems = [{ code: 'timeout', count: 3, lastAt: '2026-11-21T09:00:00.000Z' }];
    const more = { storagePersisted: true, syncProblems: problems };
    await ask(JSON.stringify(beat), JSON.stringify({ ...more, moonPhase: 'full' }));
    expect((await later(47, ['old-town'])).tablets[0]?.heartbeat).toEqual({ ...beat, ...more });
    await ask(JSON.stringify(beat), JSON.stringify({ syncProblems: [{ code: 'Rosa said no', count: 1 }] }));
    expect((await later(47, ['old-town'])).tablets[0]?.heartbeat).toEqual(beat);
    expect((await later(49, null)).tablets.map(({ isQuiet }) => isQuiet)).toEqual([true, true]);
  });

  it('lists doubtful interviews with their reasons, of her branches, and counts what is set aside', async () => {
    const { token } = await enrol(['old-town', 'riverside']);
    const send = async (parts: Parameters<typeof makeInterview>[0]) => {
      const interview = makeInterview(parts);
      const response = await fetch(`${server.url}/api/submissions/${interview.id}`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(makeDelivery(interview)),
      });
      expect(response.status).toBe(200);
      return interview.id;
    };
    const before = await board('supervisor');
    const rushed = await send({ activeMs: 1000 });
    const elsewhere = await send({ activeMs: 1000, branch: 'riverside' });
    await send({
      activeMs: 900_000,
      branch: 'old-town',
      instrument: { name: 'msme-digital-maturity', version: 'v0', hash: 'a'.repeat(64) },
    });

    const hers = studyQualityReportSchema.parse(await read('quality', 'supervisor'));
    const found = hers.doubtful.find(({ id }) => id === rushed);
    expect(found).toMatchObject({ branch: 'old-town', enumerator: 'Rosa' });
    expect(found?.findings.map(({ rule }) => rule)).toContain('too-fast');
    expect(hers.doubtful.some(({ id }) => id === elsewhere)).toBe(false);
    expect(hers.comparisons.every(({ branch }) => branch === 'old-town')).toBe(true);
    const everything = studyQualityReportSchema.parse(await read('quality', 'administrator'));
    expect(everything.doubtful.some(({ id }) => id === elsewhere)).toBe(true);
    expect(everything.interviews).toBeGreaterThan(hers.interviews);
    expect(JSON.stringify(everything)).not.toContain('respondent_name');

    const [branch] = (await board('supervisor')).branches;
    expect(branch).toMatchObject({
      completed: (before.branches[0]?.completed ?? 0) + 1,
      doubtful: (before.branches[0]?.doubtful ?? 0) + 1,
      quarantined: 1,
      conflict: 0,
    });
    expect(hers.interviews).toBe(branch?.completed);
  });

  it('counts places outside of the area by branch and tablet, until someone has looked', async () => {
    const [latitude, longitude] = [22.57, 88.36];
    const area = { latitude, longitude, radiusM: 1000 };
    await setBranchArea(server.waymark.context, 'demo', 'old-town', area);
    const { token, tabletId } = await enrol(['old-town']);
    const located = { latitude: latitude + 1, longitude, accuracyM: 5, at: '2026-11-22T09:00:00.000Z' };
    const interview = makeInterview({ location: located });
    const delivery = makeDelivery(interview);
    await fetch(`${server.url}/api/submissions/${interview.id}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(delivery),
    });
    const places = async () => {
      const { branches, tablets, withPlace } = await board('supervisor');
      return [branches[0]?.places, tablets.find(({ id }) => id === tabletId)?.places, withPlace];
    };
    const one = { outsideArea: 1, samePlace: 0 };
    expect(await places()).toEqual([one, one, 1]);
    const approved = await fetch(`${server.url}/api/studies/demo/reviews`, {
      method: 'POST',
      headers: {
        ...{ cookie: cookies.supervisor ?? '', origin: server.url, 'content-type': 'application/json' },
      },
      body: JSON.stringify({
        decision: 'approved',
        interviews: [{ id: interview.id, hash: delivery.hash }],
      }),
    });
    expect(approved.status).toBe(200);
    const none = { outsideArea: 0, samePlace: 0 };
    expect(await places()).toEqual([none, none, 1]);
  });
});
