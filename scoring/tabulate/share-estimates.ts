import { designEffect } from '../design/design-effect.ts';
import { noVariance } from '../design/no-variance.ts';
import { effectiveBase } from '../statistics/effective-base.ts';
import { proportionInterval, type DesignInterval } from '../statistics/proportion-interval.ts';
import type { CategorySums } from './category-sums.ts';
import type { TableVariance } from './table-variance.ts';

/** The share of a row in a column with all that says how sure it is; null where it cannot be said, with the reason. */
export interface ShareEstimate {
  readonly standardError: number | null;
  readonly interval: readonly [low: number, high: number] | null;
  readonly designEffect: number | null;
  readonly reason?: string;
}

export interface ShareEstimatesInput {
  readonly n: CategorySums;
  readonly sumWeights: CategorySums;
  readonly sumSquaredWeights: CategorySums;
  readonly variance: TableVariance;
  readonly isPlain: boolean;
  readonly isCensus: boolean;
  readonly method: DesignInterval;
  readonly confidence: number;
}

/** Share of a row in every column; null for an empty column. Exactly 0 or 1 where nobody or everybody is in the row. */
export function sharesOfRow(row: number, n: CategorySums, sumWeights: CategorySums): (number | null)[] {
  const width = n.columns.length;
  return Array.from({ length: width }, (_, column) => {
    const cell = row * width + column;
    if (n.columns[column] === 0 || sumWeights.columns[column] === 0) return null;
    if (n.cells[cell] === n.columns[column]) return 1;
    return Math.min(1, sumWeights.cells[cell]! / sumWeights.columns[column]!);
  });
}

/** Standard error, interval and design effect of the shares of one row, from their covariances. */
export function shareEstimates(
  input: ShareEstimatesInput,
  shares: readonly (number | null)[],
  covariance: Float64Array,
): ShareEstimate[] {
  const { n, sumWeights, sumSquaredWeights, variance } = input;
  const width = shares.length;
  return shares.map((share, column) => {
    if (share === null) return none('Nobody is in the column.');
    if (variance.reason !== null) return none(variance.reason);
    const degreesOfFreedom = variance.ofColumn[column]!;
    const without = input.isCensus ? null : noVariance(variance.psusOfColumn[column]!);
    if (without !== null) return none(without);
    const spread = share * (1 - share);
    const squared = share > 0 && share < 1 ? Math.max(0, covariance[column * width + column]!) : 0;
    const respondents = n.columns[column]!;
    const found = proportionInterval({
      proportion: share,
      variance: squared,
      degreesOfFreedom,
      respondents,
      effectiveBase: effectiveBase(sumWeights.columns[column]!, sumSquaredWeights.columns[column]!),
      isPlain: input.isPlain,
      isCensus: input.isCensus,
      method: input.method,
      confidence: input.confidence,
    });
    const effect = designEffect({
      variance: squared,
      spread,
      respondents,
      sumWeights: sumWeights.columns[column]!,
    });
    const reasons = [found.reason, effect.designEffectReason].filter((reason) => reason !== undefined);
    return {
      standardError: Math.sqrt(squared),
      interval: found.interval === null ? null : clip(found.interval),
      designEffect: effect.designEffect,
      ...(reasons.length > 0 && { reason: reasons.join(' ') }),
    };
  });
}

const clip = ([low, high]: readonly [number, number]): [number, number] => [
  Math.max(0, low),
  Math.min(1, high),
];

const none = (reason: string): ShareEstimate => ({
  standardError: null,
  interval: null,
  designEffect: null,
  reason,
});
