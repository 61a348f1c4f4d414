import type { WeightedRows } from './weighted-rows.ts';

/** How far rows lie apart. */
export interface Spread {
  /** Weighted mean per dimension. */
  readonly centre: Float64Array;
  /** Σ weight × squared distance to the centre. */
  readonly squares: number;
  /** Weighted population variance, mean over the dimensions. */
  readonly variance: number;
}

/** Where the middle of the rows is, and how far they lie from it. */
export function spreadOf({ values, weights, count, dimensions }: WeightedRows): Spread {
  let total = 0;
  const centre = new Float64Array(dimensions);
  for (let row = 0, at = 0; row < count; row += 1) {
    const weight = weights[row]!;
    total += weight;
    for (let d = 0; d < dimensions; d += 1, at += 1) centre[d] = centre[d]! + weight * values[at]!;
  }
  for (let d = 0; d < dimensions; d += 1) centre[d] = centre[d]! / total;
  let squares = 0;
  for (let row = 0, at = 0; row < count; row += 1) {
    let sum = 0;
    for (let d = 0; d < dimensions; d += 1, at += 1) sum += (values[at]! - centre[d]!) ** 2;
    squares += weights[row]! * sum;
  }
  return { centre, squares, variance: squares / total / dimensions };
}
