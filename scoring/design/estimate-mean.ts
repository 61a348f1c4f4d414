import { answeredInDomain } from './answered-in-domain.ts';
import { countDomain } from './count-domain.ts';
import { designEffect, type DesignEffect } from './design-effect.ts';
import { estimateBase, type EstimateBase } from './estimate-base.ts';
import type { EstimateOptions, Uncertainty } from './estimate-options.ts';
import { linearisedCovariance } from './linearised-covariance.ts';
import { noVariance } from './no-variance.ts';
import type { SurveyDesign } from './survey-design.ts';
import { tInterval } from './t-interval.ts';

export interface MeanEstimate extends Uncertainty, DesignEffect {
  /** Null where nobody answered. */
  readonly mean: number | null;
  /** √(n/(n − 1) · Σw(x − mean)²/Σw), the root of R's `svyvar`; null below two respondents. */
  readonly standardDeviation: number | null;
  readonly base: EstimateBase;
  readonly degreesOfFreedom: number;
}

/**
 * Weighted mean with its linearised standard error, t interval and design effect, over the rows of the
 * domain that have a value, as R's `svymean(~y, subset(design, !is.na(y)), deff = TRUE)` and
 * `confint(df = degf(…))`.
 *
 * @param values one per row; NaN: no answer. Throws `BAD_NUMBER` for infinities.
 */
export function estimateMean(
  design: SurveyDesign,
  values: Float64Array,
  options: EstimateOptions,
): MeanEstimate {
  const isIn = answeredInDomain(design, values, options.inDomain);
  const { psus, strata } = countDomain(design, isIn);
  const base = estimateBase(design, isIn);
  const degreesOfFreedom = psus - strata;
  const { mean, spread, influence } = deviations(design, values, isIn, base.weighted);
  const respondents = base.unweighted;
  const known = {
    mean,
    standardDeviation: respondents < 2 ? null : Math.sqrt((spread * respondents) / (respondents - 1)),
    base,
    degreesOfFreedom,
  };
  const { covariance, ...linearised } = linearisedCovariance(design, [influence], isIn);
  const reason = noVariance(psus) ?? linearised.reason;
  if (mean === null || reason !== undefined)
    return {
      ...known,
      standardError: null,
      interval: null,
      designEffect: null,
      ...(reason === undefined ? {} : { reason }),
    };
  const variance = covariance[0]!;
  return {
    ...known,
    ...tInterval(mean, Math.sqrt(variance), degreesOfFreedom, options.confidence),
    ...designEffect({ variance, spread, respondents, sumWeights: base.weighted }),
  };
}

interface Deviations {
  readonly mean: number | null;
  /** Σw(x − mean)²/Σw. */
  readonly spread: number;
  /** w(x − mean)/Σw per row; 0 for rows that are not in. */
  readonly influence: Float64Array;
}

function deviations(
  { size, weights }: SurveyDesign,
  values: Float64Array,
  isIn: Uint8Array,
  sumWeights: number,
): Deviations {
  const influence = new Float64Array(size);
  const first = isIn.indexOf(1);
  if (first < 0) return { mean: null, spread: 0, influence };
  // About the first value, so that a constant comes out to the last digit.
  const origin = values[first]!;
  let sum = 0;
  for (let row = first; row < size; row += 1)
    if (isIn[row] === 1) sum += weights[row]! * (values[row]! - origin);
  const mean = origin + sum / sumWeights;
  let spread = 0;
  for (let row = first; row < size; row += 1) {
    if (isIn[row] === 0) continue;
    const deviation = values[row]! - mean;
    influence[row] = (weights[row]! * deviation) / sumWeights;
    spread += influence[row]! * deviation;
  }
  return { mean, spread, influence };
}
