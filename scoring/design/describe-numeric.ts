import { answeredInDomain } from './answered-in-domain.ts';
import { estimateMean, type MeanEstimate } from './estimate-mean.ts';
import type { EstimateOptions } from './estimate-options.ts';
import { estimateQuantiles, type QuantileEstimate } from './estimate-quantiles.ts';
import { estimateTotal } from './estimate-total.ts';
import type { SurveyDesign } from './survey-design.ts';
import type { TotalEstimate } from './uncertain-total.ts';

export interface NumericDescription extends MeanEstimate {
  readonly minimum: number | null;
  readonly lowerQuartile: QuantileEstimate;
  readonly median: QuantileEstimate;
  readonly upperQuartile: QuantileEstimate;
  readonly maximum: number | null;
  readonly total: TotalEstimate;
}

/** All that `waymark describe` says of a number: see `estimateMean`, `estimateQuantiles`, `estimateTotal`. */
export function describeNumeric(
  design: SurveyDesign,
  values: Float64Array,
  options: EstimateOptions,
): NumericDescription {
  const isIn = answeredInDomain(design, values, options.inDomain);
  let minimum = Infinity;
  let maximum = -Infinity;
  isIn.forEach((one, row) => {
    if (one === 0) return;
    minimum = Math.min(minimum, values[row]!);
    maximum = Math.max(maximum, values[row]!);
  });
  const [lowerQuartile, median, upperQuartile] = estimateQuantiles(
    design,
    values,
    [0.25, 0.5, 0.75],
    options,
  );
  return {
    ...estimateMean(design, values, options),
    minimum: minimum === Infinity ? null : minimum,
    lowerQuartile: lowerQuartile!,
    median: median!,
    upperQuartile: upperQuartile!,
    maximum: maximum === -Infinity ? null : maximum,
    total: estimateTotal(design, values, options),
  };
}
