import { NO_FREEDOM } from '../statistics/proportion-interval.ts';
import { tQuantile } from '../statistics/t-quantile.ts';
import { answeredInDomain } from './answered-in-domain.ts';
import { countDomain } from './count-domain.ts';
import type { EstimateOptions, Uncertainty } from './estimate-options.ts';
import { linearisedCovariance } from './linearised-covariance.ts';
import { noVariance } from './no-variance.ts';
import type { SurveyDesign } from './survey-design.ts';
import { weightedQuantiles } from './weighted-quantiles.ts';

export interface QuantileEstimate extends Uncertainty {
  /** Null where nobody answered. */
  readonly estimate: number | null;
}

/**
 * Weighted quantile: the smallest value that at least `share` of the weight does not exceed, with
 * Woodruff's interval, as R's `svyquantile(qrule = "math", interval.type = "mean")` of survey 4.1: the
 * t interval of the share at or below the quantile, carried back to values. The standard error is its
 * width over 2t. Two differences: R takes the second value where even the first exceeds the share; and
 * sums that differ by rounding alone count as equal here.
 *
 * @param share 0 to 1: 0.5 is the median.
 * @param values one per row; NaN: no answer. Throws `BAD_NUMBER` for infinities.
 */
export function estimateQuantile(
  design: SurveyDesign,
  values: Float64Array,
  share: number,
  options: EstimateOptions,
): QuantileEstimate {
  const isIn = answeredInDomain(design, values, options.inDomain);
  const { psus, strata } = countDomain(design, isIn);
  if (psus === 0) return { estimate: null, ...nothing(noVariance(psus) ?? '') };
  const { quantileAt, sumWeights } = weightedQuantiles(values, design.weights, isIn);
  const quantile = quantileAt(share);
  const without = noVariance(psus);
  if (without !== null) return { estimate: quantile, ...nothing(without) };

  let below = 0;
  for (let row = 0; row < design.size; row += 1)
    if (isIn[row] === 1 && values[row]! <= quantile) below += design.weights[row]!;
  const proportion = below / sumWeights;
  const influence = design.weights.map((weight, row) =>
    isIn[row] === 1 ? (weight * (Number(values[row]! <= quantile) - proportion)) / sumWeights : 0,
  );
  const { covariance, reason } = linearisedCovariance(design, [influence], isIn);
  if (reason !== undefined) return { estimate: quantile, ...nothing(reason) };
  if (psus - strata < 1) return { estimate: quantile, ...nothing(NO_FREEDOM) };
  const t = tQuantile((1 + options.confidence) / 2, psus - strata);
  const half = t * Math.sqrt(covariance[0]!);
  if (proportion - half < 0 || proportion + half > 1)
    return { estimate: quantile, ...nothing('There are too few respondents beyond this quantile for an interval.') };
  const interval = [quantileAt(proportion - half), quantileAt(proportion + half)] as const;
  return { estimate: quantile, interval, standardError: (interval[1] - interval[0]) / (2 * t) };
}

const nothing = (reason: string): Uncertainty => ({ standardError: null, interval: null, reason });
