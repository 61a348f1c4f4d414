import { NO_FREEDOM } from '../statistics/proportion-interval.ts';
import { tQuantile } from '../statistics/t-quantile.ts';
import { answeredInDomain } from './answered-in-domain.ts';
import { countDomain } from './count-domain.ts';
import type { EstimateOptions, Uncertainty } from './estimate-options.ts';
import { linearisedCovariance } from './linearised-covariance.ts';
import { noVariance } from './no-variance.ts';
import type { SurveyDesign } from './survey-design.ts';
import { weightedQuantiles, type WeightedQuantiles } from './weighted-quantiles.ts';

export interface QuantileEstimate extends Uncertainty {
  /** Null where nobody answered. */
  readonly estimate: number | null;
}

/**
 * Weighted quantiles: the smallest value that at least `share` of the weight does not exceed, with
 * Woodruff's interval, as R's `svyquantile(qrule = "math", interval.type = "mean")` of survey 4.1: the
 * t interval of the share at or below the quantile, carried back to values. The standard error is its
 * width over 2t. Two differences: R takes the second value where even the first exceeds the share; and
 * sums that differ by rounding alone count as equal here.
 *
 * @param shares each 0 to 1: 0.5 is the median.
 * @param values one per row; NaN: no answer. Throws `BAD_NUMBER` for infinities.
 */
export function estimateQuantiles(
  design: SurveyDesign,
  values: Float64Array,
  shares: readonly number[],
  options: EstimateOptions,
): readonly QuantileEstimate[] {
  const isIn = answeredInDomain(design, values, options.inDomain);
  const { psus, strata } = countDomain(design, isIn);
  const degreesOfFreedom = psus - strata;
  const without = noVariance(psus) ?? (degreesOfFreedom < 1 ? NO_FREEDOM : null);
  if (psus === 0) return shares.map(() => ({ estimate: null, ...nothing(without ?? '') }));
  const quantiles = weightedQuantiles(values, design.weights, isIn);
  const t = without === null ? tQuantile((1 + options.confidence) / 2, degreesOfFreedom) : 0;
  return shares.map((share) => {
    const estimate = quantiles.quantileAt(share);
    return without === null
      ? { estimate, ...woodruff(design, values, isIn, quantiles, estimate, t) }
      : { estimate, ...nothing(without) };
  });
}

function woodruff(
  design: SurveyDesign,
  values: Float64Array,
  isIn: Uint8Array,
  sorted: WeightedQuantiles,
  quantile: number,
  t: number,
): Uncertainty {
  const share = sorted.shareUpTo(quantile);
  const influence = design.weights.map((weight, row) =>
    isIn[row] === 1 ? (weight * (Number(values[row]! <= quantile) - share)) / sorted.sumWeights : 0,
  );
  const { covariance, reason } = linearisedCovariance(design, [influence], isIn);
  if (reason !== undefined) return nothing(reason);
  const half = t * Math.sqrt(covariance[0]!);
  if (share - half < 0 || share + half > 1)
    return nothing('There are too few respondents beyond this quantile for an interval.');
  const interval = [sorted.quantileAt(share - half), sorted.quantileAt(share + half)] as const;
  return { standardError: (interval[1] - interval[0]) / (2 * t), interval };
}

const nothing = (reason: string): Uncertainty => ({ standardError: null, interval: null, reason });
