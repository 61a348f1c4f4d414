import type { Calibration, Trimming } from '../../../scoring/weighting/calibrate-weights.ts';
import type { DesignWeights } from '../../../scoring/weighting/design-weights.ts';
import type { Margin } from '../../../scoring/weighting/margin.ts';
import { weightSummary, type WeightSummary } from '../../../scoring/weighting/weight-summary.ts';
import { marginReport, type MarginReport } from '../../../scoring/weighting/margin-report.ts';

export interface WeightReport {
  readonly method: 'raking' | 'post-stratification' | 'design weights' | 'trimming';
  readonly converged: boolean;
  /** Why not converged. */
  readonly reason?: string;
  readonly iterations: number;
  /** Largest |weighted count − count| / count over all margins; null without margins. */
  readonly largestMarginError: number | null;
  /** Kish's effective base, and design effect of weighting, of the final weights. */
  readonly effectiveBase: number;
  readonly designEffect: number;
  /** Rows of the file, and how many have a weight. */
  readonly rows: number;
  readonly respondents: number;
  readonly before: WeightSummary;
  readonly after: WeightSummary;
  readonly margins: readonly MarginReport[];
  /** Bounds in clients; how many respondents were raised to the lower and cut to the upper. */
  readonly trimming: Trimming | null;
  readonly frame: DesignWeights['strata'] | null;
  readonly excluded: readonly { readonly reason: string; readonly count: number }[];
  readonly notes: readonly string[];
}

/** What weighting did, for people to judge. */
export function weightReport(request: {
  readonly calibration: Calibration;
  readonly start: Float64Array;
  readonly margins: readonly Margin[];
  readonly excluded: WeightReport['excluded'];
  readonly frame: DesignWeights | null;
  readonly size: number;
}): WeightReport {
  const { calibration, start, margins, excluded, frame, size } = request;
  const { weights, converged, reason, iterations, largestError, trimming } = calibration;
  const after = weightSummary(weights);
  return {
    method: methodOf(margins.length, trimming),
    converged,
    ...(reason === undefined ? {} : { reason }),
    iterations,
    largestMarginError: margins.length === 0 ? null : largestError,
    effectiveBase: after.effectiveBase,
    designEffect: after.designEffect,
    rows: size,
    respondents: weights.length,
    before: weightSummary(start),
    after,
    margins: margins.map((margin) => marginReport(margin, start, weights)),
    trimming,
    frame: frame?.strata ?? null,
    excluded,
    notes: notesOf(frame, after.sum, margins.length > 0),
  };
}

function methodOf(margins: number, trimming: Trimming | null): WeightReport['method'] {
  if (margins > 1 || (margins === 1 && trimming !== null)) return 'raking';
  if (margins === 1) return 'post-stratification';
  return trimming === null ? 'design weights' : 'trimming';
}

function notesOf(frame: DesignWeights | null, sum: number, hasMargins: boolean): string[] {
  const uncovered = frame?.strata.filter(({ respondents }) => respondents === 0) ?? [];
  const clients = uncovered.reduce((total, { count }) => total + count, 0);
  return [
    ...(uncovered.length === 0
      ? []
      : [
          `No respondent stands for ${clients} clients of: ${uncovered.map(({ name }) => name).join(', ')}. Estimates do not cover them.`,
        ]),
    ...(hasMargins && Math.abs(sum - 1) < 1e-6
      ? [
          'The counts of the margins add up to 1, and so do the weights. To keep the sum of the weights, pass --proportions.',
        ]
      : []),
  ];
}
