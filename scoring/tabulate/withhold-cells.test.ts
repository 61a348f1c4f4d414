import { describe, expect, it } from 'vitest';
import { categorySums } from './category-sums.ts';
import { onePattern, overlaps, type Patterns } from './table-patterns.ts';
import { withholdCells } from './withhold-cells.ts';

/** Sums of a table of patterns: rows of counts by patterns of rows, in columns of patterns. */
const sums = (counts: readonly (readonly number[])[], rows: Patterns, columns: Patterns) =>
  categorySums(
    Float64Array.from(counts.flat()),
    { patterns: rows, count: 2 },
    { patterns: columns, count: 3 },
  );
const SEVERAL: Patterns = [[0], [1], [0, 1]];

describe('withholding with several answers', () => {
  it('takes each answer in the rows for a table of its own', () => {
    const n = sums(
      [
        [3, 20, 30],
        [2, 25, 10],
        [1, 15, 20],
      ],
      SEVERAL,
      onePattern(3),
    );
    expect(overlaps(SEVERAL)).toBe(true);
    expect([...n.cells]).toEqual([4, 35, 50, 3, 40, 30]);
    expect([...n.columns]).toEqual([6, 60, 60]);
    expect([...n.rows]).toEqual([89, 73]);
    expect(n.total).toBe(126);
    const { reasons, summary } = withholdCells({
      n,
      minimumBase: 20,
      rowsOverlap: true,
      columnsOverlap: false,
    });
    // The small column, and in each row one more: else it would follow from the row's base.
    expect(summary).toMatchObject({ primary: 2, secondary: 2 });
    for (const row of [0, 1]) {
      const own = reasons.slice(row * 3, row * 3 + 3);
      expect(own[0]).toContain('below 20');
      expect(own.filter((reason) => reason !== null)).toHaveLength(2);
    }
  });

  it('protects small columns that overlap, also where hardly anybody is in two; nothing without a minimum base', () => {
    const columns: Patterns = [[0], [1], [0, 2], [2]];
    const n = sums(
      [
        [20, 5, 1, 40],
        [25, 3, 0, 50],
      ],
      onePattern(2),
      columns,
    );
    expect([...n.columns]).toEqual([46, 8, 91]);
    // One respondent is in two columns: 66 in the row, less 21 and 41 that are shown, would leave 4 or 5.
    const found = withholdCells({ n, minimumBase: 10, rowsOverlap: false, columnsOverlap: true });
    expect(found.summary).toMatchObject({ primary: 2, secondary: 2 });
    expect(found.reasons.map((reason) => reason !== null)).toEqual([true, true, false, true, true, false]);
    const few = withholdCells({ n, minimumBase: 1000, rowsOverlap: false, columnsOverlap: true });
    expect(few.withoutRowSums).toBe(true);
    const none = withholdCells({ n, minimumBase: 0, rowsOverlap: false, columnsOverlap: true });
    expect(none).toMatchObject({ summary: null, withoutRowSums: false });
  });
});
