import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import autocannon from 'autocannon';
import { loadDemoStudy } from '../fixtures/demo-study.ts';
import { latestVersion, loadCodebook, publishedHash } from '../instruments/registry.ts';
import { createWaymark } from '../server/compose.ts';
import { projectRoot } from '../server/project-root.ts';
import { createEnrolCode } from '../server/use-cases/create-enrol-code.ts';
import { createStudy } from '../server/use-cases/create-study.ts';
import { demoInterviews } from '../server/use-cases/demo-interviews.ts';
import { enrolTablet } from '../server/use-cases/enrol-tablet.ts';
import type { BenchResult } from './support/bench-result.ts';

const NAME = 'msme-digital-maturity';
const WARM_UP = 3000;
const DELIVERIES = 30_000;
const CONNECTIONS = 64;
/** Requests that the load generator makes ready but does not send when it ends. */
const SPARE = 4 * CONNECTIONS;

interface Prepared {
  readonly dataDir: string;
  readonly studyId: string;
  readonly token: string;
  readonly deliveries: readonly Delivery[];
}

interface Delivery {
  readonly id: string;
  readonly body: string;
}

/** Deliveries as tablets send them, to a server process of its own, over HTTP; every one is on the disk before its receipt. */
export async function run(): Promise<BenchResult[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
  try {
    const prepared = await prepare(dataDir);
    const server = spawn(
      process.execPath,
      [
        join(projectRoot(), 'dist', 'server', 'waymark.js'),
        'serve',
        '--data',
        dataDir,
        '--port',
        '0',
        '--no-demo',
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const exited = new Promise((resolve) => server.once('close', resolve));
    const url = await urlOf(server.stdout);
    const fresh = prepared.deliveries.values();
    await deliver(url, prepared.token, fresh, WARM_UP);
    const { seconds, p99Ms } = await deliver(url, prepared.token, fresh, DELIVERIES);
    server.kill('SIGTERM');
    await exited;
    await proveStored(prepared);
    const perSecond = DELIVERIES / seconds;
    const bytes =
      prepared.deliveries.reduce((sum, { body }) => sum + body.length, 0) / prepared.deliveries.length;
    return [
      {
        name: 'interviews accepted, each flushed to disk',
        value: perSecond,
        unit: '/s',
        target: '≥ 1,500/s',
        met: perSecond >= 1500,
        detail: `${DELIVERIES.toLocaleString('en')} different interviews of ${(bytes / 1000).toFixed(1)} KB over ${CONNECTIONS} connections; hash, schema and codebook checked; SQLite, WAL, synchronous=FULL; p99 ${p99Ms.toFixed(0)} ms; all found in the database afterwards. The client shares the machine`,
        comparedWith: 'ODK Central documents 41/s (250 questions, 2 GB server)',
      },
    ];
  } finally {
    await rm(dataDir, { recursive: true });
  }
}

async function prepare(dataDir: string): Promise<Prepared> {
  const waymark = await createWaymark({ dataDir });
  try {
    const { context } = waymark;
    const { branches } = loadDemoStudy();
    const instrument = { name: NAME, version: latestVersion(NAME) };
    const study = await createStudy(context, {
      title: 'Benchmark',
      synthetic: true,
      source: { instrument },
      branches: branches.map(({ code, name, weight }) => ({ code, name, weight })),
    });
    const { code } = await createEnrolCode(context, { studyId: study.id, branches: null, scope: null });
    const { token } = await enrolTablet(context, { code, deviceName: 'Benchmark' });
    const interviews = demoInterviews({
      study,
      codebook: await loadCodebook(NAME, instrument.version),
      instrumentHash: publishedHash(NAME, instrument.version),
      branches,
      count: WARM_UP + DELIVERIES + SPARE,
      seed: 1,
      receivedAt: new Date().toISOString(),
    });
    const deliveries = Array.from(interviews, ({ id, hash, payload }) => ({
      id,
      body: JSON.stringify({ hash, payload }),
    }));
    return { dataDir, studyId: study.id, token, deliveries };
  } finally {
    await waymark.close();
  }
}

async function urlOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const url = /ready: (\S+)/.exec(line)?.[1];
    if (url !== undefined) {
      output.resume();
      return url;
    }
  }
  throw new Error('The server ended before it was ready.');
}

async function deliver(
  url: string,
  token: string,
  fresh: Iterator<Delivery>,
  amount: number,
): Promise<{ seconds: number; p99Ms: number }> {
  const began = performance.now();
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    amount,
    requests: [
      {
        method: 'PUT',
        setupRequest: (request) => {
          const next = fresh.next();
          if (next.done === true) throw new Error('There are too few deliveries.');
          return {
            ...request,
            path: `/api/submissions/${next.value.id}`,
            headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
            body: next.value.body,
          };
        },
      },
    ],
  });
  const seconds = (performance.now() - began) / 1000;
  if (result['2xx'] !== amount)
    throw new Error(
      `${result['2xx']} of ${amount} were accepted, ${result.non2xx} refused, ${result.errors} failed.`,
    );
  return { seconds, p99Ms: result.latency.p99 };
}

/** The database must hold each accepted interview once, and none in quarantine. */
async function proveStored({ dataDir, studyId }: Prepared): Promise<void> {
  const waymark = await createWaymark({ dataDir });
  const { count } = await waymark.store.submissions.mark(studyId);
  await waymark.close();
  const sent = WARM_UP + DELIVERIES;
  if (count !== sent) throw new Error(`${count} of ${sent} are in the database.`);
}
