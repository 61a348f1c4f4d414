import { normalQuantile } from '../statistics/normal-quantile.ts';
import { twoProportionTest } from '../statistics/two-proportion-test.ts';
import { noComparison, type Comparison } from './comparison.ts';
import { logRatioInterval } from './log-ratio-interval.ts';
import { newcombeInterval } from './newcombe-interval.ts';
import type { Share } from './share.ts';

/**
 * An arm's share against the control's.
 *
 * - p-value: the pooled z test, as R's `prop.test(correct = FALSE)`, whose χ² is z².
 * - interval: Wald's, with the two variances apart, as `prop.test` gives it, cut at −1 and 1. Where both
 *   variances are 0 it would have no width and is null; Newcombe's (1998, method 10) stands beside it.
 * - lift: arm over control, minus 1, with Katz's interval on the log scale.
 *
 * @param confidence level of the intervals, e.g. 0.95
 */
export function twoProportions(arm: Share, control: Share, confidence: number): Comparison {
  if (arm.n === 0 || control.n === 0)
    return noComparison(
      `Nobody with a known outcome in ${arm.n === 0 ? 'this arm' : 'the control'}: there is nothing to compare.`,
    );
  const z = normalQuantile((1 + confidence) / 2);
  const p = arm.successes / arm.n;
  const q = control.successes / control.n;
  const difference = p - q;
  const armVariance = (p * (1 - p)) / arm.n;
  const controlVariance = (q * (1 - q)) / control.n;
  const standardError = Math.sqrt(armVariance + controlVariance);
  const test = twoProportionTest(arm.successes, arm.n, control.successes, control.n);
  const flat = standardError === 0;
  return {
    difference,
    standardError: flat ? null : standardError,
    interval: flat
      ? null
      : [Math.max(-1, difference - z * standardError), Math.min(1, difference + z * standardError)],
    newcombeInterval: newcombeInterval(arm, control, confidence),
    statistic: test === null ? null : test.z,
    degreesOfFreedom: null,
    pValue: test === null ? null : test.pValue,
    ...logRatioInterval({ value: p, variance: armVariance }, { value: q, variance: controlVariance }, z),
    ...(flat
      ? {
          reason:
            test === null
              ? `${p === 0 ? 'Nobody' : 'Everybody'} has the outcome in both arms: no standard error and no test.`
              : 'Everybody has the outcome in one arm and nobody in the other: no standard error.',
        }
      : {}),
  };
}
