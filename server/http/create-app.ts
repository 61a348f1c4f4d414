import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { WaymarkError } from '../../contracts/errors.ts';
import { createErrorHandler } from './handle-error.ts';
import { registerRoutes, type GuardDeps } from './register-routes.ts';
import type { Route } from './route.ts';
import { securityHeaders } from './security-headers.ts';
import { serveClient } from './serve-client.ts';

export interface AppDeps extends GuardDeps {
  /** The whole API: see `routes.ts`. */
  readonly routes: readonly Route[];
  readonly log: Logger;
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

/** One line a request: method, path, status and time. No addresses, cookies, bodies or names. */
const requestLog = (log: Logger) =>
  pinoHttp({
    logger: log,
    serializers: {
      req: (request: { method: string; url: string }) => ({ method: request.method, url: request.url }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  });
