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
  const mean = base.unweighted === 0 ? null : meanOf(design, values, isIn, base.weighted);
  const without = noVariance(psus);
  if (mean === null || without !== null)
    return { mean, base, degreesOfFreedom, ...nothing(without ?? ''), designEffect: null };
  const influence = new Float64Array(design.size);
  let spread = 0;
  for (let row = 0; row < design.size; row += 1) {
    if (isIn[row] === 0) continue;
    const weighted = design.weights[row]! * (values[row]! - mean);
    influence[row] = weighted / base.weighted;
    spread += (weighted * (values[row]! - mean)) / base.weighted;
  }
  const { covariance, reason } = linearisedCovariance(design, [influence], isIn);
  if (reason !== undefined) return { mean, base, degreesOfFreedom, ...nothing(reason), designEffect: null };
  const variance = covariance[0]!;
  return {
    mean,
    base,
    degreesOfFreedom,
    ...tInterval(mean, Math.sqrt(variance), degreesOfFreedom, options.confidence),
    ...designEffect({ variance, spread, respondents: base.unweighted, sumWeights: base.weighted }),
  };
}

const nothing = (reason: string): Uncertainty => ({ standardError: null, interval: null, reason });

/** Mean of the rows that are in: about the first of them, so that a constant comes out to the last digit. */
function meanOf(
  { size, weights }: SurveyDesign,
  values: Float64Array,
  isIn: Uint8Array,
  sumWeights: number,
): number {
  const origin = values[isIn.indexOf(1)]!;
  let sum = 0;
  for (let row = 0; row < size; row += 1) if (isIn[row] === 1) sum += weights[row]! * (values[row]! - origin);
  return origin + sum / sumWeights;
}
