import { describe, expect, it } from 'vitest';
import { crosstabSchema, type Crosstab } from '../../contracts/table.ts';
import { createDesign } from '../design/create-design.ts';
import type { DesignColumns } from '../design/survey-design.ts';
import reference from '../reference/crosstab.json' with { type: 'json' };
import { columnMeans } from './column-means.ts';
import { countTable } from './counted-table.ts';
import { crosstab, type Axis, type CrosstabOptions } from './crosstab.ts';
import { onePattern, type Patterns } from './table-patterns.ts';
import { MISSING_CATEGORY } from './tabulate.ts';

/** Every figure against R's survey on invented data: five designs, missing answers, several answers. */
const { data } = reference;
const size = data.psu.length;
const key = (values: readonly number[]) => Uint32Array.from(values, (value) => value);
const category = (values: readonly (number | null)[]) =>
  Uint16Array.from(values, (value) => (value === null ? MISSING_CATEGORY : value - 1));
const weights = Float64Array.from(data.weight);
const strata = key(data.stratum);
const psu = key(data.psu);
const DESIGNS: Readonly<Record<keyof typeof reference.designs, Omit<DesignColumns, 'size'>>> = {
  full: { weights, strata, psu, fpc: Float64Array.from(data.fpc) },
  clustered: { weights, psu },
  stratified: { weights, strata },
  weighted: { weights },
  plain: {},
};
const axis = (variable: string, count: number): Axis => ({
  variable,
  label: variable,
  categories: Array.from({ length: count }, (_, place) => ({ code: String(place + 1), label: '' })),
  ordered: true,
});
const segments = { indices: category(data.segment), axis: axis('segment', 4), patterns: onePattern(4) };
const branches = { indices: category(data.branch), axis: axis('branch', 3), patterns: onePattern(3) };
/** Channels used, as patterns of several answers. */
const CHANNELS: Patterns = [[0], [1], [0, 1], [2], [0, 2], [1, 2], [0, 1, 2]];
const channels = {
  indices: Uint16Array.from(data.call, (call, row) => {
    const used = call + 2 * data.visit[row]! + 4 * data.app[row]!;
    return used === 0 ? MISSING_CATEGORY : used - 1;
  }),
  axis: { ...axis('channel', 3), multiple: true },
  patterns: CHANNELS,
};
type Side = typeof segments;

const designOf = (name: keyof typeof DESIGNS) => createDesign({ size, ...DESIGNS[name] });
function tableOf(name: keyof typeof DESIGNS, rows: Side, columns: Side, options: CrosstabOptions = {}) {
  const counted = countTable({
    design: designOf(name),
    rows: rows.indices,
    columns: columns.indices,
    rowCount: rows.patterns.length,
    columnCount: columns.patterns.length,
  });
  return crosstabSchema.parse(
    crosstab({
      ...counted,
      rows: rows.axis,
      columns: columns.axis,
      rowPatterns: rows.patterns,
      columnPatterns: columns.patterns,
      excluded: [],
      notes: [],
      options: { comparisons: true, correction: 'none', ...options },
    }),
  );
}

let figures = 0;
const near = (found: number | null | undefined, expected: number | null): void => {
  figures += 1;
  if (expected === null) throw new Error('R has no figure here.');
  expect(typeof found).toBe('number');
  expect(Math.abs(found! - expected)).toBeLessThanOrEqual(1e-8 * Math.max(Math.abs(expected), 1e-3));
};
const cellAt = (table: Crosstab, row: number, column: number) => table.cells[(row - 1) * 3 + column - 1]!;
const letters = (first: number, second: number) => ['abc'[first - 1], 'abc'[second - 1]].join();
const comparison = (table: Crosstab, row: number, first: number, second: number) =>
  table.columnTests.comparisons!.find(
    (one) => one.row === String(row) && one.columns.join() === letters(first, second),
  );

describe.each(Object.keys(DESIGNS) as (keyof typeof DESIGNS)[])('as R under the %s design', (name) => {
  const expected = reference.designs[name];
  const isPlain = name === 'plain';

  it('shares with standard errors, design effects, logit and Korn–Graubard intervals', () => {
    const logit = tableOf(name, segments, branches);
    const beta = tableOf(name, segments, branches, { interval: 'korn-graubard' });
    for (const cell of expected.cells) {
      const found = cellAt(logit, cell.segment, cell.branch);
      near(found.columnProportion, cell.proportion);
      near(found.standardError, cell.se);
      near(found.designEffect, isPlain ? cell.deffReplace : cell.deff);
      found.interval!.forEach((end, place) => near(end, cell.logit[place]!));
      cellAt(beta, cell.segment, cell.branch).interval!.forEach((end, place) => near(end, cell.beta[place]!));
    }
  });

  it('Rao–Scott, of the table and of each of several answers', () => {
    const check = (found: Crosstab['tests']['raoScott'], figuresOfR: readonly number[]) => {
      near(found.statistic, figuresOfR[0]!);
      near(found.numeratorDegreesOfFreedom, figuresOfR[1]!);
      near(found.denominatorDegreesOfFreedom, figuresOfR[2]!);
      near(found.pValue, figuresOfR[3]!);
    };
    check(tableOf(name, segments, branches).tests.raoScott, expected.raoScott);
    const { byRow } = tableOf(name, channels, branches).tests;
    expected.byRow.forEach((figuresOfR, row) => check(byRow![row]!.raoScott, figuresOfR));
  });

  it.skipIf(isPlain)('differences of columns with their covariance, and the t test', () => {
    const table = tableOf(name, segments, branches);
    for (const pair of expected.pairs) {
      const found = comparison(table, pair.segment, pair.first, pair.second)!;
      near(found.difference, pair.difference);
      near(found.standardError, pair.se);
      near(found.statistic, pair.t);
      expect(found.degreesOfFreedom).toBe(pair.df);
      near(found.pValue, pair.p);
    }
  });

  it('differences of columns that overlap', () => {
    const table = tableOf(name, segments, channels);
    for (const pair of expected.overlap) {
      near(cellAt(table, pair.segment, pair.first).columnProportion, pair.shares[0]!);
      const found = comparison(table, pair.segment, pair.first, pair.second)!;
      near(found.difference, pair.shares[0]! - pair.shares[1]!);
      near(found.standardError, pair.se);
      expect(found.degreesOfFreedom).toBe(pair.df);
    }
  });

  it('means with design effects and intervals, and their t tests', () => {
    const means = columnMeans({
      design: designOf(name),
      variable: 'loan',
      label: 'loan',
      values: Float64Array.from(data.loan, (value) => value ?? Number.NaN),
      columns: branches.indices,
      patterns: branches.patterns,
      codes: ['1', '2', '3'],
      options: { comparisons: true, correction: 'none' },
    });
    for (const { branch, mean, se, deff, interval } of expected.loan) {
      const found = means.columns[branch - 1]!;
      near(found.mean, mean);
      near(found.standardError, se);
      if (!isPlain) near(found.designEffect, deff);
      found.interval!.forEach((end, place) => near(end, interval[place]!));
    }
    for (const pair of expected.loanPairs) {
      const found = means.comparisons!.find(
        ({ columns }) => columns.join() === letters(pair.first, pair.second),
      )!;
      near(found.difference, pair.difference);
      near(found.statistic, pair.t);
      expect(found.degreesOfFreedom).toBe(pair.df);
      near(found.pValue, pair.p);
    }
  });

  it.skipIf(isPlain)('trend over the rows as svyglm', () => {
    const { trend } = tableOf(name, segments, branches).tests;
    const check = (
      found: Omit<NonNullable<typeof trend>['columns'][number], 'column'>,
      of: typeof expected.overall,
    ) => {
      near(found.slope, of.slope);
      near(found.standardError, of.se);
      near(found.statistic, of.t);
      expect(found.degreesOfFreedom).toBe(of.df);
      near(found.pValue, of.p);
    };
    expected.trend.forEach((of) => check(trend!.columns[of.branch - 1]!, of));
    check(trend!.overall!, expected.overall);
  });
});

describe('plain data, as R', () => {
  const { plain } = reference;

  it('chisq.test with its residuals', () => {
    const table = tableOf('plain', segments, branches);
    near(table.tests.pearson.statistic, plain.chisq.statistic);
    near(table.tests.pearson.pValue, plain.chisq.p);
    expect(table.tests.pearson.degreesOfFreedom).toBe(plain.chisq.df);
    plain.chisq.residuals.forEach((row, place) =>
      row.forEach((residual, column) =>
        near(cellAt(table, place + 1, column + 1).adjustedResidual, residual),
      ),
    );
  });

  it.each(['bonferroni', 'holm', 'benjamini-hochberg'] as const)('prop.test with %s', (correction) => {
    const table = tableOf('plain', segments, branches, { correction });
    for (const pair of plain.proportions) {
      const found = comparison(table, pair.segment, pair.first, pair.second)!;
      near(found.statistic! ** 2, pair.z2);
      near(found.pValue, pair.p);
      near(found.adjustedPValue, correction === 'benjamini-hochberg' ? pair.bh : pair[correction]);
    }
  });

  it('prop.trend.test and linear by linear', () => {
    const { trend } = tableOf('plain', segments, branches).tests;
    for (const of of plain.trend) {
      near(trend!.columns[of.branch - 1]!.statistic, of.statistic);
      near(trend!.columns[of.branch - 1]!.pValue, of.p);
    }
    near(trend!.overall!.statistic, plain.linear.statistic);
    near(trend!.overall!.pValue, plain.linear.p);
  });

  it('compared several hundred figures', () => {
    expect(figures).toBeGreaterThan(800);
  });
});
