/**
 * Correlation of an item with the sum of the others (corrected item–total correlation), from a covariance
 * (k × k, row-major). Null where the others do not vary. As `r.drop` of R's `psych::alpha`.
 */
export function itemRestCorrelation(covariance: Float64Array, size: number, item: number): number | null {
  let shared = 0;
  let rest = 0;
  let trace = 0;
  for (let a = 0; a < size; a += 1) {
    if (a === item) continue;
    shared += covariance[item * size + a]!;
    trace += covariance[a * size + a]!;
    for (let b = 0; b < size; b += 1) if (b !== item) rest += covariance[a * size + b]!;
  }
  return rest > trace * 1e-12 ? shared / Math.sqrt(covariance[item * size + item]! * rest) : null;
}
