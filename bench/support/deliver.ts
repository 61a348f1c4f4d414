import { connect, type Socket } from 'node:net';

export interface Request {
  readonly id: string;
  /** The whole request as it goes over the wire. */
  readonly bytes: Buffer;
}

export interface Delivered {
  readonly accepted: number;
  readonly seconds: number;
  /** 99th percentile from request to receipt, in milliseconds. */
  readonly p99Ms: number;
}

const END_OF_HEAD = '\r\n\r\n';

/** A PUT of JSON as a tablet sends it, made ready once, so that the load costs little beside the server. */
export const putRequest = (host: string, path: string, token: string, body: string): Buffer =>
  Buffer.from(
    `PUT ${path} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${token}\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}${END_OF_HEAD}${body}`,
  );

/**
 * Sends requests over kept connections, one at a time on each, until the time is up or none are left. Every answer
 * must be a 200 that names the record; anything else ends the run with an error.
 */
export async function deliver(
  url: string,
  fresh: Iterator<Request>,
  options: { readonly connections: number; readonly seconds: number },
): Promise<Delivered> {
  const latencies: number[] = [];
  const began = performance.now();
  const until = began + options.seconds * 1000;
  await Promise.all(
    Array.from({ length: options.connections }, () => sendOn(new URL(url), fresh, until, latencies)),
  );
  const seconds = (performance.now() - began) / 1000;
  const sorted = Float64Array.from(latencies).sort();
  return { accepted: sorted.length, seconds, p99Ms: sorted[Math.floor(sorted.length * 0.99)] ?? NaN };
}

function sendOn(
  { hostname, port }: URL,
  fresh: Iterator<Request>,
  until: number,
  latencies: number[],
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ host: hostname, port: Number(port), noDelay: true });
    let current: Request | null = null;
    let sentAt = 0;
    let seen = '';

    const next = (): void => {
      const following = performance.now() < until ? fresh.next() : null;
      current = following === null || following.done === true ? null : following.value;
      if (current === null) {
        socket.end();
        resolve();
        return;
      }
      sentAt = performance.now();
      socket.write(current.bytes);
    };
    const take = (chunk: string): void => {
      seen += chunk;
      const head = seen.indexOf(END_OF_HEAD);
      if (head === -1) return;
      const length = Number(/content-length: (\d+)/i.exec(seen.slice(0, head))?.[1]);
      if (seen.length < head + END_OF_HEAD.length + length) return;
      if (!seen.startsWith('HTTP/1.1 200') || current === null || !seen.includes(current.id)) {
        reject(new Error(`A delivery was answered: ${seen}`));
        socket.destroy();
        return;
      }
      latencies.push(performance.now() - sentAt);
      seen = '';
      next();
    };
    socket.setEncoding('utf8').on('data', take).once('connect', next).once('error', reject);
  });
}
