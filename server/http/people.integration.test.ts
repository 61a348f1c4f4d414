import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meSchema } from '../../contracts/api.ts';
import { auditPageSchema, type AuditEntry } from '../../contracts/audit.ts';
import { errorBodySchema } from '../../contracts/errors.ts';
import {
  personCodeSchema,
  personSchema,
  secondFactorSetupSchema,
  type Person,
} from '../../contracts/people.ts';
import { startServer, type TestServer } from '../testing/start-server.ts';
import { totp } from '../testing/totp.ts';
import { addPerson } from '../use-cases/people/add-person.ts';

const PASSWORD = 'seven green market stalls';
const HOUR_MS = 3_600_000;

describe('people', () => {
  let server: TestServer;
  let now = Date.parse('2026-11-22T08:00:00.000Z');
  let administrator: string;
  let address = 0;

  const call = (path: string, cookie: string, body?: unknown, method = 'POST') => {
    address += 1;
    return fetch(`${server.url}${path}`, {
      method: body === undefined ? 'GET' : method,
      headers: {
        ...{ origin: server.url, cookie, 'content-type': 'application/json' },
        'x-forwarded-for': `10.0.${Math.floor(address / 250)}.${address % 250}`,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  };
  /** Every one-time code that was handed out. */
  const codes: string[] = [];
  const handed = async (response: Response) => {
    const handedOut = personCodeSchema.parse(await response.json());
    codes.push(handedOut.code);
    return handedOut;
  };
  const codeOf = async (response: Response) => errorBodySchema.parse(await response.json()).error.code;
  const cookieOf = (response: Response) =>
    response.headers
      .getSetCookie()
      .filter((each) => !/max-age=0/i.test(each))
      .map((each) => each.split(';')[0])
      .join('; ');
  const people = async (): Promise<Person[]> =>
    personSchema.array().parse(await (await call('/api/people', administrator)).json());
  const person = async (email: string): Promise<Person> => {
    const found = (await people()).find((each) => each.email === email);
    if (!found) throw new Error(`${email} is not in the list.`);
    return found;
  };
  const invite = async (email: string, role: string, branches: string[] | null = null) =>
    handed(await call('/api/people', administrator, { name: 'Ines Rao', email, role, branches }));
  const choose = (code: string, password = PASSWORD) => call('/api/people/password', '', { code, password });
  const trySignIn = (email: string, password = PASSWORD) =>
    call('/api/auth/sign-in/email', '', { email, password });
  const joined = async (email: string, role: string, branches: string[] | null = null) => {
    await choose((await invite(email, role, branches)).code);
    return cookieOf(await trySignIn(email));
  };
  const lines = async (query: string): Promise<AuditEntry[]> =>
    auditPageSchema.parse(await (await call(`/api/audit?${query}`, administrator)).json()).entries;

  beforeAll(async () => {
    server = await startServer({ proxies: 1, clock: () => new Date(now) });
    const first = { name: 'Ana', email: 'ana@mfi.example', role: 'administrator', branches: null } as const;
    await addPerson(server.waymark.context, { ...first, password: PASSWORD, demo: true });
    administrator = await server.signIn(first.email, PASSWORD, '10.9.0.1');
  });
  afterAll(() => server.stop());

  it('lets an invited person choose her password once, in time, and then sign in', async () => {
    const { code, expiresAt } = await invite('Ines@MFI.example', 'supervisor', ['north']);
    expect(expiresAt).toBe('2026-11-25T08:00:00.000Z');
    expect(await person('ines@mfi.example')).toMatchObject({ state: 'invited', branches: ['north'] });
    expect((await trySignIn('ines@mfi.example')).status).toBe(401);
    expect(await codeOf(await choose('AAAA-AAAA-AAAA-AAAA'))).toBe('PERSON_CODE_WRONG');
    for (const weak of ['aaaaaaaaaaaaaaaa', 'ines rao ines rao', 'ines@mfi.example1'])
      expect([weak, await codeOf(await choose(code, weak))]).toEqual([weak, 'PASSWORD_WEAK']);
    expect(await codeOf(await choose(code, 'short'))).toBe('INVALID_REQUEST');
    const chosen = await choose(code.toLowerCase().replaceAll('-', ' '));
    expect(await chosen.json()).toEqual({ name: 'Ines Rao', email: 'ines@mfi.example' });
    expect(await codeOf(await choose(code))).toBe('PERSON_CODE_WRONG');
    expect((await trySignIn('INES@mfi.example')).status).toBe(200);
    expect(await person('ines@mfi.example')).toMatchObject({ state: 'active', secondFactor: 'off' });

    const late = await invite('late@mfi.example', 'product');
    now += 72 * HOUR_MS;
    expect(await codeOf(await choose(late.code))).toBe('PERSON_CODE_WRONG');
    now -= 72 * HOUR_MS;
    const again = await invite('late@mfi.example', 'product').catch(() => null);
    expect(again).toBeNull();
  });

  it('makes analysts set up a second factor first, asks for its code ever after, and takes a backup code once', async () => {
    const email = 'asha@mfi.example';
    const cookie = await joined(email, 'analyst');
    const me = meSchema.parse(await (await call('/api/me', cookie)).json());
    expect(me.secondFactor).toBe('needed');
    expect(await codeOf(await call('/api/studies', cookie))).toBe('SECOND_FACTOR_NEEDED');

    expect(await codeOf(await call('/api/auth/two-factor/enable', cookie, { password: 'wrong' }))).toBe(
      'PASSWORD_WRONG',
    );
    const setup = secondFactorSetupSchema.parse(
      await (await call('/api/auth/two-factor/enable', cookie, { password: PASSWORD })).json(),
    );
    expect(setup.totpURI).toMatch(/^otpauth:\/\/totp\/Waymark.*asha.*issuer=Waymark/);
    expect(new Set(setup.backupCodes).size).toBe(10);
    const verify = (code: string, jar: string) => call('/api/auth/two-factor/verify-totp', jar, { code });
    expect(await codeOf(await verify('000000', cookie))).toBe('SECOND_FACTOR_WRONG');
    const done = await verify(totp(setup.totpURI, Date.now()), cookie);
    expect(done.status).toBe(200);
    expect((await call('/api/studies', cookieOf(done))).status).toBe(200);

    const half = await trySignIn(email);
    expect(await half.json()).toEqual({ codeAsked: true });
    expect((await call('/api/me', cookieOf(half))).status).toBe(401);
    expect(await codeOf(await verify('000000', cookieOf(half)))).toBe('SECOND_FACTOR_WRONG');
    const full = await verify(totp(setup.totpURI, Date.now()), cookieOf(half));
    expect((await call('/api/studies', cookieOf(full))).status).toBe(200);

    const [backup] = setup.backupCodes;
    const useBackup = async () =>
      call('/api/auth/two-factor/verify-backup-code', cookieOf(await trySignIn(email)), { code: backup });
    const used = await useBackup();
    expect((await call('/api/studies', cookieOf(used))).status).toBe(200);
    expect(await codeOf(await useBackup())).toBe('SECOND_FACTOR_WRONG');

    const { id } = await person(email);
    expect((await call(`/api/people/${id}/reset-second-factor`, administrator, {})).status).toBe(204);
    expect((await call('/api/me', cookieOf(full))).status).toBe(401);
    expect(await (await trySignIn(email)).json()).toEqual({ codeAsked: false });
    expect(await person(email)).toMatchObject({ secondFactor: 'needed' });
  });

  it('stops guessing codes: five for one sign-in, ten in a row for the account', async () => {
    const email = 'guessed@mfi.example';
    const cookie = await joined(email, 'analyst');
    const setup = secondFactorSetupSchema.parse(
      await (await call('/api/auth/two-factor/enable', cookie, { password: PASSWORD })).json(),
    );
    const verify = (code: string, jar: string) => call('/api/auth/two-factor/verify-totp', jar, { code });
    await verify(totp(setup.totpURI, Date.now()), cookie);
    const right = () => totp(setup.totpURI, Date.now());
    for (let round = 0; round < 2; round += 1) {
      const half = cookieOf(await trySignIn(email));
      for (let guess = 0; guess < 5; guess += 1) expect((await verify('000000', half)).status).toBe(401);
      expect((await verify(right(), half)).ok).toBe(false);
    }
    const next = await verify(right(), cookieOf(await trySignIn(email)));
    expect([next.status, await codeOf(next)]).toEqual([429, 'TOO_MANY_ATTEMPTS']);
  });

  it('resets a password: the old one and the sessions end at once, and a code chooses a new one', async () => {
    const email = 'reset@mfi.example';
    const cookie = await joined(email, 'product');
    const { id } = await person(email);
    const { code, expiresAt } = await handed(await call(`/api/people/${id}/reset`, administrator, {}));
    expect(Date.parse(expiresAt) - now).toBe(24 * HOUR_MS);
    expect((await call('/api/me', cookie)).status).toBe(401);
    expect((await trySignIn(email)).status).toBe(401);
    expect((await choose(code, 'five blue river boats')).status).toBe(200);
    expect((await trySignIn(email, 'five blue river boats')).status).toBe(200);
  });

  it('deactivates at once with the same answer as a wrong password, and lets her come back', async () => {
    const email = 'leaves@mfi.example';
    const cookie = await joined(email, 'supervisor', ['north']);
    const { id } = await person(email);
    const { code } = await handed(await call(`/api/people/${id}/reset`, administrator, {}));
    await call(`/api/people/${id}/deactivate`, administrator, {});
    expect(await codeOf(await choose(code))).toBe('PERSON_CODE_WRONG');
    await call(`/api/people/${id}/reactivate`, administrator, {});
    expect((await choose(code)).status).toBe(200);
    const other = cookieOf(await trySignIn(email));
    expect((await call(`/api/people/${id}/deactivate`, administrator, {})).status).toBe(204);
    for (const each of [cookie, other]) expect((await call('/api/me', each)).status).toBe(401);
    const [right, wrong] = [await trySignIn(email), await trySignIn(email, 'not the password')];
    expect([right.status, await right.text()]).toEqual([wrong.status, await wrong.text()]);
    expect(await person(email)).toMatchObject({ state: 'deactivated', branches: ['north'] });
    await call(`/api/people/${id}/reactivate`, administrator, {});
    expect((await trySignIn(email)).status).toBe(200);
  });

  it('gives another role and other branches from the next request on', async () => {
    const email = 'moves@mfi.example';
    const cookie = await joined(email, 'supervisor', ['north']);
    const { id } = await person(email);
    const change = await call(
      `/api/people/${id}`,
      administrator,
      { role: 'product', branches: ['south'] },
      'PUT',
    );
    expect(change.status).toBe(204);
    const me = meSchema.parse(await (await call('/api/me', cookie)).json());
    expect([me.role, me.branches]).toEqual(['product', ['south']]);
    await call(`/api/people/${id}`, administrator, { role: 'administrator', branches: null }, 'PUT');
    expect(await codeOf(await call('/api/people', cookie))).toBe('SECOND_FACTOR_NEEDED');
    await call(`/api/people/${id}`, administrator, { role: 'product', branches: null }, 'PUT');
  });

  it('never takes away the last administrator of all branches', async () => {
    const { id } = await person('ana@mfi.example');
    const attempts = [
      call(`/api/people/${id}/deactivate`, administrator, {}),
      call(`/api/people/${id}/reset`, administrator, {}),
      call(`/api/people/${id}`, administrator, { role: 'analyst', branches: null }, 'PUT'),
      call(`/api/people/${id}`, administrator, { role: 'administrator', branches: ['north'] }, 'PUT'),
    ];
    for (const attempt of await Promise.all(attempts))
      expect([attempt.status, await codeOf(attempt)]).toEqual([409, 'LAST_ADMINISTRATOR']);
    expect(await person('ana@mfi.example')).toMatchObject({ state: 'active', role: 'administrator' });
  });

  it('changes one’s own password with the current one, and signs out everywhere', async () => {
    const email = 'own@mfi.example';
    const one = await joined(email, 'product');
    const two = cookieOf(await trySignIn(email));
    const next = 'five blue river boats';
    expect(
      await codeOf(await call('/api/me/password', one, { current: 'wrong wrong wrong', password: next })),
    ).toBe('PASSWORD_WRONG');
    expect((await call('/api/me/password', one, { current: PASSWORD, password: next })).status).toBe(204);
    for (const each of [one, two]) expect((await call('/api/me', each)).status).toBe(401);
    const [three, four] = [cookieOf(await trySignIn(email, next)), cookieOf(await trySignIn(email, next))];
    expect((await call('/api/me/sign-out-everywhere', three, {})).status).toBe(204);
    for (const each of [three, four]) expect((await call('/api/me', each)).status).toBe(401);
  });

  it('tells who did what, and never a password, a code or an address that is nobody’s', async () => {
    await trySignIn('a secret typed into the wrong field');
    const all: AuditEntry[] = [];
    for await (const entry of readAll(server)) all.push(entry);
    const text = JSON.stringify(all);
    expect(text).not.toMatch(/seven green|five blue|secret typed/);
    expect(codes.length).toBeGreaterThan(5);
    expect(codes.filter((code) => text.includes(code))).toEqual([]);
    const [deactivated] = await lines('action=person.deactivate&outcome=done');
    expect(deactivated).toMatchObject({
      actorName: 'Ana',
      role: 'administrator',
      target: `person:${(await person('leaves@mfi.example')).id}`,
      at: '2026-11-22T08:00:00.000Z',
    });
    expect(deactivated?.address).toMatch(/^10\.0\./);
    expect((await lines('action=sign-in.failed&text=unknown'))[0]).toMatchObject({ actorKind: 'nobody' });
    expect((await lines('who=ana&outcome=failed')).map(({ detail }) => detail)).toContain(
      'LAST_ADMINISTRATOR',
    );
    expect(await lines('from=2026-11-26')).toEqual([]);
    expect((await lines('from=2026-11-22&to=2026-11-22')).length).toBe(50);
    const csv = await (await call('/api/audit.csv?action=person.invite', administrator)).text();
    expect(csv.split('\r\n')[0]).toMatch(/^\uFEFF?sequence,at,/);
    expect((await lines('action=audit.export')).length).toBe(1);
  });
});

async function* readAll(server: TestServer): AsyncGenerator<AuditEntry> {
  let last = 0;
  for (;;) {
    const entries = await server.waymark.store.audit.readAfter(last, 200);
    yield* entries;
    last = entries.at(-1)?.sequence ?? last;
    if (entries.length < 200) return;
  }
}
