import fc from 'fast-check';
import { createPermissionWorld, type Headers } from '../../../server/http/testing/permission-world.ts';
import { PROBES } from '../../../server/http/testing/probes.ts';
import { checkAnswer } from './check-answer.ts';
import { type FuzzReport } from './fuzz-routes.ts';

const SLOWEST_MS = 20_000;

/** One change of a request that was right: which of its values, counted from the first, and what becomes of it. */
interface Mutation {
  readonly at: number;
  readonly to: { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'gone' | 'twice' };
}

const text = fc.oneof(
  fc.constantFrom(
    '',
    'demo',
    '../../etc/passwd',
    "' or 1=1 --",
    '\u0000',
    '=1+1',
    '2026-02-31',
    '-1',
    'null',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constant('x'.repeat(5000)),
);
const value = fc.oneof(
  text,
  fc.uuid(),
  fc.integer(),
  fc.double(),
  fc.constantFrom(null, true, [], {}, -1, 1e308, 0.5),
  fc.array(text, { maxLength: 3 }),
  fc.jsonValue({ maxDepth: 2 }),
);
const MUTATIONS: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({
    at: fc.nat({ max: 40 }),
    to: fc.oneof(
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('value' as const), value }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('gone' as const, 'twice' as const) }) },
    ),
  }),
  { maxLength: 2 },
);

type Place = { readonly holder: Record<string, unknown>; readonly key: string };

/** Every value within a body, from the outside in. */
const placesOf = (content: unknown): Place[] =>
  typeof content === 'object' && content !== null
    ? Object.keys(content).flatMap((key) => {
        const holder = content as Record<string, unknown>;
        return [{ holder, key }, ...placesOf(holder[key])];
      })
    : [];

function mutate(body: unknown, mutations: readonly Mutation[]): unknown {
  const copy: unknown = structuredClone(body);
  for (const { at, to } of mutations) {
    const places = placesOf(copy);
    const place = places[at % Math.max(1, places.length)];
    if (place === undefined) continue;
    const { holder, key } = place;
    if (to.kind === 'gone') Reflect.deleteProperty(holder, key);
    else holder[key] = to.kind === 'value' ? to.value : [holder[key], holder[key]];
  }
  return copy;
}

/**
 * Requests that are right, or right but for one or two values, to every route with a session that may: the bodies
 * of the table of permissions, of which a new route must have one. So they get past the first checks, to the
 * database. No 5xx, no answer later than 20 s, no stack trace; the first that fails is shrunk and thrown.
 */
export async function fuzzValid(runsPerRoute: number, seed: number): Promise<FuzzReport> {
  const world = await createPermissionWorld();
  const { routes } = world.server.waymark;
  const statuses: Record<string, number> = {};
  let requests = 0;
  let slowestMs = 0;
  let slowest = '';
  try {
    for (const route of routes) {
      const name = `${route.method} ${route.path}`;
      const probe = PROBES[name];
      if (probe === undefined) throw new Error(`${name} has no probe.`);
      const person = probe.endsSession === true ? {} : world.person('administrator', 'all');
      const headers: Headers = route.access === 'tablet' ? world.tablets.own : person;
      const shoot = async (mutations: readonly Mutation[]): Promise<void> => {
        const { path, body } = await probe.ask(world);
        const began = performance.now();
        const response = await fetch(`${world.server.url}${path}`, {
          method: route.method,
          redirect: 'manual',
          signal: AbortSignal.timeout(SLOWEST_MS),
          headers: {
            origin: world.server.url,
            'content-type': 'application/json',
            // Each from another place: what limits attempts is tried elsewhere.
            'x-forwarded-for': `10.9.${Math.floor(requests / 250) % 250}.${requests % 250}`,
            ...headers,
          },
          ...(route.method === 'GET' ? {} : { body: JSON.stringify(mutate(body ?? {}, mutations)) }),
        });
        const answer = await response.text();
        requests += 1;
        const tookMs = performance.now() - began;
        if (tookMs > slowestMs) [slowestMs, slowest] = [tookMs, name];
        statuses[response.status] = (statuses[response.status] ?? 0) + 1;
        checkAnswer(response.status, answer);
      };
      // A GET has no body to change.
      const numRuns = route.method === 'GET' ? 1 : runsPerRoute;
      await fc
        .assert(fc.asyncProperty(MUTATIONS, shoot), { seed, numRuns, endOnFailure: true })
        .catch((error: unknown) => {
          throw new Error(`${name}: ${String(error)}`);
        });
    }
    if (!(await fetch(`${world.server.url}/api/health`)).ok) throw new Error('The server no longer answers.');
  } finally {
    await world.server.stop();
  }
  return { routes: routes.length, requests, slowestMs, slowest, statuses };
}
