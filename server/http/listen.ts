import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { WaymarkError, type ErrorCode } from '../../contracts/errors.ts';

/** How long requests in flight may take to finish when the server stops. */
const GRACE_MS = 5000;

type Refusal = { readonly code: ErrorCode; readonly text: string; readonly hint: string };

const NO_SUCH_ADDRESS: Refusal = {
  code: 'INVALID_REQUEST',
  text: 'this machine has no such address',
  hint: 'Correct WAYMARK_HOST; 0.0.0.0 listens on every address of the machine.',
};
const REFUSALS: Readonly<Record<string, Refusal>> = {
  EADDRINUSE: {
    code: 'PORT_IN_USE',
    text: 'another program is using it',
    hint: 'Stop that program, or choose another port with --port.',
  },
  EACCES: {
    code: 'INVALID_REQUEST',
    text: 'this account may not listen there; ports under 1024 belong to the system',
    hint: 'Choose a port above 1023 with --port, and put a reverse proxy in front.',
  },
  EADDRNOTAVAIL: NO_SUCH_ADDRESS,
  ENOTFOUND: NO_SUCH_ADDRESS,
};

export interface Listening {
  /** Where to open it, e.g. `http://127.0.0.1:4300`. */
  readonly url: string;
  /** Takes no new requests, lets those in flight finish (5 s at most), then closes. */
  close(): Promise<void>;
}

/** Starts listening. Throws WaymarkError PORT_IN_USE, or INVALID_REQUEST for a port or address it may not have. */
export function listen(app: Express, port: number, host: string): Promise<Listening> {
  const server = createServer(app);
  const answering = new Set<ServerResponse>();
  let isClosing = false;
  // Before the app's own listener: a connection that is kept open would bring one request after the other.
  server.prependListener('request', (_request, response) => {
    if (isClosing) response.setHeader('connection', 'close');
    answering.add(response);
    response.once('close', () => answering.delete(response));
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = REFUSALS[error.code ?? ''];
      reject(why ? new WaymarkError(why.code, `Port ${port} on ${host}: ${why.text}.`, why.hint) : error);
    });
    server.listen(port, host, () => {
      const address = server.address() as AddressInfo;
      const shown = host.includes(':') ? `[${host}]` : host;
      resolve({
        url: `http://${shown}:${address.port}`,
        close: () =>
          new Promise((done) => {
            isClosing = true;
            for (const response of answering)
              if (!response.headersSent) response.setHeader('connection', 'close');
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
