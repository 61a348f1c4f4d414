import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { DeviceStudy, EnrolResponse } from '../contracts/api.ts';
import type { SealingKey } from '../contracts/sealing.ts';
import { deliverySchema, type Receipt } from '../contracts/submission.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

const STUDY: DeviceStudy = {
  id: 'bench',
  title: 'Riverside Microfinance 2026',
  synthetic: true,
  instrument: { name: 'msme-digital-maturity', version: 'v1' },
  branches: [
    { code: 'north', name: 'North branch' },
    { code: 'market', name: 'Market Street' },
  ],
};

/** The public half of a key that nobody has. */
const SEALING_KEY: SealingKey = {
  kty: 'EC',
  crv: 'P-256',
  x: 'BXiWRWJs-bPjv5EI3csaSaIw588c_9OSBFNIQyetmOQ',
  y: 'bzhyLqybG90W4-J4GKJJ5NZlsjzWe0Z7ZMrMsfPori4',
  kid: 'bench',
};

export interface TabletServer {
  readonly url: string;
  /** Bytes of every response body sent so far, by path, as they travelled. */
  readonly sent: ReadonlyMap<string, number>;
  readonly close: () => Promise<void>;
}

/**
 * Serves a production build (with its `.br` files) to a tablet, with the three device routes
 * answered from memory: enough to measure the client alone, with no server behind it.
 */
export async function serveTablet(distDir: string): Promise<TabletServer> {
  const sent = new Map<string, number>();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path.startsWith('/api/')) {
      const body = JSON.stringify(await answerApi(path, request));
      response.writeHead(200, { 'content-type': 'application/json' }).end(body);
      return;
    }
    const file = extname(path) === '' ? '/collect.html' : normalize(path);
    const packed = await readFile(join(distDir, `${file}.br`)).catch(() => null);
    const content = packed ?? (await readFile(join(distDir, file)).catch(() => null));
    if (content === null) {
      response.writeHead(404).end();
      return;
    }
    sent.set(file, (sent.get(file) ?? 0) + content.length);
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'cache-control': file.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(packed === null ? {} : { 'content-encoding': 'br' }),
    });
    response.end(content);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    sent,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

async function answerApi(
  path: string,
  request: IncomingMessage,
): Promise<DeviceStudy | EnrolResponse | SealingKey | Receipt> {
  if (path === '/api/device/study') return STUDY;
  if (path === '/api/tablets/enrol') return { tabletId: 'bench-tablet', token: 'bench-token', study: STUDY };
  if (path === '/api/device/sealing-key') return SEALING_KEY;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { hash, payload } = deliverySchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
  const id = path.slice(path.lastIndexOf('/') + 1);
  const own = createHash('sha256').update(payload).digest('hex');
  return {
    receiptId: `bench-${own.slice(0, 8)}`,
    id,
    hash,
    status: 'stored',
    receivedAt: new Date(0).toISOString(),
    attachments: [],
  };
}
