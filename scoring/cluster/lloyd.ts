import type { DistinctRows } from './distinct-rows.ts';

export interface LloydResult {
  /** Row-major k × dimensions. */
  readonly centroids: Float64Array;
  /** Cluster of each row. */
  readonly labels: Uint8Array;
  /** Σ weight × squared distance to the own centroid. */
  readonly inertia: number;
  /** Inertia after each assignment; never rises. */
  readonly inertiaPath: readonly number[];
  readonly iterations: number;
  /** False where the iterations ran out before the assignment stood still. */
  readonly converged: boolean;
  /** Empty clusters that were given the row farthest from its centroid. */
  readonly repaired: number;
}

const MAX_ITERATIONS = 300;

/**
 * Weighted Lloyd iterations from given centroids until no row changes its cluster. A row as near to
 * two centroids goes to the lower label. A cluster left empty takes the row with the largest
 * weighted squared distance, which lowers the inertia; `repaired` counts them.
 * Needs at least k distinct rows. Source: Lloyd 1982; weights as in scikit-learn's `sample_weight`.
 */
export function lloyd(
  rows: DistinctRows,
  start: Float64Array,
  k: number,
  maxIterations = MAX_ITERATIONS,
): LloydResult {
  const { count, dimensions } = rows;
  const centroids = start.slice();
  const labels = new Uint8Array(count).fill(255);
  const distances = new Float64Array(count);
  const inertiaPath: number[] = [];
  let repaired = 0;
  let converged = false;
  while (!converged && inertiaPath.length < maxIterations) {
    let changed = assign(rows, centroids, k, labels, distances);
    for (;;) {
      const empty = firstEmpty(labels, k);
      if (empty < 0) break;
      const row = farthest(rows, labels, distances, k);
      labels[row] = empty;
      distances[row] = 0;
      centroids.set(rows.values.subarray(row * dimensions, (row + 1) * dimensions), empty * dimensions);
      repaired += 1;
      changed = true;
    }
    let inertia = 0;
    for (let row = 0; row < count; row += 1) inertia += rows.weights[row]! * distances[row]!;
    inertiaPath.push(inertia);
    converged = !changed;
    if (changed) moveCentroids(rows, labels, centroids, k);
  }
  return {
    centroids,
    labels,
    inertia: inertiaPath.at(-1)!,
    inertiaPath,
    iterations: inertiaPath.length,
    converged,
    repaired,
  };
}

function assign(
  { values, count, dimensions }: DistinctRows,
  centroids: Float64Array,
  k: number,
  labels: Uint8Array,
  distances: Float64Array,
): boolean {
  let changed = false;
  for (let row = 0; row < count; row += 1) {
    const at = row * dimensions;
    let best = Infinity;
    let label = 0;
    for (let cluster = 0; cluster < k; cluster += 1) {
      const from = cluster * dimensions;
      let distance = 0;
      for (let d = 0; d < dimensions; d += 1) {
        const difference = values[at + d]! - centroids[from + d]!;
        distance += difference * difference;
      }
      if (distance < best) {
        best = distance;
        label = cluster;
      }
    }
    if (labels[row] !== label) {
      labels[row] = label;
      changed = true;
    }
    distances[row] = best;
  }
  return changed;
}

function moveCentroids(rows: DistinctRows, labels: Uint8Array, centroids: Float64Array, k: number): void {
  const { values, weights, count, dimensions } = rows;
  const sums = new Float64Array(k * dimensions);
  const totals = new Float64Array(k);
  for (let row = 0; row < count; row += 1) {
    const label = labels[row]!;
    const weight = weights[row]!;
    totals[label] = totals[label]! + weight;
    for (let d = 0; d < dimensions; d += 1) {
      const place = label * dimensions + d;
      sums[place] = sums[place]! + weight * values[row * dimensions + d]!;
    }
  }
  for (let place = 0; place < sums.length; place += 1) {
    centroids[place] = sums[place]! / totals[Math.floor(place / dimensions)]!;
  }
}

function firstEmpty(labels: Uint8Array, k: number): number {
  const used = new Uint8Array(k);
  for (const label of labels) used[label] = 1;
  return used.indexOf(0);
}

/** The row that costs most where it is, from a cluster that keeps another row. */
function farthest(rows: DistinctRows, labels: Uint8Array, distances: Float64Array, k: number): number {
  const sizes = new Uint32Array(k);
  for (const label of labels) sizes[label] = sizes[label]! + 1;
  let best = -1;
  let cost = -1;
  for (let row = 0; row < rows.count; row += 1) {
    const own = rows.weights[row]! * distances[row]!;
    if (own > cost && sizes[labels[row]!]! > 1) {
      cost = own;
      best = row;
    }
  }
  return best;
}
