/** The nearest centroid of a row, and how clearly it is the nearest. */
export interface NearestCentroids {
  /** −1 where fewer than half of the row's values are there. */
  readonly label: number;
  /**
   * 0–1: how much nearer the own centroid is than the next, (d₂ − d₁)/d₂ in distance. 0 halfway
   * between two, 1 on the centroid. NaN without a label.
   */
  readonly separation01: number;
}

/**
 * Finds the nearest centroid by mean squared distance over the values a row has; the lower label on a
 * tie. At least half of the values must be there.
 *
 * @param row one value per dimension; NaN is absent.
 * @param centroids row-major k × dimensions, k ≥ 2.
 */
export function nearestCentroids(row: Float64Array, centroids: Float64Array): NearestCentroids {
  const dimensions = row.length;
  let present = 0;
  for (const value of row) if (!Number.isNaN(value)) present += 1;
  if (present * 2 < dimensions || present === 0) return { label: -1, separation01: Number.NaN };
  let best = Infinity;
  let second = Infinity;
  let label = -1;
  for (let from = 0, cluster = 0; from < centroids.length; from += dimensions, cluster += 1) {
    let sum = 0;
    for (let d = 0; d < dimensions; d += 1) {
      const difference = row[d]! - centroids[from + d]!;
      if (!Number.isNaN(difference)) sum += difference * difference;
    }
    const distance = sum / present;
    if (distance < best) {
      second = best;
      best = distance;
      label = cluster;
    } else if (distance < second) second = distance;
  }
  return { label, separation01: second === 0 ? 0 : 1 - Math.sqrt(best / second) };
}
