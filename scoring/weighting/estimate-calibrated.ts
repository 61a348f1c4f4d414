import { domainDegreesOfFreedom } from '../design/domain-degrees-of-freedom.ts';
import { linearisedCovariance } from '../design/linearised-covariance.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { logitInterval } from '../statistics/logit-interval.ts';
import { tQuantile } from '../statistics/t-quantile.ts';
import { calibratedInfluences, type CalibratedInfluencesRequest } from './calibrated-influences.ts';

export interface CalibratedRequest extends Omit<CalibratedInfluencesRequest, 'influences'> {
  /** How the sample was drawn; its rows are those of `weights`. Its own weights only say who counts. */
  readonly design: SurveyDesign;
  /** NaN: no answer. */
  readonly values: Float64Array;
  /** Confidence level of the intervals, e.g. 0.95. */
  readonly confidence: number;
  /** The values are 0 and 1, so the mean is a share: its interval is taken on the scale of log odds. */
  readonly isShare?: boolean;
}

export interface CalibratedFigure {
  readonly estimate: number | null;
  readonly standardError: number | null;
  /** estimate ± t · standardError with the design's degrees of freedom; of a share, on log odds. */
  readonly interval: readonly [number, number] | null;
}

export interface CalibratedEstimate {
  /** Respondents with a value. */
  readonly respondents: number;
  readonly mean: CalibratedFigure;
  /** Of those with a value: nothing is put in the place of what is missing. */
  readonly total: CalibratedFigure;
  readonly degreesOfFreedom: number;
  /** Why a figure is null. */
  readonly reason?: string;
}

/**
 * Mean and total of a variable with calibrated weights, and standard errors that credit the margins with
 * what they explain (`calibratedInfluences`), as R's `svymean` and `svytotal` on a design that went through
 * `postStratify`, `rake` or `calibrate`. A mean of 0 and 1 is a share.
 */
export function estimateCalibrated(request: CalibratedRequest): CalibratedEstimate {
  const { design, values, weights, confidence } = request;
  const inDomain = Uint8Array.from(values, (value) => (Number.isNaN(value) ? 0 : 1));
  let respondents = 0;
  let sumWeights = 0;
  let sum = 0;
  for (let row = 0; row < values.length; row += 1) {
    if (inDomain[row] === 0) continue;
    respondents += 1;
    sumWeights += weights[row]!;
    sum += weights[row]! * values[row]!;
  }
  const degreesOfFreedom = domainDegreesOfFreedom(design, inDomain);
  if (respondents === 0) {
    const none = { estimate: null, standardError: null, interval: null };
    return { respondents, mean: none, total: none, degreesOfFreedom, reason: 'No respondent has a value.' };
  }
  const mean = sum / sumWeights;
  const influenceOf = (value: (row: number) => number): Float64Array =>
    values.map((_, row) => (inDomain[row] === 0 ? 0 : weights[row]! * value(row)));
  const influences = calibratedInfluences({
    ...request,
    influences: [
      influenceOf((row) => (values[row]! - mean) / sumWeights),
      influenceOf((row) => values[row]!),
    ],
  });
  const { covariance, reason } = linearisedCovariance(design, influences, inDomain);
  const t = degreesOfFreedom > 0 ? tQuantile((1 + confidence) / 2, degreesOfFreedom) : null;
  const figure = (estimate: number, variance: number): CalibratedFigure => {
    const standardError = reason === undefined ? Math.sqrt(Math.max(0, variance)) : null;
    const half = standardError === null || t === null ? null : t * standardError;
    return { estimate, standardError, interval: half === null ? null : [estimate - half, estimate + half] };
  };
  const shareOf = (found: CalibratedFigure): CalibratedFigure => {
    const { estimate, standardError } = found;
    if (request.isShare !== true || estimate === null || standardError === null || t === null) return found;
    const isInside = estimate > 0 && estimate < 1;
    return { ...found, interval: isInside ? logitInterval(estimate, standardError, t) : null };
  };
  const why =
    reason ??
    (t === null ? 'No degrees of freedom are left: there are as many strata as PSUs.' : undefined) ??
    (request.isShare === true && (mean === 0 || mean === 1)
      ? 'All answers are the same, so the share has no interval from its variance.'
      : undefined);
  return {
    respondents,
    mean: shareOf(figure(mean, covariance[0]!)),
    total: figure(sum, covariance[3]!),
    degreesOfFreedom,
    ...(why === undefined ? {} : { reason: why }),
  };
}
