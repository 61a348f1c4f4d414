import type { Crosstab } from '../../contracts/table.ts';
import type { Correction } from '../statistics/adjust-p-values.ts';
import { adjustedResidual } from '../statistics/adjusted-residual.ts';
import { columnLetter } from './column-letter.ts';
import { lettersOf, type Comparison } from './compare-columns.ts';
import { compareShares, type RowComparisons } from './compare-shares.ts';
import { shareEstimates, sharesOfRow, type ShareEstimatesInput } from './share-estimates.ts';
import type { Withheld } from './withhold-cells.ts';

type Cell = Crosstab['cells'][number];
type ColumnTests = Crosstab['columnTests'];

export interface TableCellsInput extends ShareEstimatesInput {
  /** Codes of the categories. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly withheld: Withheld;
  readonly columnsOverlap: boolean;
  readonly correction: Correction;
  readonly levels: readonly number[];
  readonly comparisons: boolean;
}

/** The cells of a table, row by row, and the comparisons of its columns. */
export function tableCells(input: TableCellsInput): { cells: Cell[]; columnTests: ColumnTests } {
  const { rows, columns, n, sumWeights, variance, withheld, isPlain, correction, levels } = input;
  const cells: Cell[] = [];
  const leftOut: ColumnTests['leftOut'] = [];
  const comparisons: NonNullable<ColumnTests['comparisons']> = [];
  const isTooMany = (rows.length * columns.length * (columns.length - 1)) / 2 > MOST_COMPARISONS;
  const usesCounts = isPlain && !input.columnsOverlap;
  rows.forEach((row, place) => {
    const shares = sharesOfRow(place, n, sumWeights);
    const covariance = variance.sharesOf(place, shares, sumWeights.columns);
    const estimates = shareEstimates(input, shares, covariance);
    const at = (column: number) => place * columns.length + column;
    const compared = isTooMany
      ? NOTHING_COMPARED
      : compareShares({
          shares,
          counts: columns.map((_, column) => n.cells[at(column)]!),
          bases: [...n.columns],
          withheld: (column) => withheld.reasons[at(column)] ?? null,
          correction,
          design: usesCounts
            ? null
            : { covariance, degreesOfFreedom: variance.ofPair, reason: variance.reason },
        });
    const letters = lettersOf(columns.length, compared.comparisons, levels);
    for (const { column, reason } of compared.leftOut)
      leftOut.push({ row, column: columns[column]!, reason });
    if (input.comparisons)
      comparisons.push(...compared.comparisons.map((one) => ({ row, ...comparisonOf(one) })));
    columns.forEach((column, columnPlace) => {
      const reason = withheld.reasons[at(columnPlace)] ?? null;
      if (reason !== null) {
        cells.push({ row, column, ...WITHHELD, reason });
        return;
      }
      const weight = sumWeights.cells[at(columnPlace)]!;
      const rowSum = sumWeights.rows[place]!;
      const estimate = estimates[columnPlace]!;
      const withRows = !withheld.withoutRowSums;
      const rowProportion = withRows ? proportion(weight, rowSum) : null;
      const adjusted = withRows ? residual(input, place, columnPlace) : null;
      const why = [estimate.reason];
      if (!withRows) why.push('Figures of rows are withheld.');
      else if (rowProportion === null) why.push('Nobody is in the row.');
      else if (adjusted === null) why.push('The row or the column is empty or holds everyone: no residual.');
      if (isTooMany) why.push('Columns are not compared: there are too many.');
      const reasons = why.filter((one) => one !== undefined);
      cells.push({
        row,
        column,
        unweightedCount: n.cells[at(columnPlace)]!,
        weightedCount: weight,
        columnProportion: shares[columnPlace]!,
        rowProportion,
        totalProportion: proportion(weight, sumWeights.total),
        standardError: estimate.standardError,
        interval: estimate.interval === null ? null : [...estimate.interval],
        designEffect: estimate.designEffect,
        adjustedResidual: adjusted,
        higherThan: isTooMany ? null : letters[columnPlace]!,
        ...(reasons.length > 0 && { reason: reasons.join(' ') }),
      });
    });
  });
  return {
    cells,
    columnTests: {
      method: usesCounts ? POOLED_Z : DESIGN_T,
      correction,
      family: 'the pairs of columns compared within one row',
      levels: [...levels],
      leftOut,
      ...(isTooMany && {
        reason: `Columns are not compared: there would be more than ${MOST_COMPARISONS.toLocaleString('en')} comparisons.`,
      }),
      ...(input.comparisons && { comparisons }),
    },
  };
}

/** More letters than anyone reads, and seconds of work. */
const MOST_COMPARISONS = 100_000;
const NOTHING_COMPARED: RowComparisons = { comparisons: [], leftOut: [] };

const POOLED_Z = 'two-proportion z test with pooled variance, two-sided';
const DESIGN_T = 'design-based t test of the difference with its covariance, two-sided';

const WITHHELD = {
  unweightedCount: null,
  weightedCount: null,
  columnProportion: null,
  rowProportion: null,
  totalProportion: null,
  standardError: null,
  interval: null,
  designEffect: null,
  adjustedResidual: null,
  higherThan: null,
} as const;

/** A comparison with letters for places, as it is listed. */
export function comparisonOf({ first, second, test, adjustedPValue }: Comparison) {
  const columns: [string, string] = [columnLetter(first), columnLetter(second)];
  if ('reason' in test)
    return {
      columns,
      difference: null,
      standardError: null,
      statistic: null,
      degreesOfFreedom: null,
      pValue: null,
      adjustedPValue: null,
      reason: test.reason,
    };
  return { columns, ...test, adjustedPValue };
}

/** A share of a base, clipped where rounding carries it past 1; null for an empty base. */
function proportion(part: number, base: number): number | null {
  return base > 0 ? Math.min(1, part / base) : null;
}

function residual({ n, sumWeights }: TableCellsInput, row: number, column: number): number | null {
  const rescale = sumWeights.total > 0 ? n.total / sumWeights.total : 0;
  return adjustedResidual(
    sumWeights.cells[row * n.columns.length + column]! * rescale,
    sumWeights.rows[row]! * rescale,
    sumWeights.columns[column]! * rescale,
    n.total,
  );
}
