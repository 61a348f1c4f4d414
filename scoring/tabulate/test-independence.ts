import type { Crosstab } from '../../contracts/table.ts';
import { chiSquaredUpperTail } from '../statistics/chi-squared-upper-tail.ts';
import { effectiveBase } from '../statistics/effective-base.ts';
import { pearson, type PearsonResult } from '../statistics/pearson.ts';
import { raoScott } from '../statistics/rao-scott.ts';
import { weightsOnlyCovariance } from '../statistics/weights-only-covariance.ts';
import type { TableStatistics } from './tabulate.ts';

type Tests = Crosstab['tests'];

/** Relative difference of bases that rounding can make where all weights are the same. */
const ROUNDING = 1e-9;

/**
 * Tests whether rows and columns are independent. Without weights, or with weights that are all the
 * same, Pearson's χ² has its p-value. With weights that differ: the Pearson statistic on weights rescaled to the
 * sample size, which has no p-value of its own, and the Rao–Scott second-order F test, which has.
 * What cannot be computed is null with its reason.
 */
export function testIndependence(statistics: TableStatistics, useWeights: boolean): Tests {
  const { rowCount, columnCount, n, sumWeights, sumSquaredWeights } = statistics;
  const respondents = n.reduce((sum, value) => sum + value, 0);
  const weight = sumWeights.reduce((sum, value) => sum + value, 0);
  const squared = sumSquaredWeights.reduce((sum, value) => sum + value, 0);
  const effective = effectiveBase(weight, squared);
  const weighted = useWeights && respondents - effective > ROUNDING * respondents;
  const counts = weighted && weight > 0 ? sumWeights.map((value) => (value * respondents) / weight) : n;
  const result = pearson(counts, rowCount, columnCount);
  if (result === null) {
    const reason = 'Fewer than two rows or two columns have respondents, so there is nothing to compare.';
    return {
      pearson: { statistic: null, degreesOfFreedom: null, pValue: null, reason },
      raoScott: noRaoScott(reason),
      cramersV: null,
    };
  }
  return {
    pearson: pearsonTest(result, weighted),
    raoScott: useWeights
      ? raoScottTest(statistics)
      : noRaoScott('The table is not weighted: read the Pearson test.'),
    cramersV: result.cramersV,
  };
}

function pearsonTest(result: PearsonResult, weighted: boolean): Tests['pearson'] {
  const { statistic, degreesOfFreedom, smallExpected, cells } = result;
  if (weighted) {
    return {
      statistic,
      degreesOfFreedom,
      pValue: null,
      reason: 'The table is weighted: a Pearson p-value would be wrong. Read the Rao–Scott test.',
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

function raoScottTest(statistics: TableStatistics): Tests['raoScott'] {
  const { n, sumWeights, sumSquaredWeights } = statistics;
  const result = raoScott({ ...statistics, ...weightsOnlyCovariance(n, sumWeights, sumSquaredWeights) });
  return 'reason' in result ? noRaoScott(result.reason) : result;
}

function noRaoScott(reason: string): Tests['raoScott'] {
  return {
    statistic: null,
    numeratorDegreesOfFreedom: null,
    denominatorDegreesOfFreedom: null,
    pValue: null,
    reason,
  };
}
