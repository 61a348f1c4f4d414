import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDesign } from '../design/create-design.ts';
import { createRandom } from '../random/create-random.ts';
import { countTable } from './counted-table.ts';
import { MISSING_CATEGORY } from './tabulate.ts';

const ROWS = 3;
const COLUMNS = 4;

/** Weights are quarters, or only 0 and 1, so that sums are exact; some are 0, the first is not. */
const surveys = fc
  .tuple(fc.integer({ min: 1, max: 120 }), fc.integer(), fc.boolean())
  .map(([size, seed, weighted]) => {
    const random = createRandom(seed);
    const pick = (count: number) =>
      random.next() < 0.1 ? MISSING_CATEGORY : Math.floor(random.next() * count);
    return {
      size,
      rows: Uint16Array.from({ length: size }, () => pick(ROWS)),
      columns: Uint16Array.from({ length: size }, () => pick(COLUMNS)),
      weights: Float64Array.from({ length: size }, (_, row) => {
        if (row === 0) return 1;
        return weighted ? Math.floor(random.next() * 8) / 4 : Math.floor(random.next() * 2);
      }),
    };
  });

const count = (design: ReturnType<typeof createDesign>, rows: Uint16Array, columns: Uint16Array) =>
  countTable({ design, rows, columns, rowCount: ROWS, columnCount: COLUMNS });

it('leaves rows without weight out, as if they were not in the file', () => {
  fc.assert(
    fc.property(surveys, ({ size, rows, columns, weights }) => {
      const kept = [...weights.keys()].filter((row) => weights[row]! > 0);
      const whole = count(createDesign({ size, weights }), rows, columns);
      const only = count(
        createDesign({ size: kept.length, weights: Float64Array.from(kept, (row) => weights[row]!) }),
        Uint16Array.from(kept, (row) => rows[row]!),
        Uint16Array.from(kept, (row) => columns[row]!),
      );
      const excluded = only.statistics.excluded + size - kept.length;
      expect(whole).toEqual({ ...only, statistics: { ...only.statistics, excluded } });
    }),
    { numRuns: 150, seed: 31 },
  );
});

it('counts the same with PSUs as without: the design says how sure a figure is, not what it is', () => {
  fc.assert(
    fc.property(surveys, ({ size, rows, columns, weights }) => {
      const psu = Uint32Array.from({ length: size }, (_, row) => row % 7);
      const simple = count(createDesign({ size, weights }), rows, columns);
      const complex = count(createDesign({ size, weights, psu }), rows, columns);
      expect(complex.complex).not.toBeNull();
      expect(complex.statistics).toEqual(simple.statistics);
    }),
    { numRuns: 150, seed: 32 },
  );
});
