import type { Random } from '../random/create-random.ts';
import type { WeightedRows } from './lloyd.ts';

/**
 * Starting centroids by greedy k-means++: each next one is drawn with a probability in proportion to
 * weight × squared distance to the nearest so far, 2 + ⌊ln k⌋ times, and the draw that lowers the
 * inertia most is kept. Source: Arthur & Vassilvitskii 2007; as scikit-learn's `kmeans_plusplus`.
 * Needs at least k distinct rows. Returns row-major k × dimensions.
 */
export function plusPlus(rows: WeightedRows, k: number, random: Random): Float64Array {
  const { values, weights, count, dimensions } = rows;
  const centroids = new Float64Array(k * dimensions);
  const trials = 2 + Math.floor(Math.log(k));
  let nearest = new Float64Array(count).fill(Infinity);
  let costs = weights;
  for (let cluster = 0; cluster < k; cluster += 1) {
    let least = Infinity;
    let chosen = 0;
    let after = nearest;
    const total = sum(costs);
    for (let trial = 0; trial < (cluster === 0 ? 1 : trials); trial += 1) {
      const row = drawRow(costs, random.next() * total);
      const distances = nearer(rows, nearest, row);
      let inertia = 0;
      for (let other = 0; other < count; other += 1) inertia += weights[other]! * distances[other]!;
      if (inertia >= least) continue;
      least = inertia;
      chosen = row;
      after = distances;
    }
    nearest = after;
    costs = nearest.map((distance, row) => distance * weights[row]!);
    centroids.set(values.subarray(chosen * dimensions, (chosen + 1) * dimensions), cluster * dimensions);
  }
  return centroids;
}

/** The row in which the running sum of the costs passes `target`; never one that costs nothing. */
function drawRow(costs: Float64Array, target: number): number {
  let reached = 0;
  let last = 0;
  for (let row = 0; row < costs.length; row += 1) {
    if (costs[row] === 0) continue;
    reached += costs[row]!;
    last = row;
    if (reached > target) break;
  }
  return last;
}

/** Squared distances to the nearest centroid once this row is one too. */
function nearer({ values, count, dimensions }: WeightedRows, nearest: Float64Array, chosen: number) {
  const distances = new Float64Array(count);
  for (let row = 0, at = 0; row < count; row += 1) {
    let distance = 0;
    for (let from = chosen * dimensions, d = 0; d < dimensions; d += 1, at += 1) {
      const difference = values[at]! - values[from + d]!;
      distance += difference * difference;
    }
    distances[row] = distance < nearest[row]! ? distance : nearest[row]!;
  }
  return distances;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let place = 0; place < values.length; place += 1) total += values[place]!;
  return total;
}
