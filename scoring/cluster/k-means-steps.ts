import { createRandom, type Random } from '../random/create-random.ts';
import { distinctStarts } from './distinct-starts.ts';
import { lloydPart } from './lloyd-part.ts';
import {
  lloyd,
  lloydWorkspace,
  type LloydLimits,
  type LloydResult,
  type LloydStep,
  type LloydWorkspace,
} from './lloyd.ts';
import type { WeightedRows } from './weighted-rows.ts';
import { orderCentroids } from './order-centroids.ts';
import { plusPlus, plusPlusMemory } from './plus-plus.ts';
import { sampleRows } from './sample-rows.ts';
import { spreadOf } from './spread-of.ts';

export interface KMeansOptions {
  readonly k: number;
  readonly restarts: number;
  readonly seed: number;
  /** Into how many parts an assignment of many rows is split; changes no result. */
  readonly threads?: number;
}

/** Up to this many rows, every restart runs on all of them to the end; more for many clusters. */
const FEW_ROWS = 1000;
/** Where there are more, rows on which every restart runs: half of them, within these bounds. */
const FEWEST_START_ROWS = 1000;
const MOST_START_ROWS = 2000;
const START_ROWS_PER_CLUSTER = 100;
/** Rows on which the starts that differ are told apart, where there are many more. */
const TRIAL_ROWS = 80_000;
/** Starts worth going on with: within this share of the best. What differs less on a sample may be noise. */
const WORTH_01 = 0.02;
const CANDIDATES = 6;
/** Starts stop early: they are polished afterwards. A share of the mean variance, like scikit-learn's `tol`. */
const ROUGH_TOLERANCE_01 = 1e-3;
const FINE_TOLERANCE_01 = 1e-5;
const limits = { maxIterations: 300 };

/**
 * The work of weighted k-means, step by step, so that whoever drives it may use threads, report
 * progress and stop in between. `restarts` runs of greedy k-means++ and Lloyd on 1,000 to 2,000 rows
 * drawn in proportion to weight; those that differ and are within 2 % of the best, six at most, go on to
 * 80,000 rows and to all; the best of them goes on until no row changes its cluster. Where all rows are
 * few, every restart runs on all of them to the end. The lowest inertia wins (the earlier start on a tie).
 *
 * Needs at least k distinct rows. Centroids come in canonical order.
 */
export function* kMeansSteps(rows: WeightedRows, options: KMeansOptions): Generator<LloydStep, LloydResult> {
  const { k, restarts, seed, threads = 1 } = options;
  const random = createRandom(seed);
  const draws = Math.max(
    START_ROWS_PER_CLUSTER * k,
    Math.min(MOST_START_ROWS, Math.max(FEWEST_START_ROWS, Math.ceil(rows.count / 2))),
  );
  const workspace = lloydWorkspace(rows, k, threads);
  if (rows.count <= Math.max(FEW_ROWS, draws)) {
    const fits = yield* runStarts(rows, k, restarts, random, { tolerance: 0 });
    return yield* settle(workspace, lowest(fits).centroids);
  }
  const few = sampleRows(rows, draws, k, random.next());
  const spread = spreadOf(few);
  const rough = ROUGH_TOLERANCE_01 * spread.variance;
  const fine = { ...limits, tolerance: FINE_TOLERANCE_01 * spread.variance };
  const tries = yield* runStarts(few, k, restarts, random, { tolerance: rough, spread });
  let starts = worthwhile(tries, rows.dimensions, WORTH_01);
  if (rows.count > 2 * TRIAL_ROWS) {
    const some = lloydWorkspace(sampleRows(rows, TRIAL_ROWS, k, random.next()), k);
    const ofSome = { ...fine, spread: spreadOf(some.rows), progress01: 0.4 };
    const fits: LloydResult[] = [];
    for (const start of starts) {
      yield { parts: [], progress01: 0.4 };
      fits.push(runParts(lloyd(some, start, ofSome)));
    }
    starts = worthwhile(fits, rows.dimensions, WORTH_01 / 10);
  }
  if (starts.length > 1) {
    const ofAll = { ...fine, spread: spreadOf(rows), progress01: 0.6 };
    const fits: LloydResult[] = [];
    for (const start of starts) fits.push(yield* lloyd(workspace, start, ofAll));
    starts = [lowest(fits).centroids];
  }
  return yield* settle(workspace, starts[0]!);
}

function* runStarts(
  rows: WeightedRows,
  k: number,
  restarts: number,
  random: Random,
  until: Pick<LloydLimits, 'tolerance' | 'spread'>,
): Generator<LloydStep, LloydResult[]> {
  const workspace = lloydWorkspace(rows, k);
  const memory = plusPlusMemory(rows.count);
  const fits: LloydResult[] = [];
  for (let restart = 0; restart < restarts; restart += 1) {
    const progress01 = (0.3 * restart) / restarts;
    yield { parts: [], progress01 };
    fits.push(
      runParts(lloyd(workspace, plusPlus(rows, k, random, memory), { ...limits, ...until, progress01 })),
    );
  }
  return fits;
}

/** The starts that differ and are near the best, best first. */
function worthwhile(fits: readonly LloydResult[], dimensions: number, within01: number): Float64Array[] {
  const limit = lowest(fits).inertia * (1 + within01);
  const near = fits.filter((fit) => fit.inertia <= limit).toSorted((a, b) => a.inertia - b.inertia);
  return distinctStarts(
    near.map((fit) => fit.centroids),
    dimensions,
  ).slice(0, CANDIDATES);
}

const lowest = (fits: readonly LloydResult[]): LloydResult =>
  fits.reduce((least, fit) => (fit.inertia < least.inertia ? fit : least));

/** Goes on until no row changes; puts the centroids in canonical order and lets ties settle on it. */
function* settle(workspace: LloydWorkspace, start: Float64Array): Generator<LloydStep, LloydResult> {
  const { dimensions } = workspace.rows;
  let iterations = 0;
  let repaired = 0;
  let next = orderCentroids(start, dimensions);
  for (let round = 1; ; round += 1) {
    const fit = yield* lloyd(workspace, next, { ...limits, tolerance: 0, progress01: 0.8 });
    iterations += fit.iterations;
    repaired += fit.repaired;
    next = orderCentroids(fit.centroids, dimensions);
    if (round === 10 || next.every((value, place) => value === fit.centroids[place])) {
      return { ...fit, iterations, repaired };
    }
  }
}

/** Drives the work here and now, in one thread. */
export function runParts<T>(work: Generator<LloydStep, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    step.value.parts.forEach(lloydPart);
  }
}
