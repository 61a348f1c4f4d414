import fc from 'fast-check';
import type { z } from 'zod';
import * as api from '../../../contracts/api.ts';
import * as submission from '../../../contracts/submission.ts';
import { createWaymark } from '../../../server/compose.ts';
import type { Route } from '../../../server/http/route.ts';
import { findSignIn } from '../../support/create-office.ts';
import { startServer } from '../../support/start-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { checkAnswer } from './check-answer.ts';

const SLOWEST_MS = 20_000;
const ADMINISTRATOR = 'administrator@demo.example';

export interface FuzzReport {
  readonly routes: number;
  readonly requests: number;
  readonly slowestMs: number;
  /** Method and path of the one that took longest. */
  readonly slowest: string;
  /** How many answers had which status. */
  readonly statuses: Readonly<Record<string, number>>;
}

interface Shot {
  readonly query: string;
  readonly ids: readonly string[];
  readonly body: { readonly content: string | Uint8Array<ArrayBuffer>; readonly type: string };
  readonly identity: 'none' | 'person' | 'tablet' | 'nonsense';
}

/**
 * Generated requests to every route of the table, at the built server, as nobody, an administrator, a tablet
 * and with nonsense for credentials: no 5xx, no answer later than 20 s, no stack trace, and every refusal in Waymark's
 * own form. The first that fails is shrunk and thrown with its seed.
 */
export async function fuzzRoutes(runsPerRoute: number, seed: number): Promise<FuzzReport> {
  const folder = temporaryFolder();
  const routes = await routeTable(folder.path('table'));
  const server = await startServer(folder.path('data'));
  const credentials = await signIn(server.url(), server.output());
  const statuses: Record<string, number> = {};
  let requests = 0;
  let slowestMs = 0;
  let slowest = '';

  const shoot = async (route: Route, shot: Shot): Promise<void> => {
    const began = performance.now();
    const response = await fetch(`${server.url()}${addressOf(route, shot)}`, {
      method: route.method,
      redirect: 'manual',
      signal: AbortSignal.timeout(SLOWEST_MS),
      headers: {
        origin: server.url(),
        ...(route.method === 'GET' ? {} : { 'content-type': shot.body.type }),
        ...headersOf(route, shot, credentials),
      },
      ...(route.method === 'GET' ? {} : { body: shot.body.content }),
    });
    const text = await response.text();
    requests += 1;
    const tookMs = performance.now() - began;
    if (tookMs > slowestMs) [slowestMs, slowest] = [tookMs, `${route.method} ${route.path}`];
    statuses[response.status] = (statuses[response.status] ?? 0) + 1;
    checkAnswer(response.status, text);
  };

  for (const route of routes)
    await fc
      .assert(
        fc.asyncProperty(SHOT, (shot) => shoot(route, shot)),
        { seed, numRuns: runsPerRoute, endOnFailure: true },
      )
      .catch((error: unknown) => {
        throw new Error(`${route.method} ${route.path}: ${String(error)}\n${server.output().slice(-2000)}`);
      });
  if (!(await fetch(`${server.url()}/api/health`)).ok) throw new Error('The server no longer answers.');
  await server.stop();
  folder.remove();
  return { routes: routes.length, requests, slowestMs, slowest, statuses };
}

/** The table itself, from a server over an empty database that never listens. */
async function routeTable(dataDir: string): Promise<readonly Route[]> {
  const waymark = await createWaymark({ dataDir });
  await waymark.close();
  return waymark.routes;
}

interface Credentials {
  readonly cookie: string;
  readonly token: string;
}

async function signIn(url: string, output: string): Promise<Credentials> {
  const post = async (path: string, body: unknown, cookie = ''): Promise<Response> => {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, ...(cookie && { cookie }) },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response;
  };
  const signedIn = await post('/api/auth/sign-in/email', findSignIn(output, ADMINISTRATOR));
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const code = await post('/api/tablets/codes', { studyId: 'demo', branches: null }, cookie);
  const enrolled = await post('/api/tablets/enrol', {
    code: api.enrolCodeSchema.parse(await code.json()).code,
    deviceName: 'Fuzz',
  });
  return { cookie, token: api.enrolResponseSchema.parse(await enrolled.json()).token };
}

function headersOf(route: Route, { identity }: Shot, { cookie, token }: Credentials): Record<string, string> {
  // Signing out or renewing would end the session that all other shots need.
  const mayUseSession = !route.path.startsWith('/api/auth/');
  if (identity === 'person') return mayUseSession ? { cookie } : {};
  if (identity === 'tablet') return { authorization: `Bearer ${token}` };
  if (identity === 'nonsense')
    return { cookie: 'waymark.session_token=%00%ff', authorization: 'Bearer ÿ\u0001'.replace('\u0001', '') };
  return {};
}

function addressOf(route: Route, { ids, query }: Shot): string {
  let index = 0;
  const path = route.path.replaceAll(/:\w+/g, () => encodeURIComponent(ids[index++ % ids.length] ?? 'demo'));
  return `${path}${query}`;
}

/** Every field name that a contract knows, so that generated bodies get past the first check now and then. */
const FIELDS = [...Object.values(api), ...Object.values(submission)].flatMap((schema) =>
  typeof schema === 'object' && 'shape' in schema ? Object.keys((schema as z.ZodObject).shape) : [],
);
const KNOWN_VALUES = [
  'demo',
  'archetype',
  'branch',
  'json',
  'csv',
  '1',
  'en',
  'old-town',
  '2026-11-22T00:00:00Z',
];

const text = fc.oneof(
  fc.constantFrom(...KNOWN_VALUES, '', '../../etc/passwd', "' or 1=1 --", '\u0000', '{{7*7}}', '=1+1'),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const value = fc.oneof(
  text,
  fc.uuid(),
  fc.integer(),
  fc.double(),
  fc.constantFrom(null, true, [], {}, -1, 1e308),
  fc.array(text, { maxLength: 4 }),
  fc.jsonValue({ maxDepth: 3 }),
);
const object = fc.dictionary(
  fc.oneof(fc.constantFrom(...FIELDS), fc.constantFrom('__proto__', 'toString'), text),
  value,
  {
    maxKeys: 8,
  },
);
const json = fc.oneof(object, value).map((content) => JSON.stringify(content));

const BODY = fc.oneof(
  { weight: 6, arbitrary: json.map((content) => ({ content, type: 'application/json' })) },
  // Half a text, as after a cut.
  {
    weight: 1,
    arbitrary: json.map((content) => ({
      content: content.slice(0, content.length / 2),
      type: 'application/json',
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .uint8Array({ maxLength: 200 })
      .map((bytes) => ({ content: Uint8Array.from(bytes), type: 'application/json' })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        json,
        fc.constantFrom(
          'text/plain',
          'application/xml',
          'multipart/form-data',
          'application/json; charset=utf-16',
        ),
      )
      .map(([content, type]) => ({ content, type })),
  },
  { weight: 1, arbitrary: fc.constant({ content: '['.repeat(16_000), type: 'application/json' }) },
  { weight: 1, arbitrary: fc.constant({ content: `"${'x'.repeat(200_000)}"`, type: 'application/json' }) },
);

const QUERY = fc.oneof(
  fc.constant(''),
  fc
    .dictionary(
      fc.constantFrom('rows', 'columns', 'weighted', 'format', 'language', 'q', 'rows[]', 'rows[a]'),
      text,
      { maxKeys: 5 },
    )
    .map((entries) => `?${new URLSearchParams(entries).toString()}`),
  fc.string({ maxLength: 40 }).map((part) => `?${part.replaceAll(/[^!-~]|#/g, '%')}`),
);

const SHOT: fc.Arbitrary<Shot> = fc.record({
  query: QUERY,
  ids: fc.array(
    fc.oneof(
      fc.constant('demo'),
      fc.uuid(),
      text.filter((id) => id !== '' && id !== '.' && id !== '..'),
    ),
    { minLength: 2, maxLength: 2 },
  ),
  body: BODY,
  identity: fc.constantFrom('none', 'person', 'person', 'tablet', 'nonsense'),
});
