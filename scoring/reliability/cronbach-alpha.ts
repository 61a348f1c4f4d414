/**
 * Cronbach's alpha k/(k − 1) · (1 − Σ variances / variance of the sum) from a covariance (k × k, row-major);
 * of correlations it is the standardised alpha. Null for fewer than two items, or a sum that does not vary.
 * Source: Cronbach (1951); as R's `psych::alpha` and `survey::svycralpha`.
 *
 * @param without item to leave out
 */
export function cronbachAlpha(covariance: Float64Array, size: number, without = -1): number | null {
  const count = without < 0 ? size : size - 1;
  if (count < 2) return null;
  let trace = 0;
  let total = 0;
  for (let a = 0; a < size; a += 1) {
    if (a === without) continue;
    trace += covariance[a * size + a]!;
    for (let b = 0; b < size; b += 1) if (b !== without) total += covariance[a * size + b]!;
  }
  return total > trace * 1e-12 ? (count / (count - 1)) * (1 - trace / total) : null;
}
