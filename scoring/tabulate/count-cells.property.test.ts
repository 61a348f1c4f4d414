import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { countCells, MISSING_CATEGORY, NUMBERS_PER_CELL, type CountCellsInput } from './count-cells.ts';

/** Weights are quarters, so that sums are exact in any order. */
const inputs = fc
  .tuple(
    fc.integer({ min: 0, max: 60 }),
    fc.integer({ min: 0, max: 30 }),
    fc.integer({ min: 0, max: 300 }),
    fc.integer(),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.boolean(),
  )
  .map(([rowCount, columnCount, size, seed, one, other, weighted]): CountCellsInput => {
    const random = createRandom(seed);
    const pick = (count: number) =>
      count === 0 || random.next() < 0.1 ? MISSING_CATEGORY : Math.floor(random.next() * count);
    const weights = Float64Array.from({ length: size }, () => Math.floor(random.next() * 8) / 4);
    return {
      rows: Uint16Array.from({ length: size }, () => pick(rowCount)),
      columns: Uint16Array.from({ length: size }, () => pick(columnCount)),
      rowCount,
      columnCount,
      ...(weighted && { weights }),
      from: Math.floor(Math.min(one, other) * size),
      to: Math.floor(Math.max(one, other) * size),
    };
  });

/** The same, as one would write it down. */
function plainly({ rows, columns, rowCount, columnCount, weights, from, to }: CountCellsInput): number[] {
  const cells = Array.from({ length: rowCount * columnCount }, () => [0, 0, 0] as [number, number, number]);
  for (let index = from; index < to; index += 1) {
    const [row, column] = [rows[index]!, columns[index]!];
    const weight = weights === undefined ? 1 : weights[index]!;
    if (row === MISSING_CATEGORY || column === MISSING_CATEGORY || weight === 0) continue;
    const cell = cells[row * columnCount + column]!;
    cell[0] += 1;
    cell[1] += weight;
    cell[2] += weight * weight;
  }
  return cells.flat();
}

/** n, and with weights Σw and Σw², of the cells that are in the table. */
function inTable(input: CountCellsInput): number[] {
  const counts = countCells(input);
  const numbers: number[] = [];
  for (let row = 1; row <= input.rowCount; row += 1)
    for (let column = 1; column <= input.columnCount; column += 1) {
      const at = (row * (input.columnCount + 1) + column) * NUMBERS_PER_CELL;
      const n = counts[at]!;
      numbers.push(...(input.weights ? [n, counts[at + 1]!, counts[at + 2]!] : [n, n, n]));
    }
  return numbers;
}

describe('counting a range of respondents', () => {
  it('gives what the plain loop gives: small and large tables, missing answers, no weight, odd ranges', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        expect(inTable(input)).toEqual(plainly(input));
      }),
      { numRuns: 400, seed: 11 },
    );
  });

  it('refuses an index that is neither a category nor missing, wherever it stands, and names it', () => {
    const filled = inputs.filter(({ from, to }) => to > from);
    const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
    fc.assert(
      fc.property(
        filled,
        place,
        fc.boolean(),
        fc.integer({ min: 0, max: 65_000 }),
        (input, share, isRow, by) => {
          const at = input.from + Math.floor(share * (input.to - input.from));
          const count = isRow ? input.rowCount : input.columnCount;
          const wrong = Math.min(count + by, MISSING_CATEGORY - 1);
          (isRow ? input.rows : input.columns)[at] = wrong;
          expect(() => countCells(input)).toThrow(
            isRow ? `row ${wrong} of ${count}` : `column ${wrong} of ${count}`,
          );
        },
      ),
      { numRuns: 200, seed: 12 },
    );
  });
});
