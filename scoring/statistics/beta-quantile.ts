import betaincinv from '@stdlib/math-base-special-betaincinv';

/** The x that a beta(a, b) stays below with probability `p`; a, b > 0. As R's `qbeta(p, a, b)`. */
export function betaQuantile(p: number, a: number, b: number): number {
  return betaincinv(p, a, b);
}
