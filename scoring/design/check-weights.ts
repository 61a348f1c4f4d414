import { WaymarkError } from '../../contracts/errors.ts';

/**
 * Counts the rows that have a weight above 0; all of them where there are no weights. Throws
 * `BAD_WEIGHT` for a negative or infinite one or a NaN, `NOT_COMPUTABLE` where none is above 0.
 */
export function checkWeights(weights: Float64Array | null, size: number): number {
  if (weights !== null && weights.length !== size)
    throw new WaymarkError('BAD_WEIGHT', `Expected ${size} weights, one a row; found ${weights.length}.`);
  let respondents = weights === null ? size : 0;
  for (let row = 0; weights !== null && row < size; row += 1) {
    const weight = weights[row]!;
    if (!(weight >= 0 && weight < Infinity))
      throw new WaymarkError(
        'BAD_WEIGHT',
        `Row ${row + 1} of the data: expected a weight of 0 or more; found ${weight}.`,
        'Correct the weight. 0 leaves the row out.',
      );
    if (weight > 0) respondents += 1;
  }
  if (respondents > 0) return respondents;
  throw new WaymarkError(
    'NOT_COMPUTABLE',
    size === 0 ? 'There are no rows to estimate from.' : 'No row has a weight above 0.',
    'Give every respondent a weight above 0.',
  );
}
