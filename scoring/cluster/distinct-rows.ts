import { WaymarkError } from '../../contracts/errors.ts';

/** Equal rows as one, with their weights added up; in the order of their values. */
export interface DistinctRows {
  /** Row-major, `count` × `dimensions`. */
  readonly values: Float64Array;
  readonly weights: Float64Array;
  readonly count: number;
  readonly dimensions: number;
}

/**
 * Collapses equal rows and sorts them by their values, so that what is computed from them is the
 * same bytes however the rows were ordered, and k-means visits each distinct profile once.
 * Throws NOT_COMPUTABLE for a value that is not finite or a weight that is not above 0.
 */
export function distinctRows(values: Float64Array, weights: Float64Array, dimensions: number): DistinctRows {
  if (!values.every(Number.isFinite) || !weights.every((weight) => weight > 0 && Number.isFinite(weight))) {
    throw new WaymarkError(
      'NOT_COMPUTABLE',
      'Clusters need finite scores and weights above 0.',
      'Leave respondents with missing scores out of the fit.',
    );
  }
  const compare = (a: number, b: number): number => {
    for (let d = 0; d < dimensions; d += 1) {
      const difference = values[a * dimensions + d]! - values[b * dimensions + d]!;
      if (difference !== 0) return difference;
    }
    return 0;
  };
  const order = Uint32Array.from(weights, (_, index) => index).sort(
    (a, b) => compare(a, b) || weights[a]! - weights[b]!,
  );
  const distinct = new Float64Array(values.length);
  const summed = new Float64Array(weights.length);
  let count = 0;
  order.forEach((row, place) => {
    if (place === 0 || compare(order[place - 1]!, row) !== 0) {
      distinct.set(values.subarray(row * dimensions, (row + 1) * dimensions), count * dimensions);
      count += 1;
    }
    summed[count - 1] = summed[count - 1]! + weights[row]!;
  });
  return {
    values: distinct.slice(0, count * dimensions),
    weights: summed.slice(0, count),
    count,
    dimensions,
  };
}
