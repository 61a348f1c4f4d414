import type { Crosstab } from '../../contracts/table.ts';
import { createCellVariance } from '../design/cell-variance.ts';
import { weightsOnlyCovariance } from '../statistics/weights-only-covariance.ts';
import type { CategorySums } from './category-sums.ts';
import type { ComplexTable } from './counted-table.ts';
import { groupCells } from './group-cells.ts';
import { overlaps, type Patterns } from './table-patterns.ts';
import type { TableStatistics } from './tabulate.ts';
import { noTests, testIndependence, type IndependenceInput } from './test-independence.ts';

type Tests = Omit<Crosstab['tests'], 'trend'>;

export interface TableTestsInput {
  readonly statistics: TableStatistics;
  readonly rows: Crosstab['rows'];
  readonly respondents: number;
  readonly complex: ComplexTable | null;
  readonly rowPatterns: Patterns;
  readonly columnPatterns: Patterns;
  readonly isPlain: boolean;
  readonly n: CategorySums;
  readonly sumWeights: CategorySums;
  readonly sumSquaredWeights: CategorySums;
  readonly somethingWithheld: boolean;
}

/**
 * Tests of independence of a table. A question with several answers as rows has a test per answer: those
 * who gave it and those who did not, against the columns. Columns that overlap have none: read the
 * comparisons of columns, which take the overlap into account.
 */
export function tableTests(input: TableTestsInput): Tests {
  const { rows, rowPatterns, columnPatterns, n } = input;
  if (input.somethingWithheld)
    return noTests('Withheld: a test of the whole table would let withheld cells be worked out.');
  if (overlaps(columnPatterns))
    return noTests(
      'Respondents may be in several columns, so the table has no test of independence. Read the comparisons of columns.',
    );
  if (!overlaps(rowPatterns)) {
    const target = cellTargets(input, (members) => members[0]!);
    return independence(input, n.rows.length, target);
  }
  return {
    ...noTests(
      'Respondents may be in several rows, so the table has no test of independence. Each row has its own.',
    ),
    byRow: rows.categories.map(({ code }, row) => ({
      row: code,
      ...independence(
        input,
        2,
        cellTargets(input, (members) => (members.includes(row) ? 0 : 1)),
      ),
    })),
  };
}

/** Cell of the tested table for each pattern cell. */
function cellTargets(
  { rowPatterns, columnPatterns, n }: TableTestsInput,
  rowOf: (members: readonly number[]) => number,
): Int32Array {
  const width = columnPatterns.length;
  return Int32Array.from({ length: rowPatterns.length * width }, (_, cell) => {
    const row = rowOf(rowPatterns[Math.floor(cell / width)]!);
    return row * n.columns.length + columnPatterns[cell % width]![0]!;
  });
}

function independence(input: TableTestsInput, rowCount: number, target: Int32Array): Tests {
  const { statistics, complex, respondents, isPlain } = input;
  const columnCount = input.n.columns.length;
  const grouped = (values: Float64Array): Float64Array => {
    const sums = new Float64Array(rowCount * columnCount);
    target.forEach((cell, pattern) => {
      sums[cell] = sums[cell]! + values[pattern]!;
    });
    return sums;
  };
  const n = grouped(statistics.n);
  const sumWeights = grouped(statistics.sumWeights);
  const design: IndependenceInput['design'] = (cells) => {
    if (complex !== null)
      return {
        covariance: createCellVariance(
          complex.design,
          groupCells(complex.sums, target, rowCount * columnCount),
        ).covariance(cells),
        designDegreesOfFreedom: complex.design.degreesOfFreedom,
      };
    const squares = grouped(statistics.sumSquaredWeights);
    const pick = (values: Float64Array) => Float64Array.from(cells, (cell) => values[cell]!);
    return weightsOnlyCovariance(pick(n), pick(sumWeights), pick(squares), respondents);
  };
  return testIndependence({ rowCount, columnCount, n, sumWeights, isPlain, design });
}
