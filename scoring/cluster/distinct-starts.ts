import { orderCentroids } from './order-centroids.ts';

/** Starts nearer to each other than this share of their own spread lead to the same place. */
const SAME_SHARE = 0.05;

/**
 * Leaves out starts that all but repeat an earlier one, so that polishing is spent on different
 * solutions. Two starts are the same where their centroids, in canonical order, differ by less than
 * 5 % of the spread of the first (root mean squares). Order is kept.
 *
 * @param starts row-major k × dimensions centroids each, best first.
 */
export function distinctStarts(starts: readonly Float64Array[], dimensions: number): Float64Array[] {
  const kept: Float64Array[] = [];
  for (const start of starts) {
    const ordered = orderCentroids(start, dimensions);
    if (kept.every((other) => squares(ordered, other) > SAME_SHARE ** 2 * spread(other, dimensions))) {
      kept.push(ordered);
    }
  }
  return kept;
}

function squares(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, place) => sum + (value - b[place]!) ** 2, 0);
}

/** Squared distances of centroids to their mean, summed. */
function spread(centroids: Float64Array, dimensions: number): number {
  const k = centroids.length / dimensions;
  const centre = new Float64Array(dimensions);
  centroids.forEach((value, place) => {
    centre[place % dimensions] = centre[place % dimensions]! + value / k;
  });
  return centroids.reduce((sum, value, place) => sum + (value - centre[place % dimensions]!) ** 2, 0);
}
