import { adjustPValues, type Correction } from '../statistics/adjust-p-values.ts';
import { tUpperTail } from '../statistics/t-upper-tail.ts';
import { columnLetter } from './column-letter.ts';

/** One comparison of two columns, or why there is none. `difference` is the first less the second. */
export type PairTest =
  | {
      readonly difference: number;
      readonly standardError: number;
      /** z or t. */
      readonly statistic: number;
      /** Of t; null: normal. */
      readonly degreesOfFreedom: number | null;
      readonly pValue: number;
    }
  | { readonly reason: string };

/** A pair of columns of one row (or of one mean), by their places, after correction. */
export interface Comparison {
  readonly first: number;
  readonly second: number;
  readonly test: PairTest;
  /** Null where there is no test. */
  readonly adjustedPValue: number | null;
}

/**
 * Tests every pair of columns once and corrects for the pairs that were tested: they are the family.
 *
 * @param columns places of the columns that take part
 */
export function compareColumns(
  columns: readonly number[],
  test: (first: number, second: number) => PairTest,
  correction: Correction,
): Comparison[] {
  const pairs = columns.flatMap((first, at) =>
    columns.slice(at + 1).map((second) => ({ first, second, test: test(first, second) })),
  );
  const adjusted = adjustPValues(
    pairs.flatMap((pair) => ('reason' in pair.test ? [] : [pair.test.pValue])),
    correction,
  ).values();
  return pairs.map((pair) => ({
    ...pair,
    adjustedPValue: 'reason' in pair.test ? null : (adjusted.next().value ?? null),
  }));
}

/**
 * Per column: the letters of the columns that are significantly lower, in their order. Of two levels,
 * the smaller gives an upper-case letter.
 */
export function lettersOf(
  columnCount: number,
  comparisons: readonly Comparison[],
  levels: readonly number[],
): string[][] {
  const lower: { readonly column: number; readonly letter: string }[][] = Array.from(
    { length: columnCount },
    () => [],
  );
  const widest = Math.max(...levels);
  const strict = levels.length > 1 ? Math.min(...levels) : -1;
  for (const { first, second, test, adjustedPValue } of comparisons) {
    if (adjustedPValue === null || 'reason' in test || !(adjustedPValue < widest)) continue;
    if (test.difference === 0) continue;
    const [high, low] = test.difference > 0 ? [first, second] : [second, first];
    const letter = columnLetter(low);
    lower[high]!.push({ column: low, letter: adjustedPValue < strict ? letter.toUpperCase() : letter });
  }
  return lower.map((columns) => columns.toSorted((a, b) => a.column - b.column).map(({ letter }) => letter));
}

/**
 * Design-based t test of the difference of two estimates, as `svyttest` of R: the variance of the
 * difference takes their covariance into account, so the columns may share PSUs or respondents.
 *
 * @param degreesOfFreedom PSUs − strata of the two columns together; the test has one less
 */
export function differenceTest(difference: number, variance: number, degreesOfFreedom: number): PairTest {
  if (degreesOfFreedom < 2)
    return { reason: 'The two columns have too few PSUs for a test of their difference.' };
  const standardError = Math.sqrt(Math.max(0, variance));
  if (!(standardError > Math.abs(difference) * 1e-12))
    return { reason: 'The difference of the two columns has no variance.' };
  const statistic = difference / standardError;
  const tail = tUpperTail(Math.abs(statistic), degreesOfFreedom - 1);
  return {
    difference,
    standardError,
    statistic,
    degreesOfFreedom: degreesOfFreedom - 1,
    pValue: Math.min(1, 2 * tail),
  };
}
