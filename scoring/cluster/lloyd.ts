import { CHUNK_ROWS, tallyLength, type LloydPart } from './lloyd-part.ts';
import type { Spread } from './spread-of.ts';
import type { WeightedRows } from './weighted-rows.ts';

/** Parts of one assignment, which may run side by side, before the work goes on. */
export interface LloydStep {
  readonly parts: readonly LloydPart[];
  /** 0–1, of the whole work: a guess that never falls. */
  readonly progress01: number;
}

export interface LloydResult {
  /** Row-major k × dimensions. */
  readonly centroids: Float64Array;
  /** Cluster of each row; the next fit in the same workspace writes over it. */
  readonly labels: Uint8Array;
  /** Σ weight × squared distance to the own centroid. */
  readonly inertia: number;
  readonly iterations: number;
  /** True where no row changes its cluster any more. */
  readonly converged: boolean;
  /** Empty clusters that were given the row that cost most. */
  readonly repaired: number;
}

/** Memory of fits on the same rows, used again from start to start. */
export interface LloydWorkspace {
  readonly rows: WeightedRows;
  readonly part: LloydPart;
  readonly chunks: number;
  readonly threads: number;
}

export function lloydWorkspace(rows: WeightedRows, k: number, threads = 1): LloydWorkspace {
  const { values, weights, count, dimensions } = rows;
  const chunks = Math.ceil(count / CHUNK_ROWS);
  const bytes = (length: number): ArrayBufferLike =>
    threads > 1 ? new SharedArrayBuffer(length) : new ArrayBuffer(length);
  const numbers = (length: number) => new Float64Array(bytes(length * 8));
  const part = {
    values,
    weights,
    dimensions,
    k,
    centroids: numbers(k * dimensions),
    shifts: numbers(k),
    labels: new Uint8Array(bytes(count)),
    upper: numbers(count),
    lower: numbers(count),
    tallies: numbers(chunks * tallyLength(k, dimensions)),
    fromChunk: 0,
    toChunk: chunks,
    exact: true,
  };
  return { rows, part, chunks, threads };
}

export interface LloydLimits {
  /** Stop where the centroids' squared moves add up to no more than this (0: where no row changes). */
  readonly tolerance: number;
  readonly maxIterations: number;
  /** `progress01` of every step. */
  readonly progress01: number;
  /** Of these rows: a fit that stops at the tolerance takes its inertia from it, without one more pass. */
  readonly spread?: Spread;
}

/** Below this share of all squares, their difference with those between clusters has too few digits left. */
const FEWEST_WITHIN_01 = 1e-6;

/**
 * Weighted Lloyd iterations from given centroids. A row as near to two centroids goes to the lower
 * label. A cluster left empty takes the row with the largest weighted squared distance, which lowers
 * the inertia; `repaired` counts them. Needs at least k distinct rows. Yields the parts of each
 * assignment: whoever drives it runs `lloydPart` on them, here or in threads.
 * Source: Lloyd 1982; weights as in scikit-learn's `sample_weight`.
 */
export function* lloyd(
  workspace: LloydWorkspace,
  start: Float64Array,
  { tolerance, maxIterations, progress01, spread }: LloydLimits,
): Generator<LloydStep, LloydResult> {
  const { rows, part } = workspace;
  const { centroids, shifts, labels, k, dimensions } = part;
  centroids.set(start);
  labels.fill(255);
  let exact = true;
  let converged = false;
  let iterations = 0;
  let repaired = 0;
  let tally = new Float64Array(0) as Float64Array;
  while (!converged && iterations < maxIterations) {
    yield { parts: partsOf(workspace, exact), progress01 };
    iterations += 1;
    tally = addTallies(workspace);
    const counts = tally.subarray(k * (dimensions + 1), k * (dimensions + 2));
    const empty = counts.indexOf(0);
    if (empty >= 0) {
      const row = costliestRow(rows, centroids, labels);
      centroids.set(rows.values.subarray(row * dimensions, (row + 1) * dimensions), empty * dimensions);
      repaired += 1;
      exact = true;
      continue;
    }
    const still = tally.at(-1) === 0;
    const moved = moveCentroids(centroids, shifts, tally, k, dimensions);
    converged = still && exact && moved === 0;
    // Sums that changed row by row carry rounding: what stands still is added up once more from the start.
    exact = still;
    if (tolerance > 0 && moved <= tolerance) break;
  }
  if (!converged && spread !== undefined) {
    const inertia = spread.squares - squaresBetween(centroids, tally, spread.centre);
    if (inertia > FEWEST_WITHIN_01 * spread.squares)
      return { centroids: centroids.slice(), labels, inertia, iterations, converged, repaired };
  }
  if (!converged) {
    yield { parts: partsOf(workspace, true), progress01 };
    tally = addTallies(workspace);
  }
  return {
    centroids: centroids.slice(),
    labels,
    inertia: tally.at(-2)!,
    iterations,
    converged,
    repaired,
  };
}

/** The chunks split evenly over the threads. */
function partsOf({ part, chunks, threads }: LloydWorkspace, exact: boolean): LloydPart[] {
  const count = Math.min(threads, chunks);
  return Array.from({ length: count }, (_, index) => ({
    ...part,
    exact,
    fromChunk: Math.floor((index * chunks) / count),
    toChunk: Math.floor(((index + 1) * chunks) / count),
  }));
}

function addTallies({ part, chunks }: LloydWorkspace): Float64Array {
  const length = part.tallies.length / chunks;
  const sum = new Float64Array(length);
  for (let at = 0; at < part.tallies.length; at += length) {
    for (let place = 0; place < length; place += 1) sum[place] = sum[place]! + part.tallies[at + place]!;
  }
  return sum;
}

/** Moves the centroids to their means; fills in how far, and returns the sum of the squared moves. */
function moveCentroids(
  centroids: Float64Array,
  shifts: Float64Array,
  tally: Float64Array,
  k: number,
  dimensions: number,
): number {
  let moved = 0;
  for (let cluster = 0; cluster < k; cluster += 1) {
    const weight = tally[k * dimensions + cluster]!;
    let squares = 0;
    for (let place = cluster * dimensions; place < (cluster + 1) * dimensions; place += 1) {
      const mean = tally[place]! / weight;
      squares += (mean - centroids[place]!) ** 2;
      centroids[place] = mean;
    }
    shifts[cluster] = Math.sqrt(squares);
    moved += squares;
  }
  return moved;
}

/** Σ weight of the cluster × squared distance of its mean to the mean of all. */
function squaresBetween(means: Float64Array, tally: Float64Array, centre: Float64Array): number {
  const dimensions = centre.length;
  let between = 0;
  for (let at = 0, cluster = 0; at < means.length; at += dimensions, cluster += 1) {
    let squares = 0;
    for (let d = 0; d < dimensions; d += 1) squares += (means[at + d]! - centre[d]!) ** 2;
    between += tally[means.length + cluster]! * squares;
  }
  return between;
}

function costliestRow(rows: WeightedRows, centroids: Float64Array, labels: Uint8Array): number {
  const { values, weights, count, dimensions } = rows;
  let costliest = 0;
  let most = -1;
  for (let row = 0; row < count; row += 1) {
    let distance = 0;
    for (let d = 0; d < dimensions; d += 1) {
      distance += (values[row * dimensions + d]! - centroids[labels[row]! * dimensions + d]!) ** 2;
    }
    if (weights[row]! * distance > most) {
      most = weights[row]! * distance;
      costliest = row;
    }
  }
  return costliest;
}
