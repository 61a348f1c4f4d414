import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, type Socket } from 'node:net';

/**
 * - `up`: everything passes.
 * - `down`: every connection is cut, as without a network.
 * - `every-other`: of the requests that bring an interview, every second one passes; of the others
 *   half are cut before they reach the server, and half after the server has answered, so that
 *   the tablet never learns of the answer.
 */
export type Weather = 'up' | 'down' | 'every-other';

/** A network of our own between browser and server, on an address that stays the same. */
export interface Network {
  readonly url: string;
  readonly set: (weather: Weather) => void;
  /** Every request is shown to this rule first; `null` takes the rule away. */
  readonly treat: (rule: Rule | null) => void;
  /** From now on the app's service worker differs by a line, as after an update of the server. */
  readonly publishNewVersion: () => void;
  /** Method, path and fate of each request since the last `forget`. */
  readonly log: () => readonly { readonly line: string; readonly fate: Fate }[];
  readonly forget: () => void;
  readonly close: () => Promise<void>;
}

type Fate = 'passed' | 'cut before' | 'cut after' | 'answered here';

/** An answer that this network gives in the server's place. */
export interface CannedAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/**
 * What becomes of one request: `null` leaves it to the weather, `cut` ends the connection before it reaches the
 * server, `lose` lets the server answer and loses the answer, and an answer comes from this network itself.
 */
export type Treatment = null | 'cut' | 'lose' | CannedAnswer;

/** Decides on one request; the request waits until it has, so a rule may do something first. */
export type Rule = (request: {
  readonly method: string;
  readonly path: string;
}) => Treatment | Promise<Treatment>;

/** @param serverUrl asked anew for each request, so that the server may move while the network stays */
export async function createNetwork(serverUrl: () => string): Promise<Network> {
  let weather: Weather = 'up';
  let deliveries = 0;
  let version = 1;
  let rule: Rule | null = null;
  let log: { line: string; fate: Fate }[] = [];
  const sockets = new Set<Socket>();

  const fateOf = (method: string): Fate => {
    if (weather === 'down') return 'cut before';
    if (weather === 'up' || method === 'GET' || method === 'HEAD') return 'passed';
    const turn = deliveries++ % 4;
    return turn === 0 ? 'cut after' : turn === 2 ? 'cut before' : 'passed';
  };

  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { method = 'GET', url = '' } = incoming;
    const treatment = (await rule?.({ method, path: url })) ?? null;
    const note = (fate: Fate): Fate => {
      log.push({ line: `${method} ${url}`, fate });
      return fate;
    };
    if (treatment !== null && typeof treatment === 'object') {
      note('answered here');
      outgoing.writeHead(treatment.status, treatment.headers).end(treatment.body);
      return;
    }
    const fate = note(
      treatment === 'cut' ? 'cut before' : treatment === 'lose' ? 'cut after' : fateOf(method),
    );
    if (fate === 'cut before') incoming.socket.destroy();
    else if (version > 1 && url === '/sw.js') await serveNewWorker(outgoing, serverUrl(), version);
    else forward(incoming, outgoing, serverUrl(), fate === 'cut after');
  };
  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch(() => incoming.socket.destroy());
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    if (weather === 'down') socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    set: (next) => {
      weather = next;
      if (next === 'down') for (const socket of sockets) socket.destroy();
    },
    treat: (next) => {
      rule = next;
    },
    publishNewVersion: () => {
      version += 1;
    },
    log: () => log,
    forget: () => {
      log = [];
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse, to: string, loseAnswer: boolean): void {
  const { hostname, port } = new URL(to);
  const { method, url, headers } = incoming;
  const onward = request({ hostname, port, method, path: url, headers }, (answer) => {
    if (loseAnswer) {
      answer.resume().on('end', () => incoming.socket.destroy());
      return;
    }
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on('error', () => incoming.socket.destroy());
  incoming.on('error', () => onward.destroy());
  incoming.pipe(onward);
}

async function serveNewWorker(outgoing: ServerResponse, from: string, version: number): Promise<void> {
  const current = await fetch(`${from}/sw.js`);
  outgoing.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-cache' });
  outgoing.end(`${await current.text()}\n// version ${version}\n`);
}
