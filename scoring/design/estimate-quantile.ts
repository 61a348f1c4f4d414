import type { EstimateOptions } from './estimate-options.ts';
import { estimateQuantiles, type QuantileEstimate } from './estimate-quantiles.ts';
import type { SurveyDesign } from './survey-design.ts';

/** One of `estimateQuantiles`; for several, ask for all at once: the values are then sorted once. */
export function estimateQuantile(
  design: SurveyDesign,
  values: Float64Array,
  share: number,
  options: EstimateOptions,
): QuantileEstimate {
  return estimateQuantiles(design, values, [share], options)[0]!;
}
