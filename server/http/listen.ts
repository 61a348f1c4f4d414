import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { WaymarkError } from '../../contracts/errors.ts';

/** How long requests in flight may take to finish when the server stops. */
const GRACE_MS = 5000;

export interface Listening {
  /** Where to open it, e.g. `http://127.0.0.1:4300`. */
  readonly url: string;
  /** Takes no new requests, lets those in flight finish (5 s at most), then closes. */
  close(): Promise<void>;
}

/** Starts listening. Throws WaymarkError PORT_IN_USE. */
export function listen(app: Express, port: number, host: string): Promise<Listening> {
  const server = createServer(app);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const inUse = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      reject(
        inUse
          ? new WaymarkError(
              'PORT_IN_USE',
              `Port ${port} on ${host} cannot be used (${error.code ?? ''}).`,
              'Stop what is using it, or choose another with --port.',
            )
          : error,
      );
    });
    server.listen(port, host, () => {
      const address = server.address() as AddressInfo;
      const shown = host.includes(':') ? `[${host}]` : host;
      resolve({
        url: `http://${shown}:${address.port}`,
        close: () =>
          new Promise((done) => {
            const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS);
            server.close(() => {
              clearTimeout(timer);
              done();
            });
            server.closeIdleConnections();
          }),
      });
    });
  });
}
