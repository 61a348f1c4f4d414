import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { WaymarkError } from '../../contracts/errors.ts';
import type { Readiness } from '../../contracts/operations.ts';
import type { Route } from './route.ts';

export interface OperationsRouteDeps {
  readonly readiness: () => Promise<Readiness>;
  /** All metrics in Prometheus' text format. */
  readonly metricsText: () => Promise<string>;
  /** Opens /metrics to whoever carries it; null: to this machine only. */
  readonly metricsToken: string | null;
}

/** For whoever runs the server: whether it can take interviews, and what it counts. */
export const operationsRoutes = (deps: OperationsRouteDeps): readonly Route[] => [
  {
    method: 'GET',
    path: '/api/ready',
    access: 'public',
    handle: async (_request, response) => {
      const readiness = await deps.readiness();
      response.status(readiness.status === 'ready' ? 200 : 503).json(readiness);
    },
  },
  {
    method: 'GET',
    path: '/metrics',
    access: 'public',
    handle: async (request, response) => {
      if (!mayReadMetrics(request, deps.metricsToken))
        throw new WaymarkError(
          'NOT_ALLOWED',
          'Metrics are for this machine, or for whoever carries the token.',
          'Set WAYMARK_METRICS_TOKEN on the server, and send it as Authorization: Bearer.',
        );
      response
        .set('Cache-Control', 'no-store')
        .type('text/plain; version=0.0.4; charset=utf-8')
        .send(await deps.metricsText());
    },
  },
];

const LOOPBACK = /^(::ffff:)?127\.|^::1$/;
const LOCAL_HOST = /^(localhost|127\.[\d.]+|\[::1\])(:\d+)?$/i;
const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/**
 * A request from this machine itself: over loopback, under a name of loopback (a web page cannot forge that), and not
 * passed on by a proxy, behind which everyone seems to be on this machine.
 */
function mayReadMetrics({ headers, socket }: Request, token: string | null): boolean {
  const given = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
  if (given !== undefined) return token !== null && isSame(given, token);
  return (
    LOOPBACK.test(socket.remoteAddress ?? '') &&
    LOCAL_HOST.test(headers.host ?? '') &&
    FORWARDED.every((name) => headers[name] === undefined)
  );
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
