import type { Random } from '../random/create-random.ts';
import type { WeightedRows } from './weighted-rows.ts';

/** Draws tried for each centroid: as many as are added up side by side, which hides latency. */
const TRIALS = 4;

/** Memory for starts on the same rows, used again from start to start. */
export interface PlusPlusMemory {
  /** Squared distance of each row to the nearest centroid so far, and as it would be with each draw. */
  readonly nearest: Float64Array;
  readonly tried: readonly Float64Array[];
}

export const plusPlusMemory = (count: number): PlusPlusMemory => ({
  nearest: new Float64Array(count),
  tried: Array.from({ length: TRIALS }, () => new Float64Array(count)),
});

/**
 * Starting centroids by greedy k-means++: each next one is drawn with a probability in proportion to
 * weight × squared distance to the nearest so far, four times, and the draw that lowers the inertia
 * most is kept. Source: Arthur & Vassilvitskii 2007; scikit-learn's `kmeans_plusplus` draws
 * 2 + ⌊ln k⌋ times. Needs at least k distinct rows. Returns row-major k × dimensions.
 */
export function plusPlus(
  rows: WeightedRows,
  k: number,
  random: Random,
  memory: PlusPlusMemory = plusPlusMemory(rows.count),
): Float64Array {
  const { values, weights, count, dimensions } = rows;
  const { nearest, tried } = memory;
  const centroids = new Float64Array(k * dimensions);
  let total = 0;
  for (let row = 0; row < count; row += 1) total += weights[row]!;
  const first = drawRow(weights, null, random.next() * total);
  centroids.set(values.subarray(first * dimensions, (first + 1) * dimensions));
  total = distances(rows, first, nearest);
  for (let cluster = 1; cluster < k; cluster += 1) {
    const draws = tried.map(() => drawRow(weights, nearest, random.next() * total));
    const inertias = nearer(rows, nearest, draws, tried);
    const best = inertias.indexOf(Math.min(...inertias));
    nearest.set(tried[best]!);
    total = inertias[best]!;
    const chosen = draws[best]!;
    centroids.set(values.subarray(chosen * dimensions, (chosen + 1) * dimensions), cluster * dimensions);
  }
  return centroids;
}

/** Fills `nearest` with the squared distances to one row; returns the inertia. */
function distances(
  { values, weights, count, dimensions }: WeightedRows,
  chosen: number,
  nearest: Float64Array,
): number {
  const centroid = values.slice(chosen * dimensions, (chosen + 1) * dimensions);
  let inertia = 0;
  for (let row = 0, at = 0; row < count; row += 1) {
    let sum = 0;
    for (let d = 0; d < dimensions; d += 1, at += 1) {
      const difference = values[at]! - centroid[d]!;
      sum += difference * difference;
    }
    nearest[row] = sum;
    inertia += weights[row]! * sum;
  }
  return inertia;
}

/** The row in which the running sum of weight × distance passes `target`; never one that costs nothing. */
function drawRow(weights: Float64Array, nearest: Float64Array | null, target: number): number {
  let reached = 0;
  let last = 0;
  for (let row = 0; row < weights.length; row += 1) {
    const cost = nearest === null ? weights[row]! : weights[row]! * nearest[row]!;
    if (cost === 0) continue;
    reached += cost;
    last = row;
    if (reached > target) break;
  }
  return last;
}

/**
 * Tries four rows as the next centroid. Fills `tried` with the squared distances to the nearest centroid
 * then, and returns the inertia of each.
 */
function nearer(
  { values, weights, count, dimensions }: WeightedRows,
  nearest: Float64Array,
  draws: readonly number[],
  tried: readonly Float64Array[],
): number[] {
  const [a, b, c, d] = draws.map((row) => values.slice(row * dimensions, (row + 1) * dimensions)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const [ofA, ofB, ofC, ofD] = tried as readonly [Float64Array, Float64Array, Float64Array, Float64Array];
  let inertiaA = 0;
  let inertiaB = 0;
  let inertiaC = 0;
  let inertiaD = 0;
  for (let row = 0, at = 0; row < count; row += 1) {
    let sumA = 0;
    let sumB = 0;
    let sumC = 0;
    let sumD = 0;
    for (let dimension = 0; dimension < dimensions; dimension += 1, at += 1) {
      const value = values[at]!;
      const differenceA = value - a[dimension]!;
      const differenceB = value - b[dimension]!;
      const differenceC = value - c[dimension]!;
      const differenceD = value - d[dimension]!;
      sumA += differenceA * differenceA;
      sumB += differenceB * differenceB;
      sumC += differenceC * differenceC;
      sumD += differenceD * differenceD;
    }
    const before = nearest[row]!;
    const weight = weights[row]!;
    inertiaA += weight * (ofA[row] = sumA < before ? sumA : before);
    inertiaB += weight * (ofB[row] = sumB < before ? sumB : before);
    inertiaC += weight * (ofC[row] = sumC < before ? sumC : before);
    inertiaD += weight * (ofD[row] = sumD < before ? sumD : before);
  }
  return [inertiaA, inertiaB, inertiaC, inertiaD];
}
