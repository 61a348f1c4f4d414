import { WaymarkError } from '../../contracts/errors.ts';
import { distinctRows } from './distinct-rows.ts';
import { kMeansSteps, runParts } from './k-means-steps.ts';

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

/**
 * Weighted, seeded k-means with restarts; how, is said at `kMeansSteps`. In one go and one thread:
 * for large data, threads, progress and cancelling see `clusterRows`.
 *
 * Same rows and weights, same k, restarts and seed → the same bytes, in whatever order the rows are.
 * Throws NOT_COMPUTABLE where there are fewer distinct rows than clusters, or values are not finite.
 */
export function kMeans(input: KMeansInput): KMeansResult {
  const rows = distinctRows(input.values, input.weights, input.dimensions);
  requireDistinct(rows.count, input.k);
  const { centroids, inertia, iterations, converged, repaired } = runParts(kMeansSteps(rows, input));
  return { centroids, inertia, iterations, converged, repaired, distinct: rows.count };
}

/** Throws NOT_COMPUTABLE where there are fewer distinct rows than clusters. */
export function requireDistinct(distinct: number, k: number): void {
  if (k <= distinct) return;
  throw new WaymarkError(
    'NOT_COMPUTABLE',
    `${k} clusters need at least ${k} respondents with different scores; there are ${distinct}.`,
    'Collect more interviews, or ask for fewer clusters.',
  );
}
