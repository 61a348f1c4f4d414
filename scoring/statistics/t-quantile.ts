import betaincinv from '@stdlib/math-base-special-betaincinv';
import { normalQuantile } from './normal-quantile.ts';

/**
 * The t that Student's t stays below with probability `p`, 0 < p < 1; infinite degrees of freedom are
 * the normal. As R's `qt(p, df)`.
 */
export function tQuantile(p: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom === Infinity) return normalQuantile(p);
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  // Near the middle the share 1 − 2·tail is the small one; further out 2·tail is.
  const near = 2 * tail > 0.5;
  const y = near
    ? betaincinv(1 - 2 * tail, 0.5, degreesOfFreedom / 2)
    : betaincinv(2 * tail, degreesOfFreedom / 2, 0.5);
  const size = near
    ? Math.sqrt((degreesOfFreedom * y) / (1 - y))
    : Math.sqrt((degreesOfFreedom * (1 - y)) / y);
  return p < 0.5 ? -size : size;
}
