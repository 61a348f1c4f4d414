import { domainDegreesOfFreedom } from '../design/domain-degrees-of-freedom.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { logitInterval } from '../statistics/logit-interval.ts';
import { tQuantile } from '../statistics/t-quantile.ts';
import { tUpperTail } from '../statistics/t-upper-tail.ts';
import type { Interval } from '../statistics/wilson-interval.ts';
import type { ArmFigures } from './compare-plainly.ts';
import { noComparison, type Comparison } from './comparison.ts';
import type { DesignMeans } from './design-means.ts';
import type { ExperimentData } from './experiment-data.ts';
import { logRatioInterval } from './log-ratio-interval.ts';

/**
 * The arms of one segment, the control first, over weights, strata and PSUs: linearised standard errors
 * and t with the degrees of freedom of the two arms' PSUs. Where whole PSUs were assigned to arms
 * (villages, centres), this is the comparison to use.
 */
export function compareByDesign(
  data: ExperimentData,
  design: SurveyDesign,
  { means, covariance, inDomain, segmentCount, reason }: DesignMeans,
  segment: number,
): ArmFigures[] {
  const { arms, armNames, segments, measure, confidence } = data;
  // A difference of shares lies between −1 and 1.
  const limit = measure === 'share' ? 1 : Infinity;
  const size = means.length;
  const cellOf = (arm: number): number => arm * segmentCount + segment;
  const degreesOf = (one: number, other: number): number =>
    domainDegreesOfFreedom(
      design,
      inDomain.map((isIn, row) =>
        Number(
          isIn === 1 &&
            (arms[row] === one || arms[row] === other) &&
            (segmentCount === 1 || segments === null || segments[row] === segment),
        ),
      ),
    );
  const varianceOf = (one: number, other: number): number => covariance[one * size + other]!;
  const control = cellOf(0);

  const compare = (arm: number): Comparison => {
    const cell = cellOf(arm);
    const value = means[cell] ?? null;
    const base = means[control] ?? null;
    if (value === null || base === null)
      return noComparison(
        `Nobody with a known outcome in ${value === null ? 'this arm' : 'the control'}: there is nothing to compare.`,
      );
    const difference = value - base;
    const lift = base > 0 ? value / base - 1 : null;
    const variance = varianceOf(cell, cell) + varianceOf(control, control) - 2 * varianceOf(cell, control);
    const degreesOfFreedom = degreesOf(arm, 0);
    if (reason !== undefined || !(variance > 0) || degreesOfFreedom <= 0)
      return {
        ...noComparison(
          reason ??
            (degreesOfFreedom <= 0
              ? 'Too few PSUs in these two arms for a standard error.'
              : 'The outcome does not vary over the PSUs: no test.'),
        ),
        difference,
        lift,
      };
    const standardError = Math.sqrt(variance);
    const quantile = tQuantile((1 + confidence) / 2, degreesOfFreedom);
    const statistic = difference / standardError;
    return {
      difference,
      standardError,
      interval: [
        Math.max(-limit, difference - quantile * standardError),
        Math.min(limit, difference + quantile * standardError),
      ],
      newcombeInterval: null,
      statistic,
      degreesOfFreedom,
      pValue: 2 * tUpperTail(Math.abs(statistic), degreesOfFreedom),
      ...logRatioInterval(
        { value, variance: varianceOf(cell, cell) },
        { value: base, variance: varianceOf(control, control) },
        quantile,
        varianceOf(cell, control),
      ),
    };
  };

  return armNames.map((_, arm) => {
    const rate = means[cellOf(arm)] ?? null;
    const variance = varianceOf(cellOf(arm), cellOf(arm));
    const degrees = degreesOf(arm, arm);
    const hasInterval = rate !== null && reason === undefined && degrees > 0 && variance > 0;
    return {
      rate,
      rateInterval: hasInterval
        ? rateInterval(rate, Math.sqrt(variance), tQuantile((1 + confidence) / 2, degrees), measure)
        : null,
      comparison: arm === 0 ? null : compare(arm),
    };
  });
}

/** On the log-odds scale for a share, as R's `svyciprop`; symmetric for a mean, or a share of 0 or 1. */
function rateInterval(
  rate: number,
  standardError: number,
  quantile: number,
  measure: 'share' | 'mean',
): Interval {
  return measure === 'share' && rate > 0 && rate < 1
    ? logitInterval(rate, standardError, quantile)
    : [rate - quantile * standardError, rate + quantile * standardError];
}
