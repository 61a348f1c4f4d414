import type { Interval } from './wilson-interval.ts';

/**
 * Interval of a proportion above 0 and below 1 on the scale of its log odds: logit(p) ± quantile ·
 * SE/(p(1 − p)). As R's `svyciprop(method = "logit")`, with t's quantile.
 */
export function logitInterval(proportion: number, standardError: number, quantile: number): Interval {
  const middle = Math.log(proportion / (1 - proportion));
  const half = (quantile * standardError) / (proportion * (1 - proportion));
  const share = (logit: number): number => 1 / (1 + Math.exp(-logit));
  return [share(middle - half), share(middle + half)];
}
