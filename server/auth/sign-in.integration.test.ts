import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meSchema } from '../../contracts/api.ts';
import { PERMISSIONS_OF } from '../../contracts/roles.ts';
import { errorBodySchema } from '../../contracts/errors.ts';
import { startServer, type TestServer } from '../testing/start-server.ts';
import { addPerson } from '../use-cases/people/add-person.ts';

const EMAIL = 'asha@bank.example';
const PASSWORD = 'seven green market stalls';

describe('signing in', () => {
  let server: TestServer;
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url, ...headers },
      body: JSON.stringify(body),
    });
  const signIn = (password: string, headers: Record<string, string> = {}) =>
    post('/api/auth/sign-in/email', { email: EMAIL, password }, headers);
  const me = (cookie: string) => fetch(`${server.url}/api/me`, { headers: { cookie } });
  const codeOf = async (response: Response) => errorBodySchema.parse(await response.json()).error.code;

  beforeAll(async () => {
    server = await startServer({ proxies: 1 });
    await addPerson(server.waymark.context, {
      name: 'Asha',
      email: EMAIL,
      password: PASSWORD,
      role: 'supervisor',
      branches: ['north'],
    });
  });
  afterAll(() => server.stop());

  it('refuses a second person with the same address, and says so', async () => {
    const again = { name: 'B', email: EMAIL, password: PASSWORD, role: 'analyst', branches: null } as const;
    await expect(addPerson(server.waymark.context, again)).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  });

  it('gives a session in a cookie that scripts and other sites cannot use, and takes it away again', async () => {
    const response = await signIn(PASSWORD, { 'x-forwarded-for': '10.1.0.1' });
    expect(response.status).toBe(200);
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^waymark\.session_token=.*HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const session = cookie?.split(';')[0] ?? '';
    expect(meSchema.parse(await (await me(session)).json())).toEqual({
      name: 'Asha',
      email: EMAIL,
      role: 'supervisor',
      branches: ['north'],
      permissions: PERMISSIONS_OF.supervisor,
      demo: false,
      secondFactor: 'off',
    });
    expect((await post('/api/auth/sign-out', {}, { cookie: session })).status).toBe(200);
    expect((await me(session)).status).toBe(401);
  });

  it('keeps the password as a hash only', async () => {
    for (const file of ['waymark.sqlite', 'waymark.sqlite-wal'])
      expect((await readFile(`${server.dataDir}/${file}`)).includes(PASSWORD)).toBe(false);
  });

  it('does not say whether the address or the password was wrong', async () => {
    const wrong = await signIn('not the password', { 'x-forwarded-for': '10.1.0.2' });
    const unknown = await post(
      '/api/auth/sign-in/email',
      { email: 'nobody@bank.example', password: PASSWORD },
      { 'x-forwarded-for': '10.1.0.2' },
    );
    expect(wrong.status).toBe(401);
    expect(await wrong.text()).toBe(await unknown.text());
  });

  it('is closed to sign-up and to every other endpoint of the library', async () => {
    for (const path of [
      'sign-up/email',
      'update-user',
      'change-email',
      'delete-user',
      'request-password-reset',
    ]) {
      const response = await post(`/api/auth/${path}`, {
        name: 'X',
        email: 'x@x.example',
        password: PASSWORD,
      });
      expect([path, response.status, await codeOf(response)]).toEqual([path, 404, 'NOT_FOUND']);
    }
  });

  it('refuses what another site sends in her name, for sign-in and for routes with a session', async () => {
    const evil = { origin: 'https://evil.example', 'x-forwarded-for': '10.1.0.3' };
    expect((await signIn(PASSWORD, evil)).status).toBe(403);
    const cookie = await server.signIn(EMAIL, PASSWORD, '10.1.0.3');
    const mint = (headers: Record<string, string>) =>
      fetch(`${server.url}/api/tablets/codes`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie, ...headers },
        body: JSON.stringify({ studyId: 'none', branches: ['north'] }),
      });
    for (const headers of [evil, { origin: 'null' }, {}]) {
      const response = await mint(headers);
      expect([response.status, await codeOf(response)]).toEqual([403, 'NOT_ALLOWED']);
    }
    expect((await mint({ origin: server.url })).status).toBe(404);
  });

  it('works on whatever host and port it is reached by', async () => {
    const signInAt = (host: string, origin: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        const headers = {
          host,
          origin,
          'content-type': 'application/json',
          cookie: 'waymark.session_token=old',
          'x-forwarded-for': '10.1.0.4',
        };
        request(`${server.url}/api/auth/sign-in/email`, { method: 'POST', headers }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on('error', reject)
          .end(JSON.stringify({ email: EMAIL, password: PASSWORD }));
      });
    expect(await signInAt('waymark.bank.example', 'https://waymark.bank.example')).toBe(200);
    expect(await signInAt('192.168.7.20:8080', 'http://192.168.7.20:8080')).toBe(200);
    expect(await signInAt('192.168.7.20:8080', 'http://192.168.7.20:9090')).toBe(403);
  });

  it('makes the wait grow for an account and address, whatever address the client claims, and ends it', async () => {
    let now = Date.parse('2026-11-22T08:00:00.000Z');
    const own = await startServer({ clock: () => new Date(now) });
    const attempt = async (email: string, claimed = '10.2.0.1') => {
      const response = await fetch(`${own.url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: own.url,
          'x-forwarded-for': claimed,
          'x-waymark-client-address': claimed,
        },
        body: JSON.stringify({ email, password: 'guess' }),
      });
      if (response.status === 429) expect(await codeOf(response)).toBe('TOO_MANY_ATTEMPTS');
      return response.status;
    };
    const tries: number[] = [];
    for (let index = 0; index < 7; index += 1) tries.push(await attempt(EMAIL, `10.2.0.${index}`));
    expect(tries).toEqual([401, 401, 401, 401, 401, 429, 429]);
    expect(await attempt('another@bank.example')).toBe(401);
    for (const wait of [15, 30, 60, 120, 240, 480, 900, 900]) {
      now += wait * 1000 - 1;
      expect([wait, await attempt(EMAIL)]).toEqual([wait, 429]);
      now += 1;
      expect([wait, await attempt(EMAIL)]).toEqual([wait, 401]);
    }
    now += 25 * 3_600_000;
    for (let index = 0; index < 5; index += 1) expect(await attempt(EMAIL)).toBe(401);
    expect(await attempt(EMAIL)).toBe(429);
    await own.stop();
  });

  it('does not count right attempts, nor lets many at once slip through', async () => {
    const own = await startServer();
    const person = { name: 'B', email: EMAIL, password: PASSWORD, role: 'product', branches: null } as const;
    await addPerson(own.waymark.context, person);
    for (let index = 0; index < 8; index += 1) await own.signIn(EMAIL, PASSWORD);
    const guess = () =>
      fetch(`${own.url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: own.url },
        body: JSON.stringify({ email: EMAIL, password: 'guess' }),
      });
    const statuses = (await Promise.all(Array.from({ length: 20 }, guess))).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([...Array<number>(5).fill(401), ...Array<number>(15).fill(429)]);
    await own.stop();
  });
});
