import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import { WaymarkError } from '../../contracts/errors.ts';
import type { Auth } from '../auth/create-auth.ts';
import type { Store } from '../storage/port.ts';
import type { Clock } from '../use-cases/clock.ts';
import { requirePermission, requirePerson, requireTablet } from './guards.ts';
import { createRateLimit } from './rate-limit.ts';
import type { Route } from './route.ts';
import { requireSameOrigin } from './same-origin.ts';

const BODY_LIMIT = 16 * 1024;

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

function guarded(route: Route, { auth, store, clock, publicUrl }: GuardDeps): Guarded {
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
    default: {
      const { access } = route;
      return async (request, response) => {
        const caller = await requirePerson(auth, store, request);
        if (changesState) requireSameOrigin(request.headers, publicUrl);
        if (access !== 'signedIn') requirePermission(caller, access);
        await readBody(request, response);
        await route.handle(request, response, caller);
      };
    }
  }
}

/** Runs attempts, unless too many from the same address ended in the error that counts. */
function limitWrongAttempts(
  limit: Route['wrongAttempts'],
  clock: Clock,
): (address: string, attempt: () => Promise<void>) => Promise<void> {
  if (limit === undefined) return (_address, attempt) => attempt();
  const count = createRateLimit(limit.perMinute, clock);
  return async (address, attempt) => {
    const takeBack = count(address);
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
