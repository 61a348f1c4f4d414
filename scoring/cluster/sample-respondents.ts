import type { DistinctRows } from './distinct-rows.ts';

/** Single respondents, equal ones apart, for figures that compare pairs. */
export interface Respondents {
  /** Row-major, one row per respondent. */
  readonly values: Float64Array;
  readonly weights: Float64Array;
  readonly dimensions: number;
  /** The distinct row each one has. */
  readonly groups: Uint32Array;
}

/**
 * All respondents, or, where there are more than `limit`, that many drawn with equal probability
 * (systematically, in the order of the distinct rows). Each keeps her weight.
 *
 * @param weights of the respondents as they were given to `distinctRows`.
 */
export function sampleRespondents(
  rows: DistinctRows,
  weights: Float64Array,
  limit: number,
  offset01: number,
): Respondents {
  const { order, starts, dimensions } = rows;
  const size = Math.min(order.length, limit);
  const values = new Float64Array(size * dimensions);
  const drawn = new Float64Array(size);
  const groups = new Uint32Array(size);
  let group = 0;
  for (let index = 0; index < size; index += 1) {
    const place = size === order.length ? index : Math.floor(((index + offset01) * order.length) / size);
    while (starts[group + 1]! <= place) group += 1;
    values.set(rows.values.subarray(group * dimensions, (group + 1) * dimensions), index * dimensions);
    drawn[index] = weights[order[place]!]!;
    groups[index] = group;
  }
  return { values, weights: drawn, dimensions, groups };
}
