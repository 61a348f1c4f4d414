import { WaymarkError } from '../../contracts/errors.ts';
import { distinctRows, type DistinctRows } from './distinct-rows.ts';
import { distinctStarts } from './distinct-starts.ts';
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

/** Different starts that are tried on all rows. The best on a sample is not always the best on all. */
const CANDIDATES = 6;
/** Iterations on all rows that tell the candidates apart; the best goes on to the end. */
const TRIAL_ITERATIONS = 5;
/** Distinct rows up to which every start goes on to the end. */
const SMALL = 5000;

/**
 * Weighted, seeded k-means with restarts. ml-kmeans finds starts on a sample (`findStarts`); weighted
 * Lloyd iterations on all distinct rows (`lloyd`) polish them. Up to 5,000 distinct rows every start is
 * polished; above, the best six that differ are tried for five iterations and the best of those goes on
 * until nothing changes. The lowest inertia wins (the earlier start on a tie).
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
  const starts = findStarts(rows, k, restarts, seed);
  const fits =
    rows.count <= SMALL
      ? starts.map((start) => lloyd(rows, start, k))
      : distinctStarts(starts, dimensions)
          .slice(0, CANDIDATES)
          .map((start) => lloyd(rows, start, k, TRIAL_ITERATIONS));
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
function settle(rows: DistinctRows, fit: LloydResult, k: number): LloydResult {
  let current = fit;
  for (let round = 0; round < 10; round += 1) {
    const ordered = orderCentroids(current.centroids, rows.dimensions);
    current = lloyd(rows, ordered, k);
    if (orderCentroids(current.centroids, rows.dimensions).every((v, i) => v === current.centroids[i])) break;
  }
  return current;
}
