import { tQuantile } from '../statistics/t-quantile.ts';
import { tUpperTail } from '../statistics/t-upper-tail.ts';
import { noComparison, type Comparison } from './comparison.ts';
import { logRatioInterval } from './log-ratio-interval.ts';

/** Respondents of an arm, their mean and their variance (divided by n − 1). */
export interface Mean {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

/**
 * An arm's mean against the control's: Welch's t test and interval, as R's `t.test`, with
 * Satterthwaite's degrees of freedom. Needs two respondents in each arm and some variation.
 *
 * @param confidence level of the intervals, e.g. 0.95
 */
export function twoMeans(arm: Mean, control: Mean, confidence: number): Comparison {
  if (arm.n === 0 || control.n === 0)
    return noComparison(
      `Nobody with a known outcome in ${arm.n === 0 ? 'this arm' : 'the control'}: there is nothing to compare.`,
    );
  const difference = arm.mean - control.mean;
  const lift = control.mean > 0 ? arm.mean / control.mean - 1 : null;
  if (arm.n < 2 || control.n < 2)
    return {
      ...noComparison('A standard error of a mean needs two respondents in each arm.'),
      difference,
      lift,
    };
  const armVariance = arm.variance / arm.n;
  const controlVariance = control.variance / control.n;
  const variance = armVariance + controlVariance;
  if (!(variance > 0))
    return { ...noComparison('The outcome does not vary within the arms: no test.'), difference, lift };
  const standardError = Math.sqrt(variance);
  const degreesOfFreedom =
    variance ** 2 / (armVariance ** 2 / (arm.n - 1) + controlVariance ** 2 / (control.n - 1));
  const quantile = tQuantile((1 + confidence) / 2, degreesOfFreedom);
  const statistic = difference / standardError;
  return {
    difference,
    standardError,
    interval: [difference - quantile * standardError, difference + quantile * standardError],
    newcombeInterval: null,
    statistic,
    degreesOfFreedom,
    pValue: 2 * tUpperTail(Math.abs(statistic), degreesOfFreedom),
    ...logRatioInterval(
      { value: arm.mean, variance: armVariance },
      { value: control.mean, variance: controlVariance },
      quantile,
    ),
  };
}
