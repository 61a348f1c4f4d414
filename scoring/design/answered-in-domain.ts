import { WaymarkError } from '../../contracts/errors.ts';
import type { SurveyDesign } from './survey-design.ts';

/** Values up to here have squares that can be weighted, summed and squared again. */
export const LARGEST_NUMBER = 1e120;

/**
 * Marks with 1 the rows that have a weight, a value (not NaN) and lie in the domain, if one is given.
 * Throws `BAD_NUMBER` for an infinite value, and for one whose square would be.
 */
export function answeredInDomain(
  design: SurveyDesign,
  values: Float64Array,
  inDomain?: Uint8Array,
): Uint8Array {
  const isIn = new Uint8Array(design.size);
  for (let row = 0; row < design.size; row += 1) {
    const value = values[row]!;
    if (Math.abs(value) > LARGEST_NUMBER)
      throw new WaymarkError(
        'BAD_NUMBER',
        `Row ${row + 1} of the data: expected a number between −10¹²⁰ and 10¹²⁰; found ${value}.`,
        'Correct the value, or leave it blank.',
      );
    const isThere = !Number.isNaN(value) && design.weights[row]! > 0;
    isIn[row] = isThere && (inDomain === undefined || inDomain[row] === 1) ? 1 : 0;
  }
  return isIn;
}
