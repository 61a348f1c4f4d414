/** Correlations from a covariance (k × k, row-major) whose variances are above 0. As R's `cov2cor`. */
export function correlationOf(covariance: Float64Array, size: number): Float64Array {
  return covariance.map((value, place) => {
    const [a, b] = [Math.floor(place / size), place % size];
    return a === b ? 1 : value / Math.sqrt(covariance[a * size + a]! * covariance[b * size + b]!);
  });
}
