import { normalUpperTail } from './normal-upper-tail.ts';

export interface TwoProportionTest {
  /** First share minus the second. */
  readonly difference: number;
  /** Of the difference where both shares are equal (pooled). */
  readonly standardError: number;
  /** Difference over its standard error. */
  readonly z: number;
  /** Two-sided. */
  readonly pValue: number;
}

/**
 * Pooled z test of two independent shares, without continuity correction, as R's
 * `prop.test(correct = FALSE)` (its χ² is z²) and SPSS's column proportions test. Null where a base is
 * empty, or where all or none answered so, which leaves nothing to test.
 *
 * @param first, second how many of the base answered so (0 ≤ count ≤ base)
 */
export function twoProportionTest(
  first: number,
  firstBase: number,
  second: number,
  secondBase: number,
): TwoProportionTest | null {
  if (!(firstBase > 0) || !(secondBase > 0)) return null;
  const pooled = (first + second) / (firstBase + secondBase);
  if (!(pooled > 0) || !(pooled < 1)) return null;
  const difference = first / firstBase - second / secondBase;
  const standardError = Math.sqrt(pooled * (1 - pooled) * (1 / firstBase + 1 / secondBase));
  const z = difference / standardError;
  return { difference, standardError, z, pValue: Math.min(1, 2 * normalUpperTail(Math.abs(z))) };
}
