import type { WeightedRows } from './weighted-rows.ts';

/**
 * Draws rows in proportion to their weight (systematic sampling from a seeded start). A row drawn more
 * than once weighs that many draws. At least `minimum` rows that differ are in it.
 *
 * @param offset01 where in the first step the draw starts.
 */
export function sampleRows(
  rows: WeightedRows,
  draws: number,
  minimum: number,
  offset01: number,
): WeightedRows {
  const { values, weights, count, dimensions } = rows;
  const step = weights.reduce((sum, weight) => sum + weight, 0) / draws;
  const drawn = new Uint32Array(count);
  let reached = 0;
  let next = offset01 * step;
  let distinct = 0;
  for (let row = 0; row < count; row += 1) {
    reached += weights[row]!;
    for (; next < reached; next += step) drawn[row] = drawn[row]! + 1;
    if (drawn[row]! > 0) distinct += 1;
  }
  for (let row = 0; distinct < minimum; row += 1) {
    if (drawn[row]! > 0) continue;
    drawn[row] = 1;
    distinct += 1;
  }
  const sample = new Float64Array(distinct * dimensions);
  const sampleWeights = new Float64Array(distinct);
  let place = 0;
  for (let row = 0; row < count; row += 1) {
    if (drawn[row] === 0) continue;
    sample.set(values.subarray(row * dimensions, (row + 1) * dimensions), place * dimensions);
    sampleWeights[place] = drawn[row]!;
    place += 1;
  }
  return { values: sample, weights: sampleWeights, count: distinct, dimensions };
}
