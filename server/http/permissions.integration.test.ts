import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PERMISSIONS_OF, ROLES, type Role } from '../../contracts/roles.ts';
import { projectRoot } from '../project-root.ts';
import {
  createPermissionWorld,
  SCOPES,
  type Headers,
  type PermissionWorld,
  type Scope,
} from './testing/permission-world.ts';
import { permissionsTable, type Proven } from './testing/permissions-table.ts';
import { PROBES } from './testing/probes.ts';
import type { Probe } from './testing/probes/probe.ts';
import type { Route } from './route.ts';

/**
 * For every route of the table, every role with its own branch, another one and all of them, and every kind of
 * token: who is let in and who is not. What is expected follows from the route's `access`; what a request looks like
 * from its entry in `testing/probes.ts`. The result is `docs/security/permissions.md`; run with `-u` to write it.
 */
describe('permissions', () => {
  let world: PermissionWorld;
  const proven: Proven[] = [];

  beforeAll(async () => {
    world = await createPermissionWorld();
  });
  afterAll(() => world.server.stop());

  const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
  const probeOf = (route: Route): Probe => {
    const probe = PROBES[nameOf(route)];
    if (!probe) throw new Error(`${nameOf(route)} has no entry in server/http/testing/probes.ts.`);
    return probe;
  };

  async function call(route: Route, headers: Headers) {
    const probe = probeOf(route);
    const seen = await probe.seen?.(world);
    const { path, body } = await probe.ask(world);
    const response = await fetch(`${world.server.url}${path}`, {
      method: route.method,
      headers: { origin: world.server.url, 'content-type': 'application/json', ...headers },
      ...(route.method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
    });
    const text = await response.text();
    const isIn = response.ok || (probe.letIn ?? []).includes(response.status);
    return { status: response.status, isIn, sees: seen === undefined ? null : text.includes(seen), text };
  }

  const ofRole = (role: Role, route: Route): boolean =>
    route.access === 'signedIn' ||
    (route.access !== 'public' && route.access !== 'tablet' && PERMISSIONS_OF[role].includes(route.access));
  const needsEvery = (route: Route): boolean => 'everyBranch' in route && route.everyBranch;

  it('has one entry a route, and none for routes that are gone', () => {
    expect(Object.keys(PROBES).toSorted()).toEqual(world.server.waymark.routes.map(nameOf).toSorted());
  });

  it('lets a person in by her role and branches, and no further', async () => {
    const wrong: unknown[] = [];
    for (const route of world.server.waymark.routes) {
      const probe = probeOf(route);
      for (const role of ROLES)
        for (const scope of Object.keys(SCOPES) as Scope[]) {
          if (probe.endsSession) continue;
          const { status, isIn, sees } = await call(route, world.person(role, scope));
          const isOfRole = route.access === 'public' || ofRole(role, route);
          const expected =
            isOfRole &&
            !(needsEvery(route) && scope !== 'all') &&
            !(probe.otherBranch === 'refused' && scope === 'other');
          const allowedStatus = route.access === 'tablet' ? [401] : isOfRole ? [403, 404] : [403];
          const isRight = expected
            ? isIn && (sees === null || sees === (scope !== 'other'))
            : !isIn && allowedStatus.includes(status);
          if (!isRight) wrong.push([nameOf(route), role, scope, { status, isIn, sees, expected }]);
          proven.push({ route, role, scope, isIn });
        }
    }
    expect(wrong).toEqual([]);
  });

  it('lets nobody in without a session, with one that ended, or without the second factor her role needs', async () => {
    const wrong: unknown[] = [];
    const tokens = Object.entries({ 'no token': {}, ...world.ended, 'a tablet': world.tablets.own });
    for (const route of world.server.waymark.routes) {
      if (route.access === 'public' || route.access === 'tablet') continue;
      for (const [who, headers] of tokens) {
        const { status } = await call(route, headers);
        if (status !== 401) wrong.push([nameOf(route), who, status]);
      }
      if (probeOf(route).endsSession) continue;
      const { status, text } = await call(route, world.withoutSecondFactor);
      const isOpen = route.beforeSecondFactor === true;
      const isRight = isOpen ? status !== 403 : status === 403 && text.includes('SECOND_FACTOR_NEEDED');
      if (!isRight) wrong.push([nameOf(route), 'second factor needed', status]);
    }
    expect(wrong).toEqual([]);
  });

  it('lets a tablet in with its own token only, and keeps others from its branch', async () => {
    const given: Record<string, unknown> = {};
    const expected: Record<string, unknown> = {};
    const strangers = {
      unknown: world.unknownTablet,
      'no token': {},
      'a person': world.person('administrator', 'all'),
    };
    for (const route of world.server.waymark.routes) {
      if (route.access !== 'tablet') continue;
      const { tablets } = probeOf(route);
      for (const [kind, headers] of [...Object.entries(world.tablets), ...Object.entries(strangers)]) {
        const { status, sees } = await call(route, headers);
        const isStranger = kind in strangers;
        given[`${nameOf(route)} · ${kind}`] = isStranger ? status : [status, sees];
        expected[`${nameOf(route)} · ${kind}`] = isStranger
          ? 401
          : (tablets?.[kind as keyof typeof tablets] ?? 'no entry in testing/probes.ts');
      }
    }
    expect(given).toEqual(expected);
  });

  it('opens to the public what is needed to sign in and to enrol, and nothing else', () => {
    const open = world.server.waymark.routes.filter(({ access }) => access === 'public').map(nameOf);
    expect(open).toEqual([
      'GET /api/health',
      'GET /api/ready',
      'GET /metrics',
      'POST /api/auth/sign-in/email',
      'POST /api/auth/two-factor/verify-totp',
      'POST /api/auth/two-factor/verify-backup-code',
      'POST /api/auth/sign-out',
      'POST /api/people/password',
      'POST /api/tablets/enrol',
    ]);
  });

  it('records every change that was let in, and every refusal, in the audit log', async () => {
    const { store } = world.server.waymark;
    const wrong: unknown[] = [];
    for (const route of world.server.waymark.routes) {
      if (route.access === 'public' || route.access === 'tablet' || probeOf(route).endsSession) continue;
      const isRecorded = route.method !== 'GET' || route.access === 'respondents.export';
      const since = async (headers: Headers) => {
        const before = await store.audit.highestSequence();
        const { isIn } = await call(route, headers);
        const lines = await store.audit.readAfter(before, 10);
        return { isIn, lines: lines.filter(({ actorKind }) => actorKind === 'person') };
      };
      const allowed = await since(world.person('administrator', 'all'));
      if (isRecorded && allowed.lines.length === 0) wrong.push([nameOf(route), 'let in', allowed]);
      if (route.access === 'signedIn') continue;
      const refused = await since(world.person('enumerator', 'all'));
      if (refused.isIn || refused.lines[0]?.outcome !== 'refused')
        wrong.push([nameOf(route), 'refused', refused]);
    }
    expect(wrong).toEqual([]);
  });

  it('is written down as it was proven', async () => {
    const table = permissionsTable(world.server.waymark.routes, proven, PROBES);
    await expect(table).toMatchFileSnapshot(`${projectRoot()}/docs/security/permissions.md`);
  });
});
