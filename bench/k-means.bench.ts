import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from 'simple-statistics';
import { collapseRows } from '../scoring/cluster/distinct-rows.ts';
import { kMeansSteps } from '../scoring/cluster/k-means-steps.ts';
import { runSteps } from '../scoring/cluster/run-steps.ts';
import { createRandom } from '../scoring/random/create-random.ts';
import { createWorkerPool, type WorkerPool } from '../server/parallel/worker-pool.ts';
import type { BenchResult } from './support/bench-result.ts';
import { findPython, runOutside } from './support/outside.ts';
import { writeColumns } from './support/write-columns.ts';

const K = 4;
const STARTS = 10;
const DIMENSIONS = 12;
const THREADS = 2;
/** Times each is run; the median counts. */
const CASES = [
  { rows: 2000, runs: 31, factor: 1 },
  { rows: 50_000, runs: 9, factor: 1 },
  { rows: 1_000_000, runs: 3, factor: 3 },
] as const;
/** Our lowest inertia may be this much above theirs. */
const INERTIA_01 = 1e-4;

interface Theirs {
  readonly version: string;
  readonly results: readonly {
    readonly ms: readonly number[];
    readonly cpuMs: readonly number[];
    readonly inertia: number;
  }[];
}

interface Ours {
  readonly ms: number;
  readonly inertia: number;
  readonly distinct: number;
  /** Processor time of all threads, median. */
  readonly cpuMs: number;
  /** Most memory in use at any step, the given columns included. */
  readonly peakBytes: number;
}

/** k-means on ordinal and on continuous data, ten starts; scikit-learn on the same bytes beside it. */
export async function run(): Promise<BenchResult[]> {
  const cases = CASES.flatMap((size) => [
    { ...size, kind: 'ordinal', values: ordinalAnswers(size.rows) },
    { ...size, kind: 'continuous', values: continuousScores(size.rows) },
  ]);
  const pool = createWorkerPool(THREADS);
  if (pool.threads !== THREADS) throw new Error('The bundled worker is not there.');
  const ours: Ours[] = [];
  for (const { values, runs } of cases) ours.push(await measure(pool, values, runs));
  await pool.close();
  const theirs = await compare(cases);
  return cases.map(({ rows, kind, factor }, place) => {
    const { ms, cpuMs, inertia, distinct, peakBytes } = ours[place]!;
    const memory = peakBytes / (rows * DIMENSIONS * Float64Array.BYTES_PER_ELEMENT);
    const other = typeof theirs === 'string' ? null : theirs.results[place]!;
    const otherMs = other === null ? null : median([...other.ms]);
    const excess = other === null ? 0 : inertia / other.inertia - 1;
    return {
      name: `k-means of ${rows.toLocaleString('en-GB')} × ${DIMENSIONS} ${kind} values`,
      value: ms,
      unit: 'ms',
      target: `${factor === 1 ? 'not slower than' : `${factor} times as fast as`} scikit-learn, inertia within 0.01 %`,
      met: otherMs !== null && ms * factor <= otherMs && excess <= INERTIA_01,
      detail: `k = ${K}, ${STARTS} restarts, until no row changes; ${distinct.toLocaleString('en-GB')} distinct rows; ${THREADS} threads where that pays; processor time ${cpuMs.toFixed(1)} ms${rows < ROWS_FOR_MEMORY ? '' : `; peak memory ${memory.toFixed(2)} times the columns, these included`}`,
      comparedWith:
        otherMs === null || typeof theirs === 'string'
          ? notCompared(theirs)
          : `scikit-learn ${theirs.version}: ${otherMs.toFixed(1)} ms, ${(otherMs / ms).toFixed(1)} times ours (processor time ${median([...other!.cpuMs]).toFixed(1)} ms); our inertia ${(excess * 100).toFixed(4)} % ${excess < 0 ? 'below' : 'above'} its best`,
    };
  });
}

const notCompared = (theirs: Theirs | string): string =>
  typeof theirs === 'string' ? theirs : 'not compared';

/** Below this, handing work to threads costs more than it saves. */
const ROWS_FOR_THREADS = 100_000;
/** Below this, what the program itself needs is more than the data. */
const ROWS_FOR_MEMORY = 1_000_000;

async function measure(pool: WorkerPool, values: Float64Array, runs: number): Promise<Ours> {
  const rowCount = values.length / DIMENSIONS;
  const weights = new Float64Array(rowCount).fill(1);
  const threads = rowCount < ROWS_FOR_THREADS ? 1 : THREADS;
  const times: number[] = [];
  const cpuTimes: number[] = [];
  let inertia = Infinity;
  let distinct = 0;
  let peakBytes = 0;
  for (let seed = 0; seed <= runs; seed += 1) {
    const before = process.memoryUsage.rss();
    // The rows are written over: each run gets its own, in shared memory where threads read them.
    const given =
      threads > 1
        ? new Float64Array(new SharedArrayBuffer(values.byteLength))
        : new Float64Array(values.length);
    given.set(values);
    const watch = (): Promise<void> => {
      peakBytes = Math.max(peakBytes, process.memoryUsage.rss() - before);
      return Promise.resolve();
    };
    const beganCpu = process.cpuUsage();
    const began = performance.now();
    const rows = collapseRows(given, weights, DIMENSIONS);
    const fit = await runSteps(kMeansSteps(rows, { k: K, restarts: STARTS, seed, threads }), {
      runner: pool,
      breathe: watch,
    });
    const { user, system } = process.cpuUsage(beganCpu);
    // The first run warms up, and is not counted.
    if (seed > 0) {
      times.push(performance.now() - began);
      cpuTimes.push((user + system) / 1000);
    }
    inertia = Math.min(inertia, fit.inertia);
    distinct = rows.count;
  }
  return { ms: median(times), cpuMs: median(cpuTimes), inertia, distinct, peakBytes };
}

async function compare(
  cases: readonly { readonly values: Float64Array; readonly rows: number; readonly runs: number }[],
): Promise<Theirs | string> {
  const python = await findPython(['sklearn']);
  if ('reason' in python) return python.reason;
  const folder = await mkdtemp(join(tmpdir(), 'waymark-k-means-'));
  try {
    const args: string[] = [];
    for (const [place, { values, rows, runs }] of cases.entries()) {
      const path = join(folder, `${place}.bin`);
      await writeColumns(path, [values]);
      args.push(path, String(rows), String(DIMENSIONS), String(runs));
    }
    return await runOutside<Theirs>(python.program, 'k-means.py', [String(K), String(STARTS), ...args]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Answers on a scale of four that hang together, as people answer: many rows are equal. */
function ordinalAnswers(rows: number): Float64Array {
  const next = gaussian(7);
  const values = new Float64Array(rows * DIMENSIONS);
  for (let row = 0, at = 0; row < rows; row += 1) {
    const ability = next();
    for (let item = 0; item < DIMENSIONS; item += 1, at += 1) {
      const answer = Math.floor((ability * 0.85 + next() * 0.45) * 1.2 + 1.8);
      values[at] = Math.min(3, Math.max(0, answer)) * 33;
    }
  }
  return values;
}

/** Scores around four levels that overlap. */
function continuousScores(rows: number): Float64Array {
  const random = createRandom(11);
  const next = gaussian(13);
  const values = new Float64Array(rows * DIMENSIONS);
  for (let row = 0, at = 0; row < rows; row += 1) {
    const draw = random.next();
    const level = 20 * (1 + Number(draw > 0.4) + Number(draw > 0.7) + Number(draw > 0.9)) + 8 * next();
    for (let item = 0; item < DIMENSIONS; item += 1, at += 1) values[at] = level + 15 * next();
  }
  return values;
}

/** Normal deviates by Box and Muller. */
function gaussian(seed: number): () => number {
  const random = createRandom(seed);
  return () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
