/** A matrix F with F·Fᵀ the covariance: `size` rows, `rank` columns, row-major. */
export interface Factor {
  readonly size: number;
  readonly rank: number;
  readonly values: Float64Array;
}

/** Pivots below this part of the largest variance are rounding. */
const RELATIVE_TOLERANCE = 1e-10;

/**
 * Factors a covariance that may be singular, as it is where there are fewer PSUs than cells: Cholesky
 * with complete pivoting, ended where nothing is left.
 *
 * Source: Higham, Accuracy and Stability of Numerical Algorithms (2002), 10.3.
 *
 * @param covariance size × size, row-major, symmetric, positive semi-definite.
 */
export function factorCovariance(covariance: Float64Array, size: number): Factor {
  const remaining = Float64Array.from({ length: size }, (_, index) => covariance[index * size + index]!);
  const largest = remaining.reduce((most, value) => Math.max(most, value), 0);
  const columns: Float64Array[] = [];
  while (columns.length < size) {
    let pivot = 0;
    for (let index = 1; index < size; index += 1) if (remaining[index]! > remaining[pivot]!) pivot = index;
    if (!(remaining[pivot]! > RELATIVE_TOLERANCE * largest)) break;
    const root = Math.sqrt(remaining[pivot]!);
    const column = new Float64Array(size);
    for (let index = 0; index < size; index += 1) {
      let value = covariance[index * size + pivot]!;
      for (const before of columns) value -= before[index]! * before[pivot]!;
      column[index] = value / root;
    }
    for (let index = 0; index < size; index += 1) remaining[index] = remaining[index]! - column[index]! ** 2;
    remaining[pivot] = 0;
    columns.push(column);
  }
  const rank = columns.length;
  const values = new Float64Array(size * rank);
  columns.forEach((column, place) => {
    column.forEach((value, index) => {
      values[index * rank + place] = value;
    });
  });
  return { size, rank, values };
}
