import { describe, expect, it } from 'vitest';
import { hiddenRange } from './hidden-range.ts';
import { PRIMARY, SECONDARY, suppress } from './suppress.ts';

const table = (rows: readonly (readonly number[])[]) => ({
  rowCount: rows.length,
  columnCount: rows[0]!.length,
  counts: Float64Array.from(rows.flat()),
});

describe('hiddenRange', () => {
  it('gives the exact bounds of a circle of four cells', () => {
    const four = table([
      [10, 7, 40],
      [3, 6, 50],
      [20, 30, 60],
    ]);
    const hidden = Uint8Array.of(1, 1, 0, 1, 1, 0, 0, 0, 0);
    // Up by what the two neighbours can give, 3 and 7; down until the opposite corners are used up.
    expect(hiddenRange(four, hidden, 0)).toEqual({ low: 4, high: 13 });
    expect(hiddenRange(four, hidden, 4)).toEqual({ low: 0, high: 9 });
    expect(hiddenRange(four, hidden, 0, 4)).toEqual({ low: 9, high: 13 });
  });

  it('works out a cell that has two hidden cells or more in its row and in its column', () => {
    // Two circles (rows 0–1 with columns 0–1, rows 2–3 with columns 2–3) and one cell between them:
    // the sums of a circle's rows and columns differ by that cell.
    const bridged = table([
      [9, 8, 30, 30],
      [7, 9, 5, 30],
      [30, 30, 8, 9],
      [30, 30, 9, 7],
    ]);
    const hidden = Uint8Array.of(1, 1, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 0, 0, 1, 1);
    expect(hiddenRange(bridged, hidden, 6)).toEqual({ low: 5, high: 5 });
    expect(hiddenRange(bridged, hidden, 0).low).toBeLessThan(9);
  });

  it('works out a cell whose circle meets a zero both ways', () => {
    const zeros = table([
      [0, 5],
      [0, 9],
    ]);
    expect(hiddenRange(zeros, new Uint8Array(4).fill(1), 0)).toEqual({ low: 0, high: 0 });
  });
});

describe('suppress', () => {
  const wide = table([
    [40, 3, 25, 30],
    [35, 2, 45, 20],
    [25, 4, 30, 50],
  ]);

  it('withholds the column under the minimum base, and enough of the others', () => {
    const { cells, withoutRowSums } = suppress(wide, 30);
    const kinds = [...cells];
    expect(kinds.filter((_, cell) => cell % 4 === 1)).toEqual([PRIMARY, PRIMARY, PRIMARY]);
    // Alone, the column would follow from the rows: each row has to lose another cell.
    expect(kinds.filter((kind) => kind === SECONDARY).length).toBeGreaterThanOrEqual(3);
    expect(withoutRowSums).toBe(false);
    const hidden = cells.map((kind) => (kind > 0 ? 1 : 0));
    kinds.forEach((kind, cell) => {
      if (kind === 0) return;
      const { low, high } = hiddenRange(wide, hidden, cell);
      expect(high - low).toBeGreaterThan(0);
    });
  });

  it('withholds nothing where every column is large enough, or empty', () => {
    expect(suppress(wide, 9).cells.every((kind) => kind === 0)).toBe(true);
    const empty = table([
      [40, 0],
      [35, 0],
    ]);
    expect(suppress(empty, 30).cells.every((kind) => kind === 0)).toBe(true);
  });

  it('withholds the row sums too where they give a cell away', () => {
    const oneRow = table([
      [70, 5],
      [0, 0],
    ]);
    expect(suppress(oneRow, 30).withoutRowSums).toBe(true);
    const small = table([
      [7, 5],
      [2, 6],
    ]);
    expect(suppress(small, 30)).toEqual({ cells: new Uint8Array(4).fill(PRIMARY), withoutRowSums: true });
  });
});
