import { describe, expect, it } from 'vitest';
import reference from '../reference/reference.json';
import { tabulate, type TableStatistics } from '../tabulate/tabulate.ts';
import { choleskySolveLeft } from './cholesky-solve-left.ts';
import { pearson } from './pearson.ts';
import { raoScott, type RaoScottResult } from './rao-scott.ts';
import { weightsOnlyCovariance } from './weights-only-covariance.ts';

type Case = (typeof reference.cases)[number];
const statisticsOf = (given: Case) =>
  tabulate({
    rows: Uint16Array.from(given.row),
    columns: Uint16Array.from(given.column),
    rowCount: given.rowCount,
    columnCount: given.columnCount,
    weights: Float64Array.from(given.weight),
  });
const withCovariance = (table: TableStatistics) => ({
  ...table,
  ...weightsOnlyCovariance(table.n, table.sumWeights, table.sumSquaredWeights),
});
const testOf = (given: Case) => raoScott(withCovariance(statisticsOf(given)));
const computed = (result: RaoScottResult) => {
  if ('reason' in result) throw new Error(result.reason);
  return result;
};

describe('raoScott', () => {
  it.each(reference.cases)('matches svychisq of R: $name', (given) => {
    const result = computed(testOf(given));
    expect(result.statistic / given.f - 1).toBeCloseTo(0, 9);
    expect(result.numeratorDegreesOfFreedom / given.df1 - 1).toBeCloseTo(0, 9);
    expect(result.denominatorDegreesOfFreedom / given.df2 - 1).toBeCloseTo(0, 9);
    expect(result.pValue / given.pF - 1).toBeCloseTo(0, 8);
  });

  it('agrees with linearising respondent by respondent, in another basis of the interaction', () => {
    const given = reference.cases[0]!;
    const result = computed(testOf(given));
    expect(result.statistic).toBeCloseTo(bruteForce(given), 9);
  });

  it('is Pearson over its degrees of freedom, times (n − 1)/n, where all weigh the same', () => {
    const given = reference.cases[1]!;
    const n = given.row.length;
    const result = computed(testOf(given));
    expect(result.statistic).toBeCloseTo((given.chi / given.df) * ((n - 1) / n), 9);
  });

  it('leaves empty rows and columns out', () => {
    const given = reference.cases[1]!;
    const wider = tabulate({
      rows: Uint16Array.from(given.row, (row) => row * 2),
      columns: Uint16Array.from(given.column, (column) => column + 1),
      rowCount: 4,
      columnCount: 5,
      weights: Float64Array.from(given.weight),
    });
    expect(raoScott(withCovariance(wider))).toEqual(testOf(given));
  });

  it('gives a reason, not a number, where there is nothing to compare', () => {
    const cells = (rowCount: number, columnCount: number, counts: Float64Array) =>
      raoScott({
        rowCount,
        columnCount,
        n: counts,
        sumWeights: counts,
        ...weightsOnlyCovariance(counts, counts, counts),
      });
    expect(cells(1, 2, Float64Array.of(3, 4))).toEqual({
      reason: 'Fewer than two rows or two columns have respondents.',
    });
    expect(cells(60, 60, new Float64Array(60 * 60).fill(1))).toHaveProperty('reason');
    expect(cells(3, 3, Float64Array.of(5, 0, 0, 0, 5, 0, 0, 0, 5))).toEqual({
      reason: 'The variance of the cells cannot be computed: too many cells are empty.',
    });
    const noFreedom = withCovariance(statisticsOf(reference.cases[1]!));
    expect(raoScott({ ...noFreedom, designDegreesOfFreedom: 0 })).toEqual({
      reason: 'The design has no degrees of freedom: no more PSUs than strata.',
    });
  });
});

/**
 * The same statistic the long way: each respondent's influence on every cell proportion, their
 * covariance summed one by one, and centred indicators as the interaction.
 */
function bruteForce({ row, column, weight, rowCount, columnCount }: Case): number {
  const n = row.length;
  const cells = rowCount * columnCount;
  const total = weight.reduce((sum, value) => sum + value, 0);
  const indicators = row.map((r, i) =>
    Array.from({ length: cells }, (_, cell) => (cell === r * columnCount + column[i]! ? 1 : 0)),
  );
  const p = Array.from({ length: cells }, (_, cell) =>
    indicators.reduce((sum, x, i) => sum + (x[cell]! * weight[i]!) / total, 0),
  );
  const influence = indicators.map((x, i) =>
    x.map((value, cell) => (weight[i]! * (value - p[cell]!)) / total),
  );
  const covariance = (a: number, b: number) =>
    (n / (n - 1)) * influence.reduce((sum, z) => sum + z[a]! * z[b]!, 0);

  // Products of centred row and column indicators: another basis of the interaction than the one tested.
  const centred = (own: boolean, count: number) => (own ? 1 : 0) - 1 / count;
  const contrasts: number[][] = [];
  for (let r = 1; r < rowCount; r += 1) {
    for (let c = 1; c < columnCount; c += 1) {
      contrasts.push(
        Array.from(
          { length: cells },
          (_, cell) =>
            centred(Math.floor(cell / columnCount) === r, rowCount) *
            centred(cell % columnCount === c, columnCount),
        ),
      );
    }
  }
  const size = contrasts.length;
  const expected = new Float64Array(size * size);
  const actual = new Float64Array(size * size);
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b < size; b += 1) {
      for (let i = 0; i < cells; i += 1) {
        const left = contrasts[a]![i]! / p[i]!;
        expected[a * size + b] = expected[a * size + b]! + (left * contrasts[b]![i]!) / n;
        for (let j = 0; j < cells && left !== 0; j += 1) {
          actual[a * size + b] =
            actual[a * size + b]! + left * covariance(i, j) * (contrasts[b]![j]! / p[j]!);
        }
      }
    }
  }
  const delta = choleskySolveLeft(expected, actual, size)!;
  const trace = contrasts.reduce((sum, _, a) => sum + delta[a * size + a]!, 0);
  const chi = pearson(
    Float64Array.from(p, (share) => share * n),
    rowCount,
    columnCount,
  )!;
  return chi.statistic / trace;
}
