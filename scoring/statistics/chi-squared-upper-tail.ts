import gammainc from '@stdlib/math-base-special-gammainc';

/**
 * P(X ≥ x) of a χ² distribution: the regularised upper incomplete gamma Q(df/2, x/2), computed as
 * an upper tail, so that small p-values keep their digits.
 *
 * Example: `chiSquaredUpperTail(161.13, 4)` is 8.37e-34, where 1 − cdf would be 0.
 */
export function chiSquaredUpperTail(x: number, degreesOfFreedom: number): number {
  if (x <= 0) return 1;
  return gammainc(x / 2, degreesOfFreedom / 2, true, true);
}
