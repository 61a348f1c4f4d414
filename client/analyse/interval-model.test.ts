import { expect, test } from 'vitest';
import { intervalModel } from './interval-model.ts';
import { sampleTable } from './testing/sample-table.ts';

test('a dot for every share that is shown, on the interval of the table', () => {
  const table = sampleTable({ weighted: true });
  const model = intervalModel(table, true);
  expect(model?.estimates).toHaveLength(10);
  for (const { part, bar, share01, low01, high01 } of model?.estimates ?? []) {
    const cell = table.cells.find(({ row, column }) => row === part && column === bar);
    expect([share01, low01, high01]).toEqual([
      cell?.columnProportion,
      cell?.interval?.[0] ?? null,
      cell?.interval?.[1] ?? null,
    ]);
  }
  expect(model?.all[0]).toBeCloseTo((40 + 30) / 400, 12);
});

test('what is withheld is in no picture', () => {
  const counts = [
    [40, 2],
    [30, 3],
    [20, 1],
    [10, 4],
  ] as const;
  const table = sampleTable({ weighted: false, counts, options: { minimumBase: 20 } });
  const shown = intervalModel(table, false)?.estimates.filter(({ bar }) => bar === 's');
  // That nobody is in a row of nobody tells nothing.
  expect(shown?.map(({ part }) => part)).toEqual(['Not classified']);
});

test('more panels than anyone can tell apart are no picture', () => {
  const table = sampleTable({ weighted: false });
  const categories = Array.from({ length: 9 }, (_, index) => ({ code: String(index), label: String(index) }));
  expect(intervalModel({ ...table, rows: { ...table.rows, categories } }, false)).toBeNull();
});
