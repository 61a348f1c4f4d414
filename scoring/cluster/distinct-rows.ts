import { WaymarkError } from '../../contracts/errors.ts';
import { hashOrder } from './hash-order.ts';

/** Equal rows as one, with their weights added up, in an order that depends on their values alone. */
export interface DistinctRows {
  /** Row-major, `count` × `dimensions`. */
  readonly values: Float64Array;
  readonly weights: Float64Array;
  readonly count: number;
  readonly dimensions: number;
  /** Every row that was given, equal ones side by side. */
  readonly order: Uint32Array;
  /** Where each distinct row starts in `order`; one more at the end. */
  readonly starts: Uint32Array;
}

/**
 * Collapses equal rows. The order of the distinct rows comes from a hash of their values: what is
 * computed from them in this order is the same bytes however the rows were ordered, and any stretch of
 * it is as good as a random sample. 0 and −0 are equal.
 *
 * @param values row-major rows × dimensions.
 * @param shared whether threads will read the result (`SharedArrayBuffer`).
 *
 * Throws NOT_COMPUTABLE for a value that is not finite or a weight that is not above 0.
 */
export function distinctRows(
  values: Float64Array,
  weights: Float64Array,
  dimensions: number,
  shared = false,
): DistinctRows {
  if (!areUsable(values, weights)) {
    throw new WaymarkError(
      'NOT_COMPUTABLE',
      'Clusters need finite scores and weights above 0.',
      'Leave respondents with missing scores out of the fit.',
    );
  }
  const { order, starts } = hashOrder(values, weights, dimensions);
  const count = starts.length - 1;
  const make = (length: number) =>
    shared
      ? new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT))
      : new Float64Array(length);
  const distinct = make(count * dimensions);
  const summed = make(count);
  for (let group = 0; group < count; group += 1) {
    const from = order[starts[group]!]! * dimensions;
    for (let d = 0; d < dimensions; d += 1) distinct[group * dimensions + d] = values[from + d]! + 0;
    let sum = 0;
    for (let place = starts[group]!; place < starts[group + 1]!; place += 1) sum += weights[order[place]!]!;
    summed[group] = sum;
  }
  return { values: distinct, weights: summed, count, dimensions, order, starts };
}

function areUsable(values: Float64Array, weights: Float64Array): boolean {
  // A sum of finite numbers times 0 is 0; one NaN or infinity among them makes it NaN.
  let sum = 0;
  for (let place = 0; place < values.length; place += 1) sum += values[place]! * 0;
  return sum === 0 && weights.every((weight) => weight > 0 && weight < Infinity);
}
