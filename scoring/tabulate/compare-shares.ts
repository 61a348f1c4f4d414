import { twoProportionTest } from '../statistics/two-proportion-test.ts';
import { compareColumns, differenceTest, type Comparison } from './compare-columns.ts';
import type { Correction } from '../statistics/adjust-p-values.ts';

export interface CompareSharesInput {
  /** Share of the row in each column; null where the column is empty. */
  readonly shares: readonly (number | null)[];
  /** Respondents of each column in the row, and in all. */
  readonly counts: readonly number[];
  readonly bases: readonly number[];
  /** Why a column takes no part, by its place; checked before the shares. */
  readonly withheld: (column: number) => string | null;
  readonly correction: Correction;
  /** Covariances of the shares and degrees of freedom of pairs; null: plain data, pooled z test. */
  readonly design: {
    readonly covariance: Float64Array;
    readonly degreesOfFreedom: (first: number, second: number) => number;
    /** Why there are no variances at all. */
    readonly reason: string | null;
  } | null;
}

export interface RowComparisons {
  readonly comparisons: readonly Comparison[];
  readonly leftOut: readonly { readonly column: number; readonly reason: string }[];
}

/**
 * Compares the share of one row between every two columns: the pooled two-proportion z test on plain
 * data (as SPSS CTABLES COMPARETEST), the design-based t test of the difference on weighted or designed
 * data. A column with a share of 0 or 1 is left out, as SPSS does, and so is one that is withheld.
 */
export function compareShares(input: CompareSharesInput): RowComparisons {
  const { shares, counts, bases, design } = input;
  const leftOut: { column: number; reason: string }[] = [];
  const taking: number[] = [];
  shares.forEach((share, column) => {
    const reason = input.withheld(column) ?? reasonOf(share);
    if (reason === null) taking.push(column);
    else leftOut.push({ column, reason });
  });
  const width = shares.length;
  const comparisons = compareColumns(
    taking,
    (first, second) => {
      if (design === null) {
        const test = twoProportionTest(counts[first]!, bases[first]!, counts[second]!, bases[second]!);
        if (test === null) return { reason: 'The shares have no variation.' };
        const { z: statistic, ...rest } = test;
        return { ...rest, statistic, degreesOfFreedom: null };
      }
      if (design.reason !== null) return { reason: design.reason };
      const { covariance } = design;
      const variance =
        covariance[first * width + first]! +
        covariance[second * width + second]! -
        2 * covariance[first * width + second]!;
      const difference = shares[first]! - shares[second]!;
      return differenceTest(difference, variance, design.degreesOfFreedom(first, second));
    },
    input.correction,
  );
  return { comparisons, leftOut };
}

function reasonOf(share: number | null): string | null {
  if (share === null) return 'Nobody is in the column.';
  if (share <= 0) return 'Nobody in the column is in the row: there is no variation to test.';
  if (share >= 1) return 'Everybody in the column is in the row: there is no variation to test.';
  return null;
}
