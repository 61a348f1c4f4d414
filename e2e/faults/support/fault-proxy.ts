import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../../scoring/random/create-random.ts';

/** What a bad network does to a request or its answer. */
export const NETWORK_FAULTS = {
  cutBefore: 'the connection is cut before the request arrives',
  cutAfter: 'the connection is cut before the answer comes back',
  delay: 'request and answer are delayed',
  duplicate: 'the request arrives twice at once',
  truncateRequest: 'half of the request arrives',
  truncateAnswer: 'half of the answer comes back',
  reorder: 'requests overtake each other; a late copy of an old one arrives after',
  swapAnswers: 'the answer is another record’s',
  loginPage: 'a login page answers 200',
  badGateway: 'the gateway answers 502 after the server took the record',
} as const;
export type NetworkFault = keyof typeof NETWORK_FAULTS;

export interface FaultProxy {
  readonly url: string;
  /** How often the fault struck. */
  readonly struck: () => number;
  readonly close: () => Promise<void>;
}

interface Whole {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

const LOGIN = '<!doctype html><title>Hotel Wi-Fi</title><form method="post"><input name="room"></form>';
const LONGEST_DELAY_MS = 60;

/** A network between tablets and the server that does one kind of harm to half of the requests. */
export async function createFaultProxy(
  serverUrl: string,
  fault: NetworkFault,
  random: Random,
): Promise<FaultProxy> {
  let struck = 0;
  let lastAnswer: Whole | null = null;
  const { hostname, port: serverPort } = new URL(serverUrl);

  const forward = (incoming: IncomingMessage, body: Buffer): Promise<Whole> =>
    new Promise((resolve, reject) => {
      const { method, url, headers } = incoming;
      const onward = request({ hostname, port: serverPort, method, path: url, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer
          .on('data', (part: Buffer) => parts.push(part))
          .once('error', reject)
          .once('end', () => {
            const type = answer.headers['content-type'] ?? '';
            resolve({ status: answer.statusCode ?? 0, type, body: Buffer.concat(parts) });
          });
      });
      onward.once('error', reject).end(body);
    });

  const truncated = (incoming: IncomingMessage, body: Buffer): Promise<void> =>
    new Promise((resolve) => {
      const { method, url, headers } = incoming;
      const onward = request({ hostname, port: serverPort, method, path: url, headers });
      onward.once('error', () => resolve()).once('close', () => resolve());
      onward.write(body.subarray(0, body.length / 2), () => onward.destroy());
    });

  const answer = (outgoing: ServerResponse, { status, type, body }: Whole): void => {
    outgoing.writeHead(status, { 'content-type': type, 'content-length': body.length }).end(body);
  };

  const strike = async (incoming: IncomingMessage, outgoing: ServerResponse, body: Buffer): Promise<void> => {
    const cut = (): void => void incoming.socket.destroy();
    const pause = () => sleep(random.next() * LONGEST_DELAY_MS);
    switch (fault) {
      case 'cutBefore': {
        cut();
        return;
      }
      case 'cutAfter':
        await forward(incoming, body);
        {
          cut();
          return;
        }
      case 'delay': {
        await pause();
        const late = await forward(incoming, body);
        await pause();
        answer(outgoing, late);
        return;
      }
      case 'duplicate': {
        const both = await Promise.all([forward(incoming, body), forward(incoming, body)]);
        answer(outgoing, both[random.next() < 0.5 ? 0 : 1]);
        return;
      }
      case 'truncateRequest':
        await truncated(incoming, body);
        {
          cut();
          return;
        }
      case 'truncateAnswer': {
        const whole = await forward(incoming, body);
        outgoing.writeHead(whole.status, { 'content-type': whole.type, 'content-length': whole.body.length });
        outgoing.write(whole.body.subarray(0, whole.body.length / 2), cut);
        return;
      }
      case 'reorder': {
        await pause();
        const first = await forward(incoming, body);
        answer(outgoing, first);
        await pause();
        await forward(incoming, body);
        return;
      }
      case 'swapAnswers': {
        const others = lastAnswer;
        lastAnswer = await forward(incoming, body);
        answer(outgoing, others ?? lastAnswer);
        return;
      }
      case 'loginPage': {
        answer(outgoing, { status: 200, type: 'text/html', body: Buffer.from(LOGIN) });
        return;
      }
      case 'badGateway':
        await forward(incoming, body);
        {
          answer(outgoing, {
            status: 502,
            type: 'text/html',
            body: Buffer.from('<h1>Bad gateway</h1>'),
          });
          return;
        }
    }
  };

  const server = createServer((incoming, outgoing) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.once('end', () => {
      const body = Buffer.concat(parts);
      const strikes = random.next() < 0.5;
      if (strikes) struck += 1;
      const done = strikes
        ? strike(incoming, outgoing, body)
        : forward(incoming, body).then((whole) => answer(outgoing, whole));
      done.catch(() => incoming.socket.destroy());
    });
    incoming.once('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    struck: () => struck,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
