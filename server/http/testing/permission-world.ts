import { randomUUID } from 'node:crypto';
import { ROLES, type BranchScope, type Role } from '../../../contracts/roles.ts';
import { startServer, type TestServer } from '../../testing/start-server.ts';
import { totp } from '../../testing/totp.ts';
import { makeDelivery, makeInterview } from '../../testing/make-delivery.ts';
import { addPerson } from '../../use-cases/people/add-person.ts';
import { importCases } from '../../use-cases/cases/import-cases.ts';
import { changeSetup } from '../../use-cases/studies/change-setup.ts';
import { createEnrolCode } from '../../use-cases/create-enrol-code.ts';
import { createStudy } from '../../use-cases/create-study.ts';
import { enrolTablet } from '../../use-cases/enrol-tablet.ts';
import { loadDemo } from '../../use-cases/load-demo.ts';
import { revokeTablet } from '../../use-cases/manage-tablets.ts';
import { deactivatePerson } from '../../use-cases/people/change-person.ts';
import { hashCode, randomCode } from '../../use-cases/people/random-code.ts';

/** Everything a test asks about lies in the branch `old-town` of the study `demo`. */
export const OWN = 'old-town';
/** Branches of a person, as seen from there. */
export const SCOPES = { all: null, own: [OWN], other: ['riverside'] } as const;
export type Scope = keyof typeof SCOPES;

/** A respondent on the list of one branch, and of no other. */
export const NAME_IN_OWN = 'Synthetic of one branch';
const PASSWORD = 'seven green market stalls';

export type Headers = Readonly<Record<string, string>>;

/** A server with someone of each role and branch scope, tablets of each kind, and things to act on. */
export interface PermissionWorld {
  readonly server: TestServer;
  readonly person: (role: Role, scope: Scope) => Headers;
  /** Administrators of all branches whose sessions ended: signed out, expired idle, too old, deactivated, reset. */
  readonly ended: Readonly<Record<string, Headers>>;
  /** An administrator of all branches who has not set up her second factor. */
  readonly withoutSecondFactor: Headers;
  readonly tablets: Readonly<Record<'own' | 'revoked' | 'otherBranch' | 'otherStudy', Headers>>;
  readonly unknownTablet: Headers;
  /** A tablet that works in `old-town` only. */
  readonly newTablet: () => Promise<string>;
  /** An entry of the respondent list, in `old-town`. */
  readonly newCase: () => Promise<string>;
  /** A supervisor of `old-town`. */
  readonly newPerson: () => Promise<string>;
  readonly newPersonCode: () => Promise<string>;
  readonly newEnrolCode: () => Promise<string>;
  readonly newDelivery: (branch: string) => { readonly id: string; readonly body: unknown };
}

/** Makes the world. Each person signs in as people do; who needs a second factor sets it up. */
export async function createPermissionWorld(): Promise<PermissionWorld> {
  const server = await startServer({ proxies: 1 });
  const { context, store } = server.waymark;
  await loadDemo(context, { count: 60, seed: 3 });
  await createStudy(context, {
    id: 'elsewhere',
    title: 'A study in other branches',
    synthetic: true,
    source: { instrument: { name: 'msme-digital-maturity', version: 'v1' } },
    branches: [{ code: 'far-away', name: 'Far away', weight: 1 }],
  });
  await importCases(context, {
    ...{ studyId: 'demo', path: 'list.csv', scope: null },
    text: `id,branch,name\n000-first,${OWN},${NAME_IN_OWN}`,
  });
  await changeSetup(context, 'demo', {
    quotas: [{ branch: OWN, variable: null, code: null, interviews: 10 }],
  });
  let addresses = 0;
  const nextAddress = (): string => `10.0.${Math.floor((addresses += 1) / 250)}.${addresses % 250}`;

  const signUp = async (role: Role, branches: BranchScope, secondFactor = true) => {
    const email = `${randomUUID()}@test.example`;
    const id = await addPerson(context, { name: email, email, password: PASSWORD, role, branches });
    const cookie = await server.signIn(email, PASSWORD, nextAddress());
    const needed = secondFactor && (role === 'analyst' || role === 'administrator');
    return { id, cookie: needed ? await setUpSecondFactor(server.url, cookie, nextAddress()) : cookie };
  };

  const people = new Map<string, Headers>();
  for (const role of ROLES)
    for (const [scope, branches] of Object.entries(SCOPES)) {
      const { cookie } = await signUp(role, branches && [...branches]);
      people.set(`${role} ${scope}`, { cookie });
    }

  const administrator = async () => signUp('administrator', null);
  const [signedOut, idle, old, gone, removed] = [
    await administrator(),
    await administrator(),
    await administrator(),
    await administrator(),
    await administrator(),
  ];
  await fetch(`${server.url}/api/auth/sign-out`, {
    method: 'POST',
    headers: { origin: server.url, cookie: signedOut.cookie },
  });
  const past = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();
  await server.endSession(idle.id, { expiresAt: past(0.01) });
  await server.endSession(old.id, { createdAt: past(12.1) });
  await deactivatePerson(context, { id: gone.id, scope: null });
  await store.people.endSessions(removed.id);

  const enrol = async (studyId: string, branches: string[]) => {
    const { code } = await createEnrolCode(context, { studyId, branches, scope: null });
    return enrolTablet(context, { code, deviceName: `for ${branches.join()}` });
  };
  const bearer = (token: string): Headers => ({ authorization: `Bearer ${token}` });
  const revoked = await enrol('demo', [OWN]);
  await revokeTablet(context, revoked.tabletId, null);

  return {
    server,
    person: (role, scope) => people.get(`${role} ${scope}`) ?? {},
    ended: {
      'signed out': { cookie: signedOut.cookie },
      'idle too long': { cookie: idle.cookie },
      'signed in too long ago': { cookie: old.cookie },
      deactivated: { cookie: gone.cookie },
      'sessions ended by another': { cookie: removed.cookie },
    },
    withoutSecondFactor: { cookie: (await signUp('administrator', null, false)).cookie },
    tablets: {
      own: bearer((await enrol('demo', [OWN])).token),
      revoked: bearer(revoked.token),
      otherBranch: bearer((await enrol('demo', ['riverside'])).token),
      otherStudy: bearer((await enrol('elsewhere', ['far-away'])).token),
    },
    unknownTablet: bearer('x'.repeat(43)),
    newCase: async () => {
      const id = randomUUID();
      const text = `id,branch,name\n${id},${OWN},${NAME_IN_OWN}`;
      await importCases(context, { studyId: 'demo', path: 'list.csv', text, scope: null });
      return id;
    },
    newTablet: async () => (await enrol('demo', [OWN])).tabletId,
    newPerson: async () => {
      const id = randomUUID();
      const email = `${id}@new.example`;
      const rest = { passwordHash: null, role: 'supervisor', demo: false, createdAt: past(1) } as const;
      await store.people.add({ userId: id, name: 'New', email, branches: [OWN], ...rest });
      return id;
    },
    newPersonCode: async () => {
      const code = randomCode(4);
      const id = randomUUID();
      const rest = { passwordHash: null, role: 'product', demo: false, createdAt: past(1) } as const;
      await store.people.add({ userId: id, name: 'C', email: `${id}@c.example`, branches: [OWN], ...rest });
      await store.people.putCode({ codeHash: hashCode(code), userId: id, expiresAt: past(-1) });
      return code;
    },
    newEnrolCode: async () =>
      (await createEnrolCode(context, { studyId: 'demo', branches: [OWN], scope: null })).code,
    newDelivery: (branch) => {
      const interview = makeInterview({ branch });
      return { id: interview.id, body: makeDelivery(interview) };
    },
  };
}

/** Sets up an authenticator app for a signed-in person. Returns the cookie of her new session. */
async function setUpSecondFactor(url: string, cookie: string, address: string): Promise<string> {
  const post = (path: string, body: unknown) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, cookie, 'x-forwarded-for': address },
      body: JSON.stringify(body),
    });
  const setup = await post('/api/auth/two-factor/enable', { password: PASSWORD });
  const { totpURI } = (await setup.json()) as { totpURI: string };
  const verified = await post('/api/auth/two-factor/verify-totp', { code: totp(totpURI, Date.now()) });
  if (!verified.ok) throw new Error(`The code was refused: ${await verified.text()}`);
  return verified.headers
    .getSetCookie()
    .filter((each) => !/max-age=0/i.test(each))
    .map((each) => each.split(';')[0])
    .join('; ');
}
