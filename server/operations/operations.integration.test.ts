import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HEARTBEAT_HEADER } from '../../contracts/supervision.ts';
import { readinessSchema } from '../../contracts/operations.ts';
import { makeDelivery, makeInterview } from '../testing/make-delivery.ts';
import { startServer, type TestServer } from '../testing/start-server.ts';
import { createEnrolCode } from '../use-cases/create-enrol-code.ts';
import { addPerson } from '../use-cases/people/add-person.ts';
import { createStudy } from '../use-cases/create-study.ts';
import { enrolTablet } from '../use-cases/enrol-tablet.ts';
import { createLog } from './create-log.ts';

const TOKEN = 'a-token-of-some-length';
const SECRETS = {
  person: 'Ana Quispe',
  email: 'ana.quispe@mfi.example',
  password: 'correct horse battery staple',
  wrongPassword: 'Tr0ub4dor and three',
  enumerator: 'Rosa Mamani',
  device: 'Tableta de Rosa',
  answer: 'sells-salteñas-at-the-corner',
  search: 'Juana Condori',
  pin: '480-913',
};

describe('watching a server', () => {
  let server: TestServer;
  let token: string;
  const lines: string[] = [];
  const seen: string[] = Object.values(SECRETS);

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}${path}`, { headers });
  /** A header that fetch does not let us choose. */
  const statusWithHost = (host: string) =>
    new Promise<number>((resolve, reject) => {
      request(`${server.url}/metrics`, { headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .once('error', reject)
        .end();
    });
  const put = (id: string, body: string, bearer = token) =>
    fetch(`${server.url}/api/submissions/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
      body,
    });

  beforeAll(async () => {
    const log = createLog('debug', { write: (line: string) => void lines.push(line) });
    server = await startServer({ log, metricsToken: TOKEN });
    const { context } = server.waymark;
    await createStudy(context, {
      id: 'demo',
      title: 'A study',
      synthetic: true,
      source: { instrument: { name: 'msme-digital-maturity', version: 'v1' } },
      branches: [{ code: 'old-town', name: 'Old Town', weight: 1 }],
    });
    const { code } = await createEnrolCode(context, { studyId: 'demo', branches: null, scope: null });
    ({ token } = await enrolTablet(context, { code, deviceName: SECRETS.device }));
    seen.push(code, token);
  });
  afterAll(() => server.stop());

  it('says apart that it is alive and that it can take interviews', async () => {
    expect(await (await get('/api/health')).json()).toMatchObject({ status: 'ok' });
    const ready = await get('/api/ready');
    expect(ready.status).toBe(200);
    expect(readinessSchema.parse(await ready.json()).status).toBe('ready');
  });

  it('is alive but not ready when the disk has too little room, and leaves no trace of trying', async () => {
    const small = await startServer({ minFreeBytes: Number.MAX_SAFE_INTEGER });
    const ready = await fetch(`${small.url}/api/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({
      status: 'notReady',
      checks: { disk: 'failed', database: 'ok' },
    });
    expect((await fetch(`${small.url}/api/health`)).status).toBe(200);
    expect(await small.waymark.store.settings.get('health-check')).toBeNull();
    await small.stop();
  });

  it('counts deliveries by how they ended, and answers by route', async () => {
    const interview = makeInterview();
    const delivery = JSON.stringify(makeDelivery(interview));
    await put(interview.id, delivery);
    await put(interview.id, delivery);
    await put(interview.id, JSON.stringify(makeDelivery({ ...interview, enumerator: 'Another' })));
    await put(makeInterview().id, JSON.stringify(makeDelivery('broken')));
    const heartbeat = {
      ...{ drafts: 0, queued: 2, oldestUnsentAt: '2026-11-20T10:00:00.000Z' },
      ...{ storageUsed: null, storageQuota: null, appVersion: '0.1.0' },
    };
    await get('/api/device/study', {
      authorization: `Bearer ${token}`,
      [HEARTBEAT_HEADER]: JSON.stringify(heartbeat),
    });
    const text = await (await get('/metrics')).text();
    expect(text).toMatch(/^waymark_tablet_unsent\{tablet="[\w-]+"\} 2$/m);
    expect(text).toMatch(/^waymark_tablet_oldest_unsent_timestamp_seconds\{tablet="[\w-]+"\} 1795168800$/m);
    expect(text).not.toContain(SECRETS.device);
    for (const outcome of ['accepted', 'repeated', 'conflict', 'quarantined'])
      expect(text).toContain(`waymark_submissions_total{outcome="${outcome}"} 1\n`);
    expect(text).toMatch(
      /waymark_request_duration_seconds_count\{method="PUT",route="\/api\/submissions\/:id",status="2xx"\} 4\n/,
    );
    expect(text).not.toContain(interview.id);
    const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
    expect(value('waymark_wal_bytes')).toBeGreaterThan(0);
    expect(value('waymark_disk_free_bytes')).toBeGreaterThan(0);
    expect(text).toMatch(/waymark_event_loop_lag_seconds\{quantile="0.99"\} \d/);
  });

  it('shows metrics to this machine or with the token, and to no one behind a proxy', async () => {
    const allowed = { authorization: `Bearer ${TOKEN}` };
    expect((await get('/metrics', { 'x-forwarded-for': '10.0.0.1' })).status).toBe(403);
    expect((await get('/metrics', { 'x-forwarded-for': '10.0.0.1', ...allowed })).status).toBe(200);
    expect((await get('/metrics', { authorization: 'Bearer wrong' })).status).toBe(403);
    expect(await statusWithHost('waymark.example')).toBe(403);
    expect(await statusWithHost('localhost:9')).toBe(200);
  });

  it('writes a line for each request, and none of the names, answers, codes and secrets in it', async () => {
    const { context } = server.waymark;
    await addPerson(context, {
      name: SECRETS.person,
      email: SECRETS.email,
      password: SECRETS.password,
      role: 'administrator',
      branches: null,
      demo: true,
    });
    const cookie = await server.signIn(SECRETS.email, SECRETS.password);
    seen.push(...cookie.split(/; |=/).filter((part) => part.length > 20));
    await expect(server.signIn(SECRETS.email, SECRETS.wrongPassword)).rejects.toThrow('401');
    const interview = makeInterview({
      enumerator: SECRETS.enumerator,
      answers: { consent: 'yes', own_phone: 'no', shared_phone: 'no', business_name: SECRETS.answer },
    });
    const delivery = makeDelivery(interview);
    expect((await put(interview.id, JSON.stringify(delivery))).status).toBe(200);
    await put(interview.id, JSON.stringify({ ...delivery, hash: '0'.repeat(64) }));
    await put(interview.id, JSON.stringify(delivery).slice(0, -10));
    await put(interview.id, JSON.stringify(delivery), 'x'.repeat(43));
    for (const path of [
      `/api/studies/demo/crosstab?rows=${encodeURIComponent(SECRETS.search)}`,
      `/api/studies/${encodeURIComponent(SECRETS.search)}/segmentation`,
      `/collect/enrol/${SECRETS.pin}?code=${SECRETS.pin}`,
      `/${encodeURIComponent(SECRETS.search)}`,
      `/api/${encodeURIComponent(SECRETS.search)}`,
    ])
      await get(path, { cookie });
    const segments = await get('/api/studies/demo/segments.csv', { cookie });
    expect(segments.status).toBe(200);
    await segments.text();
    await fetch(`${server.url}/api/tablets/enrol`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({ code: SECRETS.pin, deviceName: SECRETS.device }),
    });

    const text = lines.join('');
    expect(text).toContain('"route":"/api/submissions/:id"');
    expect(text).toContain('"route":"/collect/…"');
    expect(lines.length).toBeGreaterThan(15);
    for (const secret of seen) {
      expect(secret.length).toBeGreaterThan(5);
      expect(text).not.toContain(secret);
      expect(text).not.toContain(encodeURIComponent(secret));
    }
    for (const line of lines) expect(JSON.parse(line)).not.toHaveProperty('req');
  });
});
