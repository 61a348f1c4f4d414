import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bound } from './testing/lp-bound.ts';
import { samples, tableOf } from './testing/random-samples.ts';

describe('a table with a minimum base', () => {
  it('never lets a withheld cell be worked out from the finished table', () => {
    let checked = 0;
    fc.assert(
      fc.property(samples, fc.integer({ min: 3, max: 30 }), (sample, minimumBase) => {
        fc.pre(sample.rowCount > 1);
        const table = tableOf(sample, { minimumBase });
        const truth = tableOf(sample);
        const hidden = Uint8Array.from(table.cells, (cell) => Number(cell.unweightedCount === null));
        const counts = Float64Array.from(truth.cells, (cell) => cell.unweightedCount!);
        const published = { rowCount: sample.rowCount, columnCount: sample.columnCount, counts };
        const withRows = table.rowBases.length > 0;
        table.cells.forEach((cell, place) => {
          if (hidden[place] === 0) return;
          const low = bound(published, hidden, withRows, place, 'minimize');
          const high = bound(published, hidden, withRows, place, 'maximize');
          expect(high - low).toBeGreaterThan(0.5);
          checked += 1;
          expect(Object.entries(cell).filter(([, value]) => typeof value === 'number')).toEqual([]);
        });
        if (!hidden.includes(1)) return;
        expect(table.tests).toMatchObject({ cramersV: null, pearson: { statistic: null } });
        expect(table.tests.trend).toBeUndefined();
        for (const { row, columns } of table.columnTests.comparisons!)
          for (const letter of columns) {
            const { code } = table.columns.categories.find((one) => one.letter === letter)!;
            const place = table.cells.findIndex((cell) => cell.row === row && cell.column === code);
            expect(hidden[place]).toBe(0);
          }
      }),
      { numRuns: 120, seed: 27 },
    );
    expect(checked).toBeGreaterThan(200);
  });
});
