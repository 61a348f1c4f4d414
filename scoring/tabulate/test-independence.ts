import type { Crosstab } from '../../contracts/table.ts';
import { biasCorrectedCramersV } from '../statistics/bias-corrected-cramers-v.ts';
import { chiSquaredUpperTail } from '../statistics/chi-squared-upper-tail.ts';
import { margins } from '../statistics/margins.ts';
import { pearson, type PearsonResult } from '../statistics/pearson.ts';
import { LARGEST_RAO_SCOTT, raoScott, type RaoScottInput } from '../statistics/rao-scott.ts';

export type Independence = Omit<Crosstab['tests'], 'byRow' | 'trend'>;

export interface IndependenceInput {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Per cell: respondents and Σw. Everyone is in one cell. */
  readonly n: Float64Array;
  readonly sumWeights: Float64Array;
  /** No strata, PSUs or fpc, and no weights or weights that are all the same: Pearson's p-value holds. */
  readonly isPlain: boolean;
  /** Covariance of these cells; asked only where Rao–Scott is computed, and for lines that are not empty. */
  readonly design: (cells: readonly number[]) => Pick<RaoScottInput, 'covariance' | 'designDegreesOfFreedom'>;
}

/**
 * Tests whether rows and columns are independent. Pearson's χ² always; its p-value only on plain data:
 * elsewhere the statistic is on weights rescaled to the sample size and has no p-value of its own. The
 * Rao–Scott second-order F test always. What cannot be computed is null with its reason.
 */
export function testIndependence(input: IndependenceInput): Independence {
  const { rowCount, columnCount, n, sumWeights, isPlain } = input;
  const respondents = n.reduce((sum, value) => sum + value, 0);
  const weight = sumWeights.reduce((sum, value) => sum + value, 0);
  const counts = isPlain || weight === 0 ? n : sumWeights.map((value) => (value * respondents) / weight);
  const result = pearson(counts, rowCount, columnCount);
  if (result === null)
    return noTests('Fewer than two rows or two columns have respondents, so there is nothing to compare.');
  const { statistic, rows, columns } = result;
  const corrected = biasCorrectedCramersV(statistic, respondents, rows, columns);
  return {
    pearson: pearsonTest(result, isPlain),
    raoScott: raoScottTest(input, result),
    cramersV: result.cramersV,
    cramersVBiasCorrected: corrected,
    ...(corrected === null && { reason: "The table is too small to correct Cramér's V for its bias." }),
  };
}

/** Tests that were not made, all for one reason. */
export function noTests(reason: string): Independence {
  return {
    pearson: { statistic: null, degreesOfFreedom: null, pValue: null, reason },
    raoScott: noRaoScott(reason),
    cramersV: null,
    cramersVBiasCorrected: null,
    reason,
  };
}

function pearsonTest(result: PearsonResult, isPlain: boolean): Independence['pearson'] {
  const { statistic, degreesOfFreedom, smallExpected, cells } = result;
  if (!isPlain) {
    return {
      statistic,
      degreesOfFreedom,
      pValue: null,
      reason:
        'The table is weighted, or the sample was not drawn one by one: a Pearson p-value would be wrong. Read the Rao–Scott test.',
    };
  }
  const sparse = smallExpected / cells > 0.2;
  return {
    statistic,
    degreesOfFreedom,
    pValue: chiSquaredUpperTail(statistic, degreesOfFreedom),
    ...(sparse && {
      reason: `Read with care: ${smallExpected} of ${cells} cells expect fewer than 5 respondents.`,
    }),
  };
}

function raoScottTest(input: IndependenceInput, found: PearsonResult): Independence['raoScott'] {
  if (found.degreesOfFreedom > LARGEST_RAO_SCOTT)
    return noRaoScott(
      `The table is too large for this test: ${found.rows} rows by ${found.columns} columns.`,
    );
  const { n, sumWeights, rowCount, columnCount } = input;
  const sums = margins(n, rowCount, columnCount);
  const cells = [...n.keys()].filter(
    (cell) => sums.rows[Math.floor(cell / columnCount)]! > 0 && sums.columns[cell % columnCount]! > 0,
  );
  const result = raoScott({
    rowCount: found.rows,
    columnCount: found.columns,
    n: Float64Array.from(cells, (cell) => n[cell]!),
    sumWeights: Float64Array.from(cells, (cell) => sumWeights[cell]!),
    ...input.design(cells),
  });
  return 'reason' in result ? noRaoScott(result.reason) : result;
}

function noRaoScott(reason: string): Independence['raoScott'] {
  return {
    statistic: null,
    numeratorDegreesOfFreedom: null,
    denominatorDegreesOfFreedom: null,
    pValue: null,
    reason,
  };
}
