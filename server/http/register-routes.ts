import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import { WaymarkError } from '../../contracts/errors.ts';
import { RECORDED_READS } from '../../contracts/roles.ts';
import type { Auth } from '../auth/create-auth.ts';
import type { Store } from '../storage/port.ts';
import { record } from '../use-cases/audit/audited.ts';
import type { Clock } from '../use-cases/clock.ts';
import {
  requireEveryBranch,
  requirePermission,
  requirePerson,
  requireSecondFactor,
  requireTablet,
} from './guards.ts';
import { createRateLimit } from './rate-limit.ts';
import type { Route } from './route.ts';
import { requireSameOrigin } from './same-origin.ts';

const BODY_LIMIT = 16 * 1024;
const LONGEST_TARGET = 200;

export interface GuardDeps {
  readonly auth: Auth;
  readonly store: Store;
  readonly clock: Clock;
  readonly publicUrl: string | null;
}

/**
 * Puts every route behind its guard. This is the only place that mounts API routes, and it takes entries
 * of the table only, so a route without an access rule cannot exist. Who calls is known before a body is read.
 */
export function registerRoutes(app: Express, routes: readonly Route[], deps: GuardDeps): void {
  for (const route of routes) {
    const handler = guarded(route, deps);
    if (route.method === 'GET') app.get(route.path, handler);
    else if (route.method === 'POST') app.post(route.path, handler);
    else app.put(route.path, handler);
  }
}

type Guarded = (request: Request, response: Response) => Promise<void>;

function guarded(route: Route, deps: GuardDeps): Guarded {
  const { store, clock, publicUrl } = deps;
  const readBody = createBodyReader(route);
  const limited = limitWrongAttempts(route.wrongAttempts, clock);
  const changesState = route.method !== 'GET';

  switch (route.access) {
    case 'public':
      return async (request, response) => {
        if (changesState) requireSameOrigin(request.headers, publicUrl);
        await readBody(request, response);
        await limited(request.ip ?? '', async () => {
          await route.handle(request, response);
        });
      };
    case 'tablet':
      return async (request, response) => {
        const tablet = await requireTablet(store, request);
        await readBody(request, response);
        await route.handle(request, response, tablet);
      };
    default:
      return guardedForPerson(route, deps, readBody, limited);
  }
}

type PersonRoute = Exclude<Route, { readonly access: 'public' | 'tablet' }>;

/** For a signed-in person: who she is, whether the request is hers, whether she may, and a line in the audit log. */
function guardedForPerson(route: PersonRoute, deps: GuardDeps, readBody: Guarded, limited: Limited): Guarded {
  const { access } = route;
  const changesState = route.method !== 'GET';
  const isRecorded = changesState || (access !== 'signedIn' && RECORDED_READS.includes(access));
  const records = route.records ?? (isRecorded ? 'guard' : 'nothing');
  return async (request, response) => {
    const caller = await requirePerson(deps.auth, deps.store, request, response);
    const note = {
      actor: caller.actor,
      action: route.action ?? (access === 'signedIn' ? `${route.method} ${route.path}` : access),
      target: targetOf(request),
    };
    try {
      if (changesState) requireSameOrigin(request.headers, deps.publicUrl);
      requireSecondFactor(caller, route.beforeSecondFactor ?? false);
      if (access !== 'signedIn') requirePermission(caller, access);
      if (route.everyBranch) requireEveryBranch(caller, route);
      await readBody(request, response);
      if (records === 'guard') await record(deps, note, 'allowed');
      await limited(caller.userId, async () => {
        await route.handle(request, response, caller);
      });
    } catch (error) {
      const code = error instanceof WaymarkError ? error.code : 'INTERNAL';
      const isRefused = code === 'NOT_ALLOWED' || code === 'SECOND_FACTOR_NEEDED';
      if (isRefused || records !== 'nothing')
        await record(deps, { ...note, detail: code }, isRefused ? 'refused' : 'failed');
      throw error;
    }
  };
}

/** The path of a request without what is asked of it: a search may hold what someone typed. */
const targetOf = (request: Request): string => request.path.slice(0, LONGEST_TARGET);

type Limited = (key: string, attempt: () => Promise<void>) => Promise<void>;

/** Runs attempts, unless too many under the same key (address or person) ended in the error that counts. */
function limitWrongAttempts(limit: Route['wrongAttempts'], clock: Clock): Limited {
  if (limit === undefined) return (_key, attempt) => attempt();
  const count = createRateLimit(limit.perMinute, clock);
  return async (key, attempt) => {
    const takeBack = count(key);
    let isWrong = false;
    try {
      await attempt();
    } catch (error) {
      isWrong = error instanceof WaymarkError && error.code === limit.code;
      throw error;
    } finally {
      if (!isWrong) takeBack();
    }
  };
}

/** Reads a JSON body, within the route's limit. Anything but JSON is refused. */
function createBodyReader({ method, bodyLimit = BODY_LIMIT }: Route): Guarded {
  if (method === 'GET') return () => Promise.resolve();
  const readJson: RequestHandler = express.json({ limit: bodyLimit, inflate: false });
  return (request, response) =>
    new Promise((resolve, reject) => {
      if (!/^application\/json\b|^$/i.test(request.headers['content-type'] ?? ''))
        throw new WaymarkError(
          'INVALID_REQUEST',
          'The request must carry JSON (content-type application/json).',
        );
      readJson(request, response, (error?: unknown) => {
        if (error === undefined) resolve();
        else reject(error instanceof Error ? error : new Error('The body could not be read.'));
      });
    });
}
