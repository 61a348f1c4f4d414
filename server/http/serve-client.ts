import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import expressStaticGzip from 'express-static-gzip';

/** A year, for files whose name carries a hash of their content. */
const IMMUTABLE = 'public, max-age=31536000, immutable';
const HASHED = /\/assets\/[^/]+-[\w-]{8,}\.\w+(\.br|\.gz)?$/;

/**
 * Serves the built client: precompressed where the browser takes it, hashed files for a year, the shell and
 * the service worker checked each time. Paths of the app answer with its page: the tablet's under `/collect`,
 * the office's everywhere else.
 */
export function serveClient(clientDir: string): RequestHandler[] {
  const office = join(clientDir, 'index.html');
  const tablet = join(clientDir, 'collect.html');
  const files = expressStaticGzip(clientDir, {
    enableBrotli: true,
    orderPreference: ['br', 'gz'],
    index: false,
    serveStatic: {
      index: false,
      redirect: false,
      setHeaders: (response, path) => {
        response.setHeader('Cache-Control', HASHED.test(path.replaceAll('\\', '/')) ? IMMUTABLE : 'no-cache');
      },
    },
  });
  const appPath = /^\/(?:$|index\.html$|[\w/-]*$)/;
  return [
    (request, response, next) => {
      const isPage = (request.method === 'GET' || request.method === 'HEAD') && appPath.test(request.path);
      const page = /^\/collect(?:\/|$)/.test(request.path) ? tablet : office;
      if (!isPage || !existsSync(page)) {
        next();
        return;
      }
      response.setHeader('Cache-Control', 'no-cache');
      response.sendFile(page);
    },
    files,
  ];
}
