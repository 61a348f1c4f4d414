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
 * it is as good as a random sample. 0 and −0 are equal. What is given stays as it is.
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
  requireUsable(values, weights);
  const { order, starts } = hashOrder(values, weights, dimensions);
  const count = starts.length - 1;
  const distinct = numbers(count * dimensions, shared);
  for (let group = 0, to = 0; group < count; group += 1) {
    const from = order[starts[group]!]! * dimensions;
    for (let d = 0; d < dimensions; d += 1, to += 1) distinct[to] = values[from + d]! + 0;
  }
  return {
    values: distinct,
    weights: sums(weights, order, starts, shared),
    count,
    dimensions,
    order,
    starts,
  };
}

/**
 * As `distinctRows`, in the memory of `values` itself, which is written over: for many rows, of which
 * there should be no second copy. Shared where `values` is.
 */
export function collapseRows(values: Float64Array, weights: Float64Array, dimensions: number): DistinctRows {
  requireUsable(values, weights);
  const { order, starts } = hashOrder(values, weights, dimensions);
  permuteRows(values, order, dimensions);
  const count = starts.length - 1;
  for (let group = 0, to = 0; group < count; group += 1) {
    const from = starts[group]! * dimensions;
    for (let d = 0; d < dimensions; d += 1, to += 1) values[to] = values[from + d]! + 0;
  }
  const shared = values.buffer instanceof SharedArrayBuffer;
  return {
    values: values.subarray(0, count * dimensions),
    weights: sums(weights, order, starts, shared),
    count,
    dimensions,
    order,
    starts,
  };
}

/** Puts row `order[place]` at each place, along the cycles of the permutation. */
function permuteRows(values: Float64Array, order: Uint32Array, dimensions: number): void {
  const done = new Uint8Array(order.length);
  const kept = new Float64Array(dimensions);
  for (let first = 0; first < order.length; first += 1) {
    if (done[first] === 1) continue;
    for (let d = 0; d < dimensions; d += 1) kept[d] = values[first * dimensions + d]!;
    let place = first;
    for (let from = order[place]!; from !== first; from = order[place]!) {
      for (let d = 0; d < dimensions; d += 1) values[place * dimensions + d] = values[from * dimensions + d]!;
      done[place] = 1;
      place = from;
    }
    done[place] = 1;
    for (let d = 0; d < dimensions; d += 1) values[place * dimensions + d] = kept[d]!;
  }
}

/** Weight of each run of equal rows. */
function sums(weights: Float64Array, order: Uint32Array, starts: Uint32Array, shared: boolean): Float64Array {
  const summed = numbers(starts.length - 1, shared);
  for (let group = 0; group < summed.length; group += 1) {
    let sum = 0;
    for (let place = starts[group]!; place < starts[group + 1]!; place += 1) sum += weights[order[place]!]!;
    summed[group] = sum;
  }
  return summed;
}

const numbers = (length: number, shared: boolean): Float64Array =>
  shared
    ? new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT))
    : new Float64Array(length);

function requireUsable(values: Float64Array, weights: Float64Array): void {
  // A sum of finite numbers times 0 is 0; one NaN or infinity among them makes it NaN.
  let sum = 0;
  for (let place = 0; place < values.length; place += 1) sum += values[place]! * 0;
  if (sum === 0 && weights.every((weight) => weight > 0 && weight < Infinity)) return;
  throw new WaymarkError(
    'NOT_COMPUTABLE',
    'Clusters need finite scores and weights above 0.',
    'Leave respondents with missing scores out of the fit.',
  );
}
