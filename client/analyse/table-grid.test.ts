import { describe, expect, test } from 'vitest';
import { headlineFigures } from './headline-figures.ts';
import { tableGrid } from './table-grid.ts';
import { sampleTable } from './testing/sample-table.ts';

const firstRow = (weighted: boolean, shown: Parameters<typeof tableGrid>[1]) =>
  tableGrid(sampleTable({ weighted }), shown, weighted).rows[0];

describe('numbers of the table', () => {
  test('column percent, and "all" over both branches', () => {
    expect(firstRow(false, 'column')?.cells.map((cell) => cell.value)).toEqual([0.4, 0.1]);
    expect(firstRow(false, 'column')?.all).toBeCloseTo(50 / 200, 12);
  });

  test('weights move "all" towards the branch that weighs more', () =>
    expect(firstRow(true, 'column')?.all).toBeCloseTo((40 + 3 * 10) / (100 + 3 * 100), 12));

  test('counts are weighted only where weights are on; respondents never are', () => {
    expect(firstRow(false, 'count')?.cells.map((cell) => cell.value)).toEqual([40, 10]);
    expect(firstRow(true, 'count')?.cells.map((cell) => cell.value)).toEqual([40, 30]);
    expect(firstRow(true, 'count')?.cells.map((cell) => cell.respondents)).toEqual([40, 10]);
  });

  test('cells beyond chance are marked on their own side', () =>
    expect(firstRow(false, 'column')?.cells.map((cell) => cell.mark)).toEqual(['more', 'fewer']));

  test('the total row holds 100 % of each column, and how columns share the rows', () => {
    const table = sampleTable({ weighted: true });
    expect(tableGrid(table, 'column', true).total).toEqual({ cells: [1, 1], all: 1 });
    expect(tableGrid(table, 'row', true).total).toEqual({ cells: [0.25, 0.75], all: 1 });
  });

  test('letters are those of the lower columns, with their names', () => {
    expect(firstRow(false, 'standout')?.cells.map((cell) => cell.moreThan)).toEqual([
      [{ letter: 'b', label: 'South' }],
      [],
    ]);
  });

  test('where row sums are withheld, "all" is empty rather than wrong', () => {
    const table = { ...sampleTable({ weighted: false }), rowBases: [] };
    expect(tableGrid(table, 'column', false).rows.map((row) => row.all)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

test.each([true, false])('headline and table tell the same shares (weighted: %s)', (weighted) => {
  const table = sampleTable({ weighted });
  const { shares } = headlineFigures(table, weighted);
  const all = tableGrid(table, 'column', weighted).rows.map((row) => row.all);
  expect(Object.values(shares).map((share) => share.share01)).toEqual(all.slice(0, 4));
});

test('who could not be placed is counted apart, never as Nascent', () => {
  const counts = [
    [1, 1],
    [1, 1],
    [1, 1],
    [1, 1],
    [2, 0],
  ] as const;
  const figures = headlineFigures(sampleTable({ weighted: false, counts }), false);
  expect(figures).toMatchObject({ respondents: 10, placed: 8, notClassified: { count: 2, share01: 0.2 } });
  expect(figures.shares.Nascent.share01).toBe(0.2);
});
