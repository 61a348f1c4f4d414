import erfcinv from '@stdlib/math-base-special-erfcinv';

/** The z that a standard normal stays below with probability `p`, 0 < p < 1. As R's `qnorm`. */
export function normalQuantile(p: number): number {
  return -Math.SQRT2 * erfcinv(2 * p);
}
