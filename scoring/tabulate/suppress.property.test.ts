import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { margins } from '../statistics/margins.ts';
import { hiddenRange } from './hidden-range.ts';
import { PRIMARY, suppress } from './suppress.ts';
import { bound } from './testing/lp-bound.ts';

const tables = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 5 }), fc.integer())
  .map(([rowCount, columnCount, seed]) => {
    const random = createRandom(seed);
    // Columns of very different size, and many zeros: what makes suppression hard.
    const scale = Array.from({ length: columnCount }, () => 40 * random.next() ** 3 + 1);
    const counts = Float64Array.from({ length: rowCount * columnCount }, (_, cell) =>
      random.next() < 0.25 ? 0 : Math.floor(random.next() * scale[cell % columnCount]!),
    );
    return { rowCount, columnCount, counts };
  });

describe('suppression', () => {
  it('leaves every withheld cell as open as the rule says, by a linear programme', () => {
    let checked = 0;
    fc.assert(
      fc.property(tables, fc.integer({ min: 3, max: 40 }), (table, minimumBase) => {
        const { cells, withoutRowSums } = suppress(table, minimumBase);
        const hidden = cells.map((kind) => (kind > 0 ? 1 : 0));
        const sums = margins(table.counts, table.rowCount, table.columnCount);
        hidden.forEach((isHidden, cell) => {
          if (isHidden === 0) return;
          const row = sums.rows[Math.floor(cell / table.columnCount)]!;
          const column = sums.columns[cell % table.columnCount]!;
          const low = bound(table, hidden, !withoutRowSums, cell, 'minimize');
          const high = bound(table, hidden, !withoutRowSums, cell, 'maximize');
          const widest = Math.min(row, column) - Math.max(0, row + column - sums.total);
          if (!withoutRowSums && cells[cell] === PRIMARY)
            expect(high - low).toBeGreaterThanOrEqual(Math.min(minimumBase, widest / 2) - 1e-6);
          expect(high - low).toBeGreaterThan(0.5);
          checked += 1;
        });
      }),
      { numRuns: 150, seed: 11 },
    );
    expect(checked).toBeGreaterThan(200);
  });

  it('bounds cells as a linear programme does', () => {
    fc.assert(
      fc.property(tables, fc.integer(), (table, seed) => {
        const random = createRandom(seed);
        const hidden = Uint8Array.from(table.counts, () => (random.next() < 0.6 ? 1 : 0));
        hidden.forEach((isHidden, cell) => {
          if (isHidden === 0) return;
          const { low, high } = hiddenRange(table, hidden, cell);
          expect(low).toBeCloseTo(bound(table, hidden, true, cell, 'minimize'), 6);
          expect(high).toBeCloseTo(bound(table, hidden, true, cell, 'maximize'), 6);
        });
      }),
      { numRuns: 60, seed: 12 },
    );
  });

  it('withholds every cell of a column under the minimum base, and none where there is no such column', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 1, max: 60 }), (table, minimumBase) => {
        const { cells } = suppress(table, minimumBase);
        const { rows, columns } = margins(table.counts, table.rowCount, table.columnCount);
        const small = columns.map((base) => Number(base > 0 && base < minimumBase));
        if (small.every((one) => one === 0)) expect(cells.every((kind) => kind === 0)).toBe(true);
        cells.forEach((kind, cell) => {
          const isEmptyRow = rows[Math.floor(cell / table.columnCount)] === 0;
          if (small[cell % table.columnCount] === 1 && !isEmptyRow) expect(kind).toBe(1);
        });
      }),
      { numRuns: 200, seed: 13 },
    );
  });
});
