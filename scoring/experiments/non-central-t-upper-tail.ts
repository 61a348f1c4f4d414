import betainc from '@stdlib/math-base-special-betainc';
import { normalUpperTail } from '../statistics/normal-upper-tail.ts';

/** Beyond this the series starts below the smallest number; the normal approximation is right to many digits. */
const LARGEST_FOR_SERIES = 37;

/**
 * P(T ≥ t) of a non-central t, t ≥ 0 and ncp ≥ 0. Lenth's series (1989, algorithm AS 243) with each
 * incomplete beta worked out afresh; beyond it the normal approximation of Abramowitz & Stegun 26.7.10. As
 * R's `pt(t, df, ncp, lower.tail = FALSE)`, to about 1e-10 absolute.
 */
export function nonCentralTUpperTail(t: number, degreesOfFreedom: number, ncp: number): number {
  if (ncp > LARGEST_FOR_SERIES) {
    const quarter = 1 / (4 * degreesOfFreedom);
    return normalUpperTail((t * (1 - quarter) - ncp) / Math.sqrt(1 + 2 * t * t * quarter));
  }
  const x = (t * t) / (t * t + degreesOfFreedom);
  const b = degreesOfFreedom / 2;
  const half = (ncp * ncp) / 2;
  let p = Math.exp(-half) / 2;
  let q = (Math.SQRT2 / Math.sqrt(Math.PI)) * p * ncp;
  let rest = 0.5 - p;
  let below = normalUpperTail(ncp);
  for (let k = 0; k < 5000; k += 1) {
    if (k > 0) {
      p *= half / k;
      q *= half / (k + 0.5);
      rest -= p;
    }
    below += p * betainc(x, k + 0.5, b) + q * betainc(x, k + 1, b);
    if (k > half && rest < 1e-15) break;
    if (k > half && p + q < 1e-17) break;
  }
  return Math.max(0, 1 - below);
}
