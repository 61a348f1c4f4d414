import express, { type Express, type Request, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { WaymarkError } from '../../contracts/errors.ts';
import type { Metrics } from '../operations/create-metrics.ts';
import { safeError } from '../operations/safe-error.ts';
import { createErrorHandler } from './handle-error.ts';
import { registerRoutes, type GuardDeps } from './register-routes.ts';
import { routeName } from './route-name.ts';
import type { Route } from './route.ts';
import { permissionsPolicy, securityHeaders } from './security-headers.ts';
import { serveClient } from './serve-client.ts';

export interface AppDeps extends GuardDeps {
  /** The whole API: see `routes.ts`. */
  readonly routes: readonly Route[];
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Proxies in front that may be believed about a client's address. */
  readonly proxies: number;
  /** Folder of the built client. */
  readonly clientDir: string;
}

/** The HTTP server's request handling: headers, API, client, errors. */
export function createApp(deps: AppDeps): Express {
  const { publicUrl, log } = deps;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', deps.proxies);
  app.use(helmet(securityHeaders(publicUrl)));
  app.use(permissionsPolicy);
  app.use(requestMetrics(deps.metrics));
  if (log.isLevelEnabled('info')) app.use(requestLog(log));
  app.use('/api', (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  registerRoutes(app, deps.routes, deps);
  app.use('/api', (request) => {
    throw new WaymarkError(
      'NOT_FOUND',
      `There is nothing at ${request.method} ${request.baseUrl}${request.path}.`,
    );
  });
  app.use(...serveClient(deps.clientDir));
  app.use((request) => {
    throw new WaymarkError('NOT_FOUND', `There is nothing at ${request.path}.`);
  });
  app.use(createErrorHandler(log));
  return app;
}

/**
 * One line a request: method, route, status and time. No addresses, paths, cookies, bodies or names; the route
 * is known only once the request was answered, so nothing is said of it before.
 */
const requestLog = (log: Logger) => {
  const facts = (request: Request, _response: unknown, line: object) => ({
    ...line,
    method: request.method,
    route: routeName(request),
  });
  return pinoHttp<Request>({
    logger: log,
    serializers: {
      req: () => undefined,
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      err: safeError,
    },
    wrapSerializers: false,
    customSuccessObject: facts,
    customErrorObject: (request, response, _error, line: object) => facts(request, response, line),
  });
};

/** Counts how long each answer took, by route. */
const requestMetrics =
  (metrics: Metrics): RequestHandler =>
  (request, response, next) => {
    const began = performance.now();
    response.once('close', () => {
      const seconds = (performance.now() - began) / 1000;
      const { method } = request;
      metrics.answered({ method, route: routeName(request), status: response.statusCode, seconds });
    });
    next();
  };
