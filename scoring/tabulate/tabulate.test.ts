import { describe, expect, it } from 'vitest';
import { crosstabSchema } from '../../contracts/table.ts';
import { crosstab, type Axis } from './crosstab.ts';
import { MISSING_CATEGORY, tabulate } from './tabulate.ts';

const axis = (variable: string, codes: readonly string[]): Axis => ({
  variable,
  label: variable,
  categories: codes.map((code) => ({ code, label: code.toUpperCase() })),
});

describe('tabulate', () => {
  it('counts cells, weights and squared weights, and who has no category', () => {
    const table = tabulate({
      rows: Uint16Array.of(0, 0, 1, MISSING_CATEGORY, 1),
      columns: Uint16Array.of(0, 0, 1, 0, MISSING_CATEGORY),
      rowCount: 2,
      columnCount: 2,
      weights: Float64Array.of(2, 0.5, 3, 9, 9),
    });
    expect([...table.n]).toEqual([2, 0, 0, 1]);
    expect([...table.sumWeights]).toEqual([2.5, 0, 0, 3]);
    expect([...table.sumSquaredWeights]).toEqual([4.25, 0, 0, 9]);
    expect(table.excluded).toBe(2);
  });

  it('refuses columns that do not fit together', () => {
    const fine = { rows: Uint16Array.of(0), columns: Uint16Array.of(0), rowCount: 1, columnCount: 1 };
    expect(() => tabulate({ ...fine, columns: Uint16Array.of(0, 0) })).toThrow('differ in length');
    expect(() => tabulate({ ...fine, weights: Float64Array.of() })).toThrow('differ in length');
    expect(() => tabulate({ ...fine, rows: Uint16Array.of(1) })).toThrow('row 1 of 1');
    expect(() => tabulate({ ...fine, weights: Float64Array.of(Number.NaN) })).toThrow('not a finite number');
  });
});

describe('crosstab', () => {
  const table = (weighted: boolean) =>
    crosstab({
      statistics: tabulate({
        rows: Uint16Array.of(0, 0, 1, 1, 1),
        columns: Uint16Array.of(0, 2, 0, 0, 2),
        rowCount: 3,
        columnCount: 3,
        ...(weighted && { weights: Float64Array.of(1, 2, 1, 1, 3) }),
      }),
      rows: axis('r', ['a', 'b', 'empty']),
      columns: axis('c', ['x', 'none', 'z']),
      weighted,
      excluded: [{ reason: 'no branch', count: 4 }],
      notes: ['synthetic'],
    });

  it('has null where a base is empty, never a zero or NaN', () => {
    const result = table(true);
    crosstabSchema.parse(result);
    expect(result.cells).toHaveLength(9);
    expect(result.cells[1]).toEqual({
      row: 'a',
      column: 'none',
      unweightedCount: 0,
      weightedCount: 0,
      columnProportion: null,
      rowProportion: 0,
      totalProportion: 0,
      standardError: null,
      interval: null,
      designEffect: null,
      adjustedResidual: null,
      higherThan: [],
      reason: 'Nobody is in the column. The row or the column is empty or holds everyone: no residual.',
    });
    expect(result.cells[6]).toMatchObject({ row: 'empty', rowProportion: null, columnProportion: 0 });
  });

  it('gives bases unweighted, weighted and effective', () => {
    const result = table(true);
    expect(result.base).toEqual({ unweighted: 5, weighted: 8, effective: 4 });
    expect(result.columnBases[2]).toEqual({ category: 'z', unweighted: 2, weighted: 5, effective: 25 / 13 });
    expect(result.rowBases[2]).toEqual({ category: 'empty', unweighted: 0, weighted: 0, effective: 0 });
    expect(result.cells[2]).toMatchObject({
      columnProportion: 0.4,
      rowProportion: 2 / 3,
      totalProportion: 0.25,
    });
    expect(result.excluded).toEqual([{ reason: 'no branch', count: 4 }]);
    expect(result.notes).toEqual(['synthetic']);
  });

  it('has a Rao–Scott p-value always, and a Pearson one where it is not weighted', () => {
    const weighted = table(true).tests;
    expect(weighted.pearson.pValue).toBeNull();
    expect(weighted.pearson.reason).toContain('weighted');
    expect(weighted.raoScott.pValue).toBeGreaterThan(0);
    const plain = table(false).tests;
    expect(plain.pearson.pValue).toBeGreaterThan(0);
    expect(plain.pearson.reason).toContain('4 of 4 cells expect fewer than 5');
    expect(plain.raoScott.pValue).toBeGreaterThan(0);
  });

  it('gives weights that are all the same the Pearson p-value of the unweighted table', () => {
    const cells = { rows: Uint16Array.of(0, 0, 1, 1, 1), columns: Uint16Array.of(0, 1, 1, 1, 0) };
    const testsWith = (weights?: Float64Array) =>
      crosstab({
        statistics: tabulate({ ...cells, rowCount: 2, columnCount: 2, ...(weights && { weights }) }),
        rows: axis('r', ['a', 'b']),
        columns: axis('c', ['x', 'y']),
        weighted: weights !== undefined,
        excluded: [],
        notes: [],
      }).tests;
    const plain = testsWith();
    const even = testsWith(new Float64Array(5).fill(0.1));
    expect(even.pearson).toEqual(plain.pearson);
    expect(even.raoScott.pValue).not.toBeNull();
    expect(testsWith(Float64Array.of(0.1, 0.1, 0.1, 0.1, 0.2)).pearson.pValue).toBeNull();
  });

  it('says why there is no test on an empty table', () => {
    const empty = crosstab({
      statistics: tabulate({
        rows: new Uint16Array(0),
        columns: new Uint16Array(0),
        rowCount: 2,
        columnCount: 1,
      }),
      rows: axis('r', ['a', 'b']),
      columns: axis('c', ['x']),
      weighted: false,
      excluded: [],
      notes: [],
    });
    crosstabSchema.parse(empty);
    expect(empty.base).toEqual({ unweighted: 0, weighted: 0, effective: 0 });
    expect(empty.tests.pearson).toMatchObject({ statistic: null, pValue: null });
    expect(empty.tests.pearson.reason).toContain('nothing to compare');
    expect(empty.tests.cramersV).toBeNull();
  });
});
