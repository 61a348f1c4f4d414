import type { Crosstab } from '../../contracts/table.ts';
import { adjustedResidual } from '../statistics/adjusted-residual.ts';
import { effectiveBase } from '../statistics/effective-base.ts';
import { margins } from '../statistics/margins.ts';
import type { TableStatistics } from './tabulate.ts';
import { testIndependence } from './test-independence.ts';

export type Axis = Crosstab['rows'];

export interface CrosstabInput {
  readonly statistics: TableStatistics;
  /** Categories in the order of the statistics' indices. */
  readonly rows: Axis;
  readonly columns: Axis;
  /** Whether weights were used; decides which test is meant. */
  readonly weighted: boolean;
  /** Who was left out, and why. */
  readonly excluded: Crosstab['excluded'];
  readonly notes: readonly string[];
}

/**
 * Makes the table an analyst reads from additive statistics: counts, column, row and total
 * proportions (0–1, of the weighted counts; null where the base is empty), bases (unweighted,
 * weighted, Kish's effective), adjusted residuals (weights rescaled to the sample size) and tests.
 * Weighted and unweighted counts are the same where there are no weights.
 */
export function crosstab(input: CrosstabInput): Crosstab {
  const { statistics, rows, columns, weighted } = input;
  const { rowCount, columnCount, n, sumWeights, sumSquaredWeights } = statistics;
  const counted = margins(n, rowCount, columnCount);
  const weights = margins(sumWeights, rowCount, columnCount);
  const squares = margins(sumSquaredWeights, rowCount, columnCount);
  const baseOf = (unweighted: number, weight: number, squared: number) => ({
    unweighted,
    weighted: weight,
    effective: effectiveBase(weight, squared),
  });
  const rescale = weights.total > 0 ? counted.total / weights.total : 0;

  const cells = rows.categories.flatMap((row, rowIndex) =>
    columns.categories.map((column, columnIndex) => {
      const cell = rowIndex * columnCount + columnIndex;
      const weight = sumWeights[cell]!;
      const rowSum = weights.rows[rowIndex]!;
      const columnSum = weights.columns[columnIndex]!;
      return {
        row: row.code,
        column: column.code,
        unweightedCount: n[cell]!,
        weightedCount: weight,
        columnProportion: proportion(weight, columnSum),
        rowProportion: proportion(weight, rowSum),
        totalProportion: proportion(weight, weights.total),
        adjustedResidual: adjustedResidual(
          weight * rescale,
          rowSum * rescale,
          columnSum * rescale,
          counted.total,
        ),
      };
    }),
  );
  return {
    base: baseOf(counted.total, weights.total, squares.total),
    rows,
    columns,
    cells,
    rowBases: rows.categories.map(({ code }, index) => ({
      category: code,
      ...baseOf(counted.rows[index]!, weights.rows[index]!, squares.rows[index]!),
    })),
    columnBases: columns.categories.map(({ code }, index) => ({
      category: code,
      ...baseOf(counted.columns[index]!, weights.columns[index]!, squares.columns[index]!),
    })),
    excluded: input.excluded,
    tests: testIndependence(statistics, weighted),
    notes: [...input.notes],
  };
}

/** A share of a base, clipped where rounding carries it past 1; null for an empty base. */
function proportion(part: number, base: number): number | null {
  return base > 0 ? Math.min(1, part / base) : null;
}
