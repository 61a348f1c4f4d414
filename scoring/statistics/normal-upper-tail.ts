import erfc from '@stdlib/math-base-special-erfc';

/** P(Z ≥ z) of a standard normal. As R's `pnorm(z, lower.tail = FALSE)`. */
export function normalUpperTail(z: number): number {
  return erfc(z / Math.SQRT2) / 2;
}
