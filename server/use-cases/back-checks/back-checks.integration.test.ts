import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BackCheck } from '../../../contracts/back-check.ts';
import { backCheckFormSchema, backChecksSchema } from '../../../contracts/back-check-report.ts';
import { deviceWorkSchema } from '../../../contracts/work.ts';
import { makeDelivery } from '../../testing/make-delivery.ts';
import { signInDemo, startServer, type TestServer } from '../../testing/start-server.ts';
import { createEnrolCode } from '../create-enrol-code.ts';
import { enrolTablet } from '../enrol-tablet.ts';
import { parseInterview } from '../review/readable-interview.ts';

let server: TestServer;
let cookies: Record<string, string>;
let token: string;

const call = async (path: string, body?: unknown, role = 'administrator') => {
  const response = await fetch(`${server.url}/api/studies/demo/${path}`, {
    headers: { cookie: cookies[role] ?? '', origin: server.url, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as unknown };
};
const read = async (role?: string) =>
  backChecksSchema.parse((await call('back-checks', undefined, role)).body);
const work = async () => {
  const response = await fetch(`${server.url}/api/device/work`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return deviceWorkSchema.parse(await response.json());
};
const interviewOf = async (id: string) => {
  const interview = parseInterview((await server.waymark.store.personal.textOf(id)) ?? '');
  if (!interview) throw new Error(`${id} is not there.`);
  return interview;
};
const DRAW = { rate01: 0.15, seed: 20_261_122, from: '2020-01-01', until: '2099-12-31' };

beforeAll(async () => {
  server = await startServer();
  ({ cookies } = await signInDemo(server, 120));
  const wanted = { studyId: 'demo', branches: ['old-town', 'riverside'], scope: null };
  const { code } = await createEnrolCode(server.waymark.context, wanted);
  ({ token } = await enrolTablet(server.waymark.context, { code, deviceName: 'Checker' }));
});
afterAll(() => server.stop());

it('draws its share of each enumerator, keeps how, and draws nothing more the second time', async () => {
  const first = await call('back-checks', DRAW);
  const { draws, tasks } = await read();
  expect(first.body).toEqual({ drawn: tasks.length });
  expect(draws[0]).toMatchObject({ seed: DRAW.seed, rate01: 0.15, drawnBy: 'Demo Administrator' });
  const all = draws[0]?.strata.reduce((sum, { interviews }) => sum + interviews, 0) ?? 0;
  expect(Math.abs(tasks.length - 0.15 * all)).toBeLessThanOrEqual(1);
  expect(draws[0]?.strata.every(({ drawn }) => drawn > 0)).toBe(true);
  expect((await call('back-checks', { ...DRAW, seed: 5 })).body).toEqual({ drawn: 0 });
  const [line] = await server.waymark.store.audit.search({ action: 'backcheck.run' }, 2);
  expect(line?.detail).toContain('seed 5');
  const hers = await read('supervisor');
  expect(new Set(hers.tasks.map(({ branch }) => branch))).toEqual(new Set(['old-town']));
  expect(hers.draws).toEqual([]);
});

it('gives tablets of the branch what to ask, compares what they deliver, and settles it once', async () => {
  const [task] = (await work()).backChecks;
  if (!task) throw new Error('There is nothing to check.');
  expect(task.items).toContain('own_phone');
  // The list says where to find her; an interview need not ask it.
  expect(task.address).toMatch(/made-up market/);
  const { answers, enumerator } = await interviewOf(task.interviewId);
  const check = (parts: Partial<BackCheck>): BackCheck => ({
    waymark: 'backcheck',
    id: crypto.randomUUID(),
    studyId: 'demo',
    taskId: task.id,
    interviewId: task.interviewId,
    branch: task.branch,
    enumerator: 'Ines',
    instrument: task.instrument,
    mode: 'visit',
    outcome: 'completed',
    answers: Object.fromEntries(Object.entries(answers).filter(([item]) => task.items.includes(item))),
    startedAt: '2026-11-22T09:00:00.000+05:30',
    finishedAt: '2026-11-22T09:10:00.000+05:30',
    appVersion: '0.1.0',
    ...parts,
  });
  const deliver = (record: BackCheck) =>
    fetch(`${server.url}/api/submissions/${record.id}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(makeDelivery(record)),
    });
  // Her own enumerator asked again: kept, and not compared.
  await deliver(check({ enumerator: enumerator.toUpperCase() }));
  expect((await read()).tasks.find(({ id }) => id === task.id)).toMatchObject({
    isOpen: true,
    isByHerself: true,
  });
  expect((await read()).comparison.pairs).toBe(0);
  await deliver(check({}));
  const { comparison, tasks } = await read();
  expect(tasks.find(({ id }) => id === task.id)).toMatchObject({ isOpen: false, checkedBy: 'Ines' });
  expect(comparison).toMatchObject({ pairs: 1, overall: { agreement01: 1, differ: 0 } });
  expect((await work()).backChecks.some(({ id }) => id === task.id)).toBe(false);
});

it('takes one by phone from the office, and finds a doubtful enumerator', async () => {
  const task = (await read()).tasks.find(({ isOpen }) => isOpen);
  if (!task) throw new Error('There is nothing to check.');
  const form = backCheckFormSchema.parse((await call(`back-checks/${task.id}`)).body);
  expect(form.items.map(({ name }) => name)).toContain('can_transact');
  expect(JSON.stringify(form)).not.toContain('"answers"');
  expect(form.contact.map(({ label }) => label.en)).toContain('Address on the list');
  const enter = (outcome: string, answers: unknown = {}) =>
    call(`back-checks/${task.id}`, {
      mode: 'phone',
      outcome,
      answers,
      startedAt: '2026-11-22T10:00:00.000Z',
    });
  expect((await enter('completed', { own_phone: 'perhaps' })).status).toBe(400);
  expect((await enter('completed', { worries: ['none'] })).status).toBe(400);
  expect((await enter('not-found')).status).toBe(200);
  expect((await enter('denied')).status).toBe(200);
  expect((await enter('completed')).status).toBe(400);
  const { comparison } = await read();
  expect(comparison.denied).toBe(1);
  expect(comparison.enumerators[0]).toMatchObject({
    enumerator: task.enumerator,
    isDoubtful: true,
    denied: 1,
  });
});
