import { nearestCentroids } from './nearest-centroids.ts';
import type { Scaling } from './standardise.ts';

/** Where a row lies: how far from its centroid, and how clearly inside its cluster. */
export interface PlacedRow {
  /** On the standardised scale. */
  readonly distance: number;
  /** 0 halfway to the next centroid, 1 on its own. */
  readonly separation01: number;
}

/**
 * Distance and separation of a row in the cluster it was given.
 *
 * @param row one value per dimension, in the units of the data.
 * @param centroids row-major k × dimensions, on the standardised scale.
 */
export function placeRow(
  row: Float64Array,
  label: number,
  centroids: Float64Array,
  { centres, scales }: Scaling,
): PlacedRow {
  const scaled = row.map((value, d) => (value - centres[d]!) / scales[d]!);
  const squares = scaled.reduce(
    (sum, value, d) => sum + (value - centroids[label * row.length + d]!) ** 2,
    0,
  );
  return { distance: Math.sqrt(squares), separation01: nearestCentroids(scaled, centroids).separation01 };
}
