import { biasCorrectedCramersV } from '../statistics/bias-corrected-cramers-v.ts';
import { pearson } from '../statistics/pearson.ts';

/** How much more often a segment gives one answer than all others do. Shares are 0–1. */
export interface CategoryDifference {
  readonly share: number;
  readonly restShare: number;
  readonly difference: number;
  /** 2 asin √share − 2 asin √rest share (Cohen 1988): −π to π. */
  readonly cohensH: number;
  /** Odds in the segment over odds in the rest; null where an odds is 0 or without bound. */
  readonly oddsRatio: number | null;
  readonly reason?: string;
}

export interface CategoricalProfile {
  readonly cramersV: number | null;
  readonly cramersVBiasCorrected: number | null;
  readonly reason?: string;
  /** Segment → category; null where the segment, or the rest, has no answers. */
  readonly segments: readonly (readonly CategoryDifference[] | null)[];
  readonly respondents: readonly number[];
}

/**
 * Weighted shares of a coded answer by segment, each against the rest. Cramér's V is that of the table of
 * weights scaled to sum to the respondents.
 *
 * @param codes category per respondent; `categoryCount` and above are missing
 * @param segments segment per respondent; `segmentCount` and above are left out
 * @param weights ≥ 0; 0 is left out
 */
export function profileCategorical(
  codes: Uint16Array,
  categoryCount: number,
  segments: Uint16Array,
  segmentCount: number,
  weights: Float64Array,
): CategoricalProfile {
  const table = new Float64Array(segmentCount * categoryCount);
  const respondents = new Array<number>(segmentCount).fill(0);
  let n = 0;
  let sum = 0;
  for (let row = 0; row < codes.length; row += 1) {
    const segment = segments[row]!;
    if (segment >= segmentCount || codes[row]! >= categoryCount || !(weights[row]! > 0)) continue;
    table[segment * categoryCount + codes[row]!]! += weights[row]!;
    respondents[segment]! += 1;
    n += 1;
    sum += weights[row]!;
  }
  const columns = new Float64Array(categoryCount);
  table.forEach((weight, cell) => (columns[cell % categoryCount]! += weight));
  const result = pearson(
    table.map((weight) => (weight * n) / sum),
    segmentCount,
    categoryCount,
  );
  const usedRows = respondents.filter((count) => count > 0).length;
  const usedColumns = columns.filter((weight) => weight > 0).length;
  return {
    cramersV: result?.cramersV ?? null,
    cramersVBiasCorrected:
      result === null ? null : biasCorrectedCramersV(result.statistic, n, usedRows, usedColumns),
    ...(result === null ? { reason: 'The answer does not vary, or only one segment has it.' } : {}),
    respondents,
    segments: respondents.map((count, segment) => {
      if (count === 0 || count === n) return null;
      const own = table.subarray(segment * categoryCount, (segment + 1) * categoryCount);
      const total = own.reduce((all, weight) => all + weight, 0);
      return [...own].map((weight, code) =>
        difference(weight / total, (columns[code]! - weight) / (sum - total)),
      );
    }),
  };
}

function difference(share: number, otherShare: number): CategoryDifference {
  // Rounding may take a share of all or none a little past 0 or 1.
  const restShare = Math.min(1, Math.max(0, otherShare));
  const angle = (p: number): number => 2 * Math.asin(Math.sqrt(Math.min(1, p)));
  const bounded = share > 0 && share < 1 && restShare > 0 && restShare < 1;
  return {
    share,
    restShare,
    difference: share - restShare,
    cohensH: angle(share) - angle(restShare),
    oddsRatio: bounded ? share / (1 - share) / (restShare / (1 - restShare)) : null,
    ...(bounded ? {} : { reason: 'Nobody, or everybody, gives this answer on one side.' }),
  };
}
