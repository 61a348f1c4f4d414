import express, { type Express, type RequestHandler } from 'express';
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
    const handlers = [...limitsOf(route, deps), ...handlersOf(route, deps)];
    if (route.method === 'GET') app.get(route.path, ...handlers);
    else if (route.method === 'POST') app.post(route.path, ...handlers);
    else app.put(route.path, ...handlers);
  }
}

function limitsOf(route: Route, { clock }: GuardDeps): RequestHandler[] {
  if (route.attemptsPerMinute === undefined) return [];
  const count = createRateLimit(route.attemptsPerMinute, clock);
  return [
    (request, _response, next) => {
      count(request.ip ?? '');
      next();
    },
  ];
}

function handlersOf(route: Route, { auth, store, publicUrl }: GuardDeps): RequestHandler[] {
  const readBody = bodyReader(route);
  switch (route.access) {
    case 'public':
      return [
        (request, _response, next) => {
          if (route.method !== 'GET') requireSameOrigin(request.headers, publicUrl);
          next();
        },
        ...readBody,
        (request, response) => route.handle(request, response),
      ];
    case 'tablet':
      return [
        async (request, response, next) => {
          response.locals.tablet = await requireTablet(store, request);
          next();
        },
        ...readBody,
        (request, response) => route.handle(request, response, response.locals.tablet),
      ];
    default: {
      const { access } = route;
      return [
        async (request, response, next) => {
          const caller = await requirePerson(auth, store, request);
          if (route.method !== 'GET') requireSameOrigin(request.headers, publicUrl);
          if (access !== 'signedIn') requirePermission(caller, access);
          response.locals.caller = caller;
          next();
        },
        ...readBody,
        (request, response) => route.handle(request, response, response.locals.caller),
      ];
    }
  }
}

/** Reads a JSON body, within the route's limit. Anything but JSON is refused. */
function bodyReader(route: Route): RequestHandler[] {
  if (route.method === 'GET') return [];
  return [
    (request, _response, next) => {
      const hasBody =
        request.headers['content-length'] !== '0' && request.headers['content-type'] !== undefined;
      if (hasBody && !request.is('application/json'))
        throw new WaymarkError(
          'INVALID_REQUEST',
          'The request must carry JSON (content-type application/json).',
        );
      next();
    },
    express.json({ limit: route.bodyLimit ?? BODY_LIMIT, inflate: false }),
  ];
}
