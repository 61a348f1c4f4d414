import { chiSquaredUpperTail } from '../statistics/chi-squared-upper-tail.ts';
import { pearson } from '../statistics/pearson.ts';

export interface MissingOutcomes {
  readonly count: number;
  readonly statistic: number | null;
  readonly degreesOfFreedom: number | null;
  readonly pValue: number | null;
  /** The share missing differs between the arms (p < 0.05). */
  readonly differs: boolean;
  /** In words. */
  readonly message: string;
  /** Why there is no test. */
  readonly reason?: string;
}

/**
 * Are outcomes missing as often in each arm? Pearson's χ² of arm by known or not. Where the shares differ,
 * the arms that remain are no longer alike, and a comparison may be wrong however small its p-value.
 *
 * @param known, missing people per arm
 */
export function missingOutcomes(known: readonly number[], missing: readonly number[]): MissingOutcomes {
  const count = missing.reduce((sum, value) => sum + value, 0);
  const test =
    count === 0
      ? null
      : pearson(Float64Array.from(known.flatMap((n, arm) => [n, missing[arm]!])), known.length, 2);
  if (test === null) {
    const reason = count === 0 ? 'No outcome is missing.' : 'Too little is known to compare the arms.';
    return {
      count,
      statistic: null,
      degreesOfFreedom: null,
      pValue: null,
      differs: false,
      message: reason,
      reason,
    };
  }
  const pValue = chiSquaredUpperTail(test.statistic, test.degreesOfFreedom);
  const differs = pValue < 0.05;
  return {
    count,
    statistic: test.statistic,
    degreesOfFreedom: test.degreesOfFreedom,
    pValue,
    differs,
    message: differs
      ? 'Outcomes are missing more often in some arms than in others. Who is left is no longer alike: find out why before you trust the comparison.'
      : 'Missing outcomes are spread over the arms about evenly.',
  };
}
