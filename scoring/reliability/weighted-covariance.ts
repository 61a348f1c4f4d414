export interface Moments {
  readonly means: Float64Array;
  /** k × k, row-major. */
  readonly covariance: Float64Array;
}

/**
 * Means and covariance of columns without missing values. Without weights with n − 1 below the line; with
 * weights, p = w/Σw: Σ p (x − x̄)(y − ȳ) / (1 − Σp²), as R's `cov.wt(method = "unbiased")`; equal weights
 * give the same as none.
 *
 * @param rows rows to take
 */
export function weightedCovariance(
  columns: readonly Float64Array[],
  rows: Uint32Array,
  weights: Float64Array | null,
): Moments {
  const weightOf = (row: number): number => (weights === null ? 1 : weights[row]!);
  let sum = 0;
  let squares = 0;
  for (const row of rows) {
    sum += weightOf(row);
    squares += weightOf(row) ** 2;
  }
  const means = Float64Array.from(columns, (column) => {
    let total = 0;
    for (const row of rows) total += weightOf(row) * column[row]!;
    return total / sum;
  });
  const size = columns.length;
  const divisor = sum - squares / sum;
  const covariance = new Float64Array(size * size);
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b <= a; b += 1) {
      const [one, other] = [columns[a]!, columns[b]!];
      let total = 0;
      for (const row of rows) total += weightOf(row) * (one[row]! - means[a]!) * (other[row]! - means[b]!);
      covariance[a * size + b] = total / divisor;
      covariance[b * size + a] = total / divisor;
    }
  }
  return { means, covariance };
}
