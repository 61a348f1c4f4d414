import { nearestCentroids } from './nearest-centroids.ts';

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
 * @param row one value per dimension, on the standardised scale.
 * @param centroids row-major k × dimensions, on the same scale.
 */
export function placeRow(row: Float64Array, label: number, centroids: Float64Array): PlacedRow {
  const squares = row.reduce((sum, value, d) => sum + (value - centroids[label * row.length + d]!) ** 2, 0);
  return { distance: Math.sqrt(squares), separation01: nearestCentroids(row, centroids).separation01 };
}
