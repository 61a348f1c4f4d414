import { WaymarkError } from '../../contracts/errors.ts';
import { distinctRows } from './distinct-rows.ts';
import { findStarts } from './find-starts.ts';
import { lloyd, type LloydResult } from './lloyd.ts';
import { orderCentroids } from './order-centroids.ts';

export interface KMeansInput {
  /** Complete rows, row-major rowCount × dimensions; on one scale, since distances are Euclidean. */
  readonly values: Float64Array;
  readonly dimensions: number;
  /** Weight of each row, > 0. */
  readonly weights: Float64Array;
  readonly k: number;
  readonly restarts: number;
  readonly seed: number;
}

export interface KMeansResult {
  /** Row-major k × dimensions, in canonical order: by mean, then by values. */
  readonly centroids: Float64Array;
  /** Weighted within-cluster sum of squares. */
  readonly inertia: number;
  readonly iterations: number;
  readonly converged: boolean;
  /** Empty clusters met and repaired on the way. */
  readonly repaired: number;
  /** Rows that differ from each other. */
  readonly distinct: number;
}

/** Distinct rows times polished starts: small data sets polish every start, large ones the best. */
const POLISH_BUDGET = 50_000;

/**
 * Weighted, seeded k-means with restarts. ml-kmeans finds starts on a sample (`findStarts`); the best
 * of them are polished by weighted Lloyd iterations on all distinct rows (`lloyd`), and the lowest
 * inertia wins (the earlier start on a tie). Centroids come in canonical order.
 *
 * Same rows and weights, same k, restarts and seed → the same bytes, in whatever order the rows are.
 * Throws NOT_COMPUTABLE where there are fewer distinct rows than clusters, or values are not finite.
 */
export function kMeans(input: KMeansInput): KMeansResult {
  const { dimensions, k, restarts, seed } = input;
  const rows = distinctRows(input.values, input.weights, dimensions);
  if (k > rows.count) {
    throw new WaymarkError(
      'NOT_COMPUTABLE',
      `${k} clusters need at least ${k} respondents with different scores; there are ${rows.count}.`,
      'Collect more interviews, or ask for fewer clusters.',
    );
  }
  const polished = Math.max(1, Math.min(restarts, Math.floor(POLISH_BUDGET / rows.count)));
  const fits = findStarts(rows, k, restarts, seed)
    .slice(0, polished)
    .map((start) => lloyd(rows, start, k));
  const best = fits.reduce((least, fit) => (fit.inertia < least.inertia ? fit : least));
  const ordered = settle(rows, best, k);
  return {
    centroids: ordered.centroids,
    inertia: ordered.inertia,
    iterations: best.iterations + ordered.iterations,
    converged: ordered.converged,
    repaired: best.repaired + ordered.repaired,
    distinct: rows.count,
  };
}

/** Puts centroids in canonical order and lets ties settle on it, until the order stands. */
function settle(rows: ReturnType<typeof distinctRows>, fit: LloydResult, k: number): LloydResult {
  let current = fit;
  for (let round = 0; round < 10; round += 1) {
    const ordered = orderCentroids(current.centroids, rows.dimensions);
    current = lloyd(rows, ordered, k);
    if (orderCentroids(current.centroids, rows.dimensions).every((v, i) => v === current.centroids[i])) break;
  }
  return current;
}
