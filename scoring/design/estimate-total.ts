import { answeredInDomain } from './answered-in-domain.ts';
import { countDomain } from './count-domain.ts';
import type { EstimateOptions } from './estimate-options.ts';
import { linearisedCovariance } from './linearised-covariance.ts';
import { noVariance } from './no-variance.ts';
import type { SurveyDesign } from './survey-design.ts';
import { uncertainTotal, type TotalEstimate } from './uncertain-total.ts';

/**
 * Weighted total of a variable over the rows of the domain that have a value, as R's
 * `svytotal(~y, subset(design, !is.na(y)))`. Only as good as the weights: they must sum to the population.
 *
 * @param values one per row; NaN: no answer. Throws `BAD_NUMBER` for infinities.
 */
export function estimateTotal(
  design: SurveyDesign,
  values: Float64Array,
  options: EstimateOptions,
): TotalEstimate {
  const isIn = answeredInDomain(design, values, options.inDomain);
  const { psus, strata } = countDomain(design, isIn);
  const influence = design.weights.map((weight, row) => (isIn[row] === 1 ? weight * values[row]! : 0));
  const { covariance, reason } = linearisedCovariance(design, [influence], isIn);
  return uncertainTotal({
    total: influence.reduce((sum, value) => sum + value, 0),
    variance: covariance[0]!,
    degreesOfFreedom: psus - strata,
    confidence: options.confidence,
    reason: noVariance(psus) ?? reason ?? null,
  });
}
