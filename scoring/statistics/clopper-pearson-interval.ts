import { betaQuantile } from './beta-quantile.ts';
import type { Interval } from './wilson-interval.ts';

/**
 * Clopper and Pearson's interval from beta quantiles; `size` need not be whole. Exact for plain counts;
 * with an effective size it is Korn and Graubard's (1998). As statsmodels' `method="beta"`.
 *
 * Example: `clopperPearsonInterval(15 / 50, 50, 0.95)` is 0.178618–0.446082.
 */
export function clopperPearsonInterval(proportion: number, size: number, confidence: number): Interval {
  const tail = (1 - confidence) / 2;
  const yes = size * proportion;
  const no = size * (1 - proportion);
  return [yes > 0 ? betaQuantile(tail, yes, no + 1) : 0, no > 0 ? betaQuantile(1 - tail, yes + 1, no) : 1];
}
