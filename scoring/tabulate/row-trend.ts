import { chiSquaredUpperTail } from '../statistics/chi-squared-upper-tail.ts';
import { tUpperTail } from '../statistics/t-upper-tail.ts';
import type { Crosstab } from '../../contracts/table.ts';
import type { Patterns } from './table-patterns.ts';
import type { TableVariance } from './table-variance.ts';

export type Trend = NonNullable<Crosstab['tests']['trend']>;
type SlopeTest = NonNullable<Trend['overall']>;

export interface RowTrendInput {
  /** Respondents and Σw of the pattern cells; rows have one answer, so pattern and row are the same. */
  readonly n: Float64Array;
  readonly sumWeights: Float64Array;
  /** Place of each row on its scale; null: the row is not on it and takes no part. */
  readonly scores: readonly (number | null)[];
  readonly columns: readonly string[];
  readonly columnPatterns: Patterns;
  readonly columnsAreOrdered: boolean;
  /** Null: plain data. */
  readonly variance: TableVariance | null;
}

/**
 * Tests for a trend over ordered rows, scored 1, 2, 3 … Each column: does its share among the
 * respondents of a row rise or fall from row to row? Plain data: Cochran–Armitage, as R's
 * `prop.trend.test`; a design: the slope of a linear regression on the row's place, as `svyglm`. Where
 * the columns are ordered too, one test of both orders: linear by linear, M² = (n − 1)r² (Agresti,
 * Categorical Data Analysis, 3.4.1), or the slope of the column's place.
 */
export function rowTrend(input: RowTrendInput): Trend {
  const { columns, columnPatterns, columnsAreOrdered, variance } = input;
  const isIn = (column: number) => columnPatterns.map((members) => Number(members.includes(column)));
  return {
    method:
      variance === null
        ? 'Cochran–Armitage test for a trend, rows scored 1, 2, 3 …'
        : 'Slope of a design-based linear regression on the row, scored 1, 2, 3 …',
    columns: columns.map((column, place) => ({ column, ...slopeTest(input, isIn(place), 'share') })),
    ...(columnsAreOrdered &&
      columnPatterns.every((members) => members.length === 1) && {
        overall: slopeTest(
          input,
          columnPatterns.map(([column]) => column! + 1),
          'place',
        ),
      }),
  };
}

function slopeTest(input: RowTrendInput, outcome: readonly number[], kind: 'share' | 'place'): SlopeTest {
  const { variance, scores } = input;
  const width = outcome.length;
  const row = (cell: number) => scores[Math.floor(cell / width)] ?? 0;
  const isOnScale = input.n.map((_, cell) => Number(scores[Math.floor(cell / width)] !== null));
  const sumWeights = input.sumWeights.map((weight, cell) => weight * isOnScale[cell]!);
  const sum = (value: (cell: number) => number) =>
    sumWeights.reduce((total, weight, cell) => total + weight * value(cell), 0);
  const total = sum(() => 1);
  const meanRow = sum(row) / total;
  const meanOutcome = sum((cell) => outcome[cell % width]!) / total;
  const rowSquares = sum((cell) => (row(cell) - meanRow) ** 2);
  const outcomeSquares = sum((cell) => (outcome[cell % width]! - meanOutcome) ** 2);
  const both = sum((cell) => (row(cell) - meanRow) * (outcome[cell % width]! - meanOutcome));
  if (!(rowSquares > total * 1e-12) || !(outcomeSquares > total * 1e-12))
    return noSlope('All respondents are in one row, or they do not differ in the column.');
  const slope = both / rowSquares;
  if (variance === null) {
    const respondents = input.n.reduce((count, value, cell) => count + value * isOnScale[cell]!, 0);
    const correlation = (both * both) / (rowSquares * outcomeSquares);
    const times = kind === 'share' ? respondents : respondents - 1;
    const statistic = times * correlation;
    return {
      slope,
      standardError: Math.sqrt(outcomeSquares / (times * rowSquares)),
      statistic,
      degreesOfFreedom: 1,
      pValue: chiSquaredUpperTail(statistic, 1),
    };
  }
  const degreesOfFreedom = variance.degreesOfFreedom - 1;
  if (degreesOfFreedom < 1) return noSlope('There are too few PSUs for a slope and its variance.');
  const gradient = sumWeights.map((_, cell) => {
    if (isOnScale[cell] === 0) return 0;
    const fromMean = row(cell) - meanRow;
    return (fromMean * (outcome[cell % width]! - meanOutcome - slope * fromMean)) / rowSquares;
  });
  const standardError = Math.sqrt(Math.max(0, variance.ofFunctions(gradient, gradient)));
  if (!(standardError > Math.abs(slope) * 1e-12)) return noSlope('The slope has no variance.');
  const statistic = slope / standardError;
  const pValue = Math.min(1, 2 * tUpperTail(Math.abs(statistic), degreesOfFreedom));
  return { slope, standardError, statistic, degreesOfFreedom, pValue };
}

const noSlope = (reason: string): SlopeTest => ({
  slope: null,
  standardError: null,
  statistic: null,
  degreesOfFreedom: null,
  pValue: null,
  reason,
});
