import { afterAll, beforeAll, expect, it } from 'vitest';
import { studyMadeSchema } from '../../contracts/new-study.ts';
import { signInDemo, startServer, type TestServer } from '../testing/start-server.ts';

let server: TestServer;
let cookies: Record<string, string>;

beforeAll(async () => {
  server = await startServer();
  ({ cookies } = await signInDemo(server, 20));
});
afterAll(() => server.stop());

it('a study is made on a page, all of it or nothing, by someone of every branch', async () => {
  const { store } = server.waymark;
  const post = async (body: unknown, role = 'administrator') => {
    const response = await fetch(`${server.url}/api/studies`, {
      method: 'POST',
      headers: {
        ...{ cookie: cookies[role] ?? '', origin: server.url },
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    return { status: response.status, text: await response.text() };
  };
  const body = {
    title: 'Second baseline',
    instrument: { name: 'msme-digital-maturity', version: 'v1' },
    ...{ startsOn: '2027-01-10', endsOn: '2027-03-31' },
    waves: [{ number: 1, name: 'First', startsOn: '2027-01-10', endsOn: '2027-03-31' }],
    branches: 'branch,name,clients,target\nnorth,North,500,40\nsouth,South,,\n',
  };
  const before = await store.studies.list();
  for (const [part, message] of [
    [{ title: '  ' }, /title/],
    [{ title: before[0]?.title.toUpperCase() }, /already a study/],
    [{ instrument: { name: 'msme-digital-maturity', version: 'v99' } }, /no instrument/],
    [{ endsOn: '2026-01-01' }, /ends before/],
    [{ startsOn: null }, /has a target/],
    [{ waves: [...body.waves, ...body.waves] }, /stands twice/],
    [{ branches: '' }, /is empty/],
    [{ branches: 'code\nnorth\n' }, /no column/],
    [{ branches: 'branch,clients\nnorth,1.5\n' }, /line 2: expected a whole number of clients/],
    [{ branches: 'branch\nnorth\nnorth\n' }, /line 3: the branch .* twice/],
  ] as const) {
    const refused = await post({ ...body, ...part });
    expect(refused.status, refused.text).toBe(400);
    expect(refused.text).toMatch(message);
  }
  expect((await post(body, 'supervisor')).status).toBe(403);
  expect(await store.studies.list()).toHaveLength(before.length);
  // Pressed twice, or sent again by the browser: one is made.
  const answers = await Promise.all([post(body), post(body), post(body)]);
  const [made, ...others] = answers.toSorted((one, other) => one.status - other.status);
  expect(others.map(({ status }) => status)).toEqual([400, 400]);
  if (!made) throw new Error('There was no answer.');
  expect(made.status, made.text).toBe(200);
  const { id } = studyMadeSchema.parse(JSON.parse(made.text));
  expect(await store.supervision.listTargets(id)).toEqual([
    { branch: 'north', interviews: 40, startsOn: '2027-01-10', endsOn: '2027-03-31' },
  ]);
  const setup = await store.studies.setup(id);
  expect([...setup.clients]).toEqual([
    ['north', 500],
    ['south', null],
  ]);
  expect(setup).toMatchObject({ startsOn: '2027-01-10', waves: body.waves });
  const [line] = await store.audit.search({ action: 'study.add' }, 1);
  expect(line).toMatchObject({ actorName: 'Demo Administrator', target: `study:${id}` });
});
