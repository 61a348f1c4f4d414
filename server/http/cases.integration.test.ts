import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casePageSchema } from '../../contracts/case-list.ts';
import { responseRatesSchema } from '../../contracts/response-rates.ts';
import { quotaBoardSchema, studySetupSchema } from '../../contracts/study-setup.ts';
import type { Interview } from '../../contracts/submission.ts';
import type { Visit } from '../../contracts/visit.ts';
import { deviceWorkSchema } from '../../contracts/work.ts';
import { makeDelivery, makeInterview, makeVisit } from '../testing/make-delivery.ts';
import { signInDemo, startServer, type TestServer } from '../testing/start-server.ts';
import { createEnrolCode } from '../use-cases/create-enrol-code.ts';
import { enrolTablet } from '../use-cases/enrol-tablet.ts';
import { revokeTablet } from '../use-cases/manage-tablets.ts';

const LIST = `id,branch,name,phone,address,notes,assigned
C-1,old-town,"Ana, the baker",555-01,Plaza 1,blue door,
C-2,old-town,Bea,,,,
C-3,riverside,Carla,,,,
C-4,old-town,Dora,,,,Blue tablet
`;

describe('the respondent list', () => {
  let server: TestServer;
  let cookies: Record<string, string>;
  let blue: string;
  let other: string;
  let blueId: string;

  const ask = async (
    role: string,
    path: string,
    body?: unknown,
    method = body === undefined ? 'GET' : 'POST',
  ) => {
    const response = await fetch(`${server.url}/api/studies/demo${path}`, {
      method,
      headers: { cookie: cookies[role] ?? '', origin: server.url, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const message = text.replaceAll('\\"', '"');
    return { status: response.status, text, message, json: () => JSON.parse(text) as unknown };
  };
  const upload = (role: string, csv: string, more: object = {}) =>
    ask(role, '/cases', { csv, fileName: 'list.csv', ...more });
  const page = async (role: string, query = '') =>
    casePageSchema.parse((await ask(role, `/cases${query}`)).json());
  const work = async (token: string, version = '') => {
    const response = await fetch(`${server.url}/api/device/work?version=${version}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return response.status === 204 ? null : deviceWorkSchema.parse(await response.json());
  };
  const deliver = async (token: string, record: Interview | Visit) => {
    const response = await fetch(`${server.url}/api/submissions/${record.id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(makeDelivery(record)),
    });
    expect(await response.text()).toContain('"status":"stored"');
  };
  const enrol = async (deviceName: string, branches: string[]) => {
    const { context } = server.waymark;
    const { code } = await createEnrolCode(context, { studyId: 'demo', branches, scope: null });
    return enrolTablet(context, { code, deviceName });
  };

  beforeAll(async () => {
    server = await startServer();
    ({ cookies } = await signInDemo(server, 40));
    ({ token: blue, tabletId: blueId } = await enrol('Blue tablet', ['old-town']));
    ({ token: other } = await enrol('Other tablet', ['old-town', 'riverside']));
  });
  afterAll(() => server.stop());

  it('is taken whole, and the same list again changes nothing', async () => {
    expect((await upload('administrator', LIST)).json()).toEqual({ added: 4, updated: 0, leftAside: [] });
    const before = await page('administrator', '?text=C-');
    expect((await upload('administrator', LIST.replaceAll('\n', '\r\n'))).json()).toEqual({
      added: 0,
      updated: 4,
      leftAside: [],
    });
    expect(await page('administrator', '?text=C-')).toEqual(before);
    expect(before.cases.map(({ id, tabletName }) => [id, tabletName])).toEqual([
      ['C-1', null],
      ['C-2', null],
      ['C-3', null],
      ['C-4', 'Blue tablet'],
    ]);
  });

  it('changes what the file has a column for, and leaves the rest', async () => {
    expect((await upload('administrator', 'id,branch\nC-4,old-town\n')).status).toBe(200);
    const contacts = await server.waymark.store.cases.contacts('demo', ['C-1', 'C-4']);
    expect(contacts.get('C-4')).toEqual({ name: 'Dora' });
    expect(contacts.get('C-1')).toEqual({
      ...{ name: 'Ana, the baker', phone: '555-01', address: 'Plaza 1', notes: 'blue door' },
    });
    expect((await page('administrator', `?tablet=${blueId}&text=C-`)).cases).toMatchObject([{ id: 'C-4' }]);
    await upload('administrator', 'id,branch,phone,notes\nC-1,old-town,555-99,\n');
    const [one] = (await server.waymark.store.cases.contacts('demo', ['C-1'])).values();
    expect(one).toEqual({ name: 'Ana, the baker', phone: '555-99', address: 'Plaza 1' });
    await upload('administrator', LIST);
  });

  it.each([
    ['an unknown branch', 'id,branch\nX,old-town\nY,nowhere', /line 3: the study has no branch "nowhere"/],
    ['an id twice', 'id,branch\nX,old-town\nX,old-town', /line 3: the id "X" stands on line 2/],
    ['no id', 'id,branch\nX,old-town\n ,old-town', /line 3: expected an id/],
    ['an unknown column', 'id,branch,telephone\nX,old-town,1', /column "telephone"/],
    ['a missing column', 'id\nX', /no column "branch"/],
    ['an unknown tablet', 'id,branch,assigned\nX,old-town,Red', /line 2: no tablet named "Red"/],
    ['a tablet of another branch', 'id,branch,assigned\nX,riverside,Blue tablet', /line 2: no tablet named/],
    ['a short line', 'id,branch\nX', /line 2: expected 2 cells/],
    ['another encoding', 'id,branch,name\nX,old-town,Mar\uFFFDa', /expected UTF-8/],
    ['nothing in it', 'id,branch\n', /only the header/],
    [
      'a name too long',
      `id,branch,name\nX,old-town,${'Ana '.repeat(60)}`,
      /line 2: the cell "name" is too long/,
    ],
  ])('is refused with %s, and nothing of it is kept', async (_what, csv, message) => {
    const before = (await page('administrator')).all;
    const answer = await upload('administrator', csv);
    expect(answer.status).toBe(400);
    expect(answer.message).toMatch(message);
    expect(answer.text).not.toContain('Ana');
    expect((await page('administrator')).all).toBe(before);
  });

  it('is refused for a wave that is not there, and for a branch that is not hers', async () => {
    expect((await upload('administrator', LIST, { wave: 77 })).text).toMatch(/no wave 77/);
    expect((await upload('supervisor', LIST)).message).toMatch(
      /line 4: the id "C-3" belongs to a branch outside/,
    );
    expect((await upload('supervisor', 'id,branch\nC-3,old-town')).status).toBe(403);
  });

  it('shows a supervisor her branches only, and names only by a look that is recorded', async () => {
    const seen = await page('supervisor');
    expect(new Set(seen.cases.map(({ branch }) => branch))).toEqual(new Set(['old-town']));
    expect(JSON.stringify(seen)).not.toContain('baker');
    expect((await ask('supervisor', '/contacts?text=C-')).text).toContain('baker');
    expect((await ask('analyst', '/contacts')).status).toBe(403);
    const looks = await server.waymark.store.audit.search({ action: 'cases.contacts' }, 10);
    expect(looks).toMatchObject([{ outcome: 'refused' }, { outcome: 'allowed', role: 'supervisor' }]);
    expect((await ask('analyst', '/cases.csv')).text).not.toContain('baker');
    expect((await ask('supervisor', '/cases-with-contacts.csv')).text).toContain('"Ana, the baker"');
    expect((await ask('supervisor', '/cases-with-contacts.csv')).text).not.toContain('Carla');
  });

  it('is given to tablets, many at once, all or none', async () => {
    const give = (ids: string[], tabletId: string | null, role = 'supervisor') =>
      ask(role, '/cases/assign', { ids, tabletId });
    expect((await give(['C-1', 'C-2'], blueId)).status).toBe(204);
    expect((await give(['C-2', 'C-3'], null)).status).toBe(404);
    expect((await give(['C-3'], blueId, 'administrator')).text).toMatch(/does not work for branch/);
    expect((await page('supervisor', `?tablet=${blueId}&text=C-`)).cases.map(({ id }) => id)).toEqual([
      'C-1',
      'C-2',
      'C-4',
    ]);
    expect((await give(['C-2'], null)).status).toBe(204);
  });

  it('comes to the tablets with where each stands, and only once until it changes', async () => {
    const listed = (await work(blue))?.cases.filter(({ id }) => id.startsWith('C-')) ?? [];
    expect(listed).toEqual([
      {
        ...{ id: 'C-1', branch: 'old-town', wave: null, assigned: true, attempts: 0, done: false },
        ...{ name: 'Ana, the baker', phone: '555-01', address: 'Plaza 1', notes: 'blue door' },
      },
      { id: 'C-2', branch: 'old-town', wave: null, assigned: false, attempts: 0, done: false, name: 'Bea' },
      { id: 'C-4', branch: 'old-town', wave: null, assigned: true, attempts: 0, done: false, name: 'Dora' },
    ]);
    expect((await work(other))?.cases.map(({ id }) => id).filter((id) => id.startsWith('C-'))).toEqual([
      'C-2',
      'C-3',
    ]);
    const { version } = (await work(blue)) ?? { version: '' };
    expect(await work(blue, version)).toBeNull();
    await deliver(blue, makeVisit({ caseId: 'C-1', outcome: 'call-back', callBackOn: '2026-11-24' }));
    await deliver(blue, makeVisit({ caseId: 'C-1', outcome: 'not-found' }));
    const after = await work(blue, version);
    expect(after?.cases.find(({ id }) => id === 'C-1')).toMatchObject({
      ...{ lastOutcome: 'call-back', callBackAt: '2026-11-24', attempts: 2, done: false },
    });
  });

  it('follows visits and interviews, and counts by AAPOR’s definitions', async () => {
    await deliver(other, makeVisit({ caseId: 'C-2', outcome: 'moved' }));
    // Nobody of the list: found on the spot.
    await deliver(other, makeVisit({ caseId: 'unlisted', branch: 'riverside', outcome: 'refused' }));
    await deliver(other, makeInterview({ caseId: 'C-3', branch: 'riverside', answers: { consent: 'no' } }));
    const interview = makeInterview({ caseId: 'C-4' });
    await deliver(blue, interview);
    await deliver(blue, makeInterview());
    const outcomes = async () =>
      Object.fromEntries(
        (await page('administrator', '?text=C-')).cases.map(({ id, outcome }) => [id, outcome]),
      );
    expect(await outcomes()).toEqual({
      ...{ 'C-1': 'call-back', 'C-2': 'moved', 'C-3': 'refused', 'C-4': 'completed' },
    });
    expect((await page('administrator', '?outcome=moved&text=C-')).cases).toMatchObject([
      { id: 'C-2', done: true },
    ]);

    await ask('administrator', '/setup', { waves: WAVES }, 'PUT');
    expect((await upload('administrator', LIST, { wave: 9 })).status).toBe(200);
    const rates = responseRatesSchema.parse((await ask('analyst', '/response-rates?wave=9')).json());
    expect(rates.overall).toMatchObject({
      cases: 4,
      dispositions: { I: 1, R: 1, NC: 1, UO: 1, UH: 0, NE: 0 },
      rates: { RR1: { value: 0.25 }, RR5: { value: 1 / 3 }, COOP1: { value: 0.5 } },
    });
    expect(rates.branches.find(({ code }) => code === 'riverside')?.rates.RR1).toEqual({ value: 0 });
    expect(rates.foundOnTheSpot.interviews).toBeGreaterThanOrEqual(1);
    expect(rates.foundOnTheSpot.visits).toBe(1);
    expect((await ask('analyst', '/response-rates?wave=')).status).toBe(400);
    expect((await ask('analyst', '/response-rates?wave=77')).status).toBe(404);
    const own = responseRatesSchema.parse((await ask('supervisor', '/response-rates?wave=9')).json());
    expect(own.branches.map(({ code }) => code)).toEqual(['old-town']);
    expect(own.overall.cases).toBe(3);

    // Held again with someone who did not agree after all: the second one counts.
    await deliver(
      blue,
      makeInterview({
        ...{ caseId: 'C-4', answers: { consent: 'no' } },
        revision: { of: interview.id, reason: 'Wrong person' },
      }),
    );
    expect((await outcomes())['C-4']).toBe('refused');
  });

  const WAVES = [
    { number: 1, name: 'Baseline', startsOn: '2026-09-21', endsOn: '2026-12-18' },
    { number: 9, name: 'Ninth', startsOn: '2027-11-01', endsOn: '2027-11-30' },
  ];

  it('keeps how the study is laid out, and refuses what does not fit together', async () => {
    const change = (body: object) => ask('administrator', '/setup', body, 'PUT');
    const quota = { branch: 'old-town', variable: 'archetype', code: 'Nascent', interviews: 3 };
    const changed = await change({
      ...{ startsOn: '2026-09-01', endsOn: '2026-12-31', waves: WAVES },
      clients: [{ branch: 'old-town', clients: 412 }],
      quotas: [quota, { branch: null, variable: 'archetype', code: 'Enabled', interviews: 5 }],
    });
    expect(studySetupSchema.parse(changed.json())).toMatchObject({ startsOn: '2026-09-01', waves: WAVES });
    for (const [body, message] of [
      [{ startsOn: '2027-01-01' }, /end \(2026-12-31\) before/],
      [{ waves: [...WAVES, ...WAVES] }, /stands twice/],
      [{ waves: [] }, /people of it/],
      [{ quotas: [{ ...quota, branch: 'nowhere' }] }, /no branch/],
      [{ quotas: [{ ...quota, variable: 'shoe_size' }] }, /cannot be set on "shoe_size"/],
      [{ quotas: [{ ...quota, code: 'Rich' }] }, /no code "Rich"/],
      [{ quotas: [quota, quota] }, /quota 1 and quota 2: the same group stands twice/],
      [
        { quotas: [quota, { ...quota, variable: null, code: null, interviews: 2 }] },
        /branch "old-town" is 2/,
      ],
      [{ version: 'v99' }, /cannot move/],
    ] as const) {
      const refused = await change(body);
      expect(refused.status, refused.text).toBeGreaterThanOrEqual(400);
      expect(refused.message).toMatch(message);
    }
    const setup = studySetupSchema.parse((await ask('supervisor', '/setup')).json());
    expect(setup).toMatchObject({ startsOn: '2026-09-01', endsOn: '2026-12-31', quotas: [quota] });
    expect(setup.branches).toEqual([{ code: 'old-town', name: 'Old Town', clients: 412 }]);
    const board = quotaBoardSchema.parse((await ask('administrator', '/quotas?language=es')).json());
    const data = await server.waymark.context.data.upToDate('demo');
    const nascent = data.segmentation.branches.filter(
      (branch, row) => branch === 'old-town' && data.segmentation.archetype[row] === 0,
    );
    expect(board).toMatchObject([{ completed: nascent.length, branchName: 'Old Town' }, { code: 'Enabled' }]);
    expect(quotaBoardSchema.parse((await ask('supervisor', '/quotas')).json())).toHaveLength(1);
  });

  it('takes a person from a tablet that does not work where she is now, or works no more', async () => {
    const gone = await enrol('Gone tablet', ['old-town']);
    const seen = async () => (await work(other))?.cases.filter(({ id }) => id === 'C-7');
    await upload('administrator', 'id,branch,assigned\nC-7,old-town,Gone tablet\n');
    expect(await seen()).toEqual([]);
    await upload('administrator', 'id,branch\nC-7,riverside\n');
    expect(await seen()).toMatchObject([{ assigned: false }]);
    await upload('administrator', 'id,branch,assigned\nC-7,old-town,Gone tablet\n');
    await revokeTablet(server.waymark.context, gone.tabletId, null);
    expect(await seen()).toMatchObject([{ assigned: false }]);
  });

  it('leaves with a person what came of her, in whichever branch it was recorded or she is listed', async () => {
    await upload('administrator', 'id,branch\nC-8,old-town\nC-9,old-town\n');
    await deliver(blue, makeInterview({ caseId: 'C-8' }));
    await deliver(blue, makeVisit({ caseId: 'C-9', outcome: 'call-back', callBackOn: '2026-11-25' }));
    const rates = async (role: string) =>
      responseRatesSchema.parse((await ask(role, '/response-rates')).json());
    const ofAll = ({ overall, foundOnTheSpot }: Awaited<ReturnType<typeof rates>>) => ({
      overall,
      foundOnTheSpot,
    });
    const before = await rates('administrator');
    const { foundOnTheSpot } = await rates('supervisor');
    await upload('administrator', 'id,branch\nC-8,riverside\nC-9,riverside\n');
    expect(ofAll(await rates('administrator'))).toEqual(ofAll(before));
    expect((await rates('supervisor')).foundOnTheSpot).toEqual(foundOnTheSpot);
    const listed = async () =>
      (await work(other))?.cases.flatMap(({ id, branch, attempts, done, lastOutcome }) =>
        ['C-8', 'C-9'].includes(id) ? [{ id, branch, attempts, done, lastOutcome }] : [],
      );
    const moved = { branch: 'riverside', attempts: 1 };
    expect(await listed()).toEqual([
      { id: 'C-8', ...moved, done: true, lastOutcome: 'completed' },
      { id: 'C-9', ...moved, done: false, lastOutcome: 'call-back' },
    ]);
    // Held by the tablet of the branch that she left.
    await deliver(blue, makeInterview({ caseId: 'C-9' }));
    expect((await listed())?.at(1)).toMatchObject({ attempts: 2, done: true, lastOutcome: 'completed' });
    const after = await rates('administrator');
    expect(after.foundOnTheSpot).toEqual(before.foundOnTheSpot);
    expect(after.overall.dispositions.I).toBe((before.overall.dispositions.I ?? 0) + 1);
  });

  it('is taken from a revoked tablet', async () => {
    await server.waymark.store.tablets.revoke(blueId, new Date().toISOString());
    expect(await work(blue)).toMatchObject({ cases: [], returned: [], backChecks: [] });
  });
});
