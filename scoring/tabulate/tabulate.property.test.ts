import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crosstabSchema } from '../../contracts/table.ts';
import { createRandom } from '../random/create-random.ts';
import { crosstab } from './crosstab.ts';
import { MISSING_CATEGORY, tabulate, type TabulateInput } from './tabulate.ts';

const tables = fc
  .tuple(
    fc.integer({ min: 1, max: 6 }),
    fc.integer({ min: 1, max: 6 }),
    fc.integer({ min: 0, max: 200 }),
    fc.integer(),
  )
  .map(([rowCount, columnCount, size, seed]) => {
    const random = createRandom(seed);
    const pick = (count: number) =>
      random.next() < 0.1 ? MISSING_CATEGORY : Math.floor(random.next() ** 2 * count);
    return {
      rows: Uint16Array.from({ length: size }, () => pick(rowCount)),
      columns: Uint16Array.from({ length: size }, () => pick(columnCount)),
      weights: Float64Array.from({ length: size }, () => 0.1 + random.next() * 5),
      rowCount,
      columnCount,
    };
  });

const codes = (count: number) =>
  Array.from({ length: count }, (_, place) => ({ code: `c${place}`, label: '' }));
const tableOf = (input: TabulateInput) =>
  crosstab({
    statistics: tabulate(input),
    rows: { variable: 'r', label: 'r', categories: codes(input.rowCount) },
    columns: { variable: 'c', label: 'c', categories: codes(input.columnCount) },
    weighted: input.weights !== undefined,
    excluded: [],
    notes: [],
  });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('a table', () => {
  it('adds up: cells to margins, margins to the base, proportions to 1, and everyone is counted once', () => {
    fc.assert(
      fc.property(tables, (input) => {
        const table = tableOf(input);
        const { excluded } = tabulate(input);
        expect(table.base.unweighted + excluded).toBe(input.rows.length);
        expect(sum(table.rowBases.map((base) => base.unweighted))).toBe(table.base.unweighted);
        expect(sum(table.columnBases.map((base) => base.weighted))).toBeCloseTo(table.base.weighted, 9);
        for (const base of table.columnBases) {
          const cells = table.cells.filter((cell) => cell.column === base.category);
          expect(sum(cells.map((cell) => cell.unweightedCount!))).toBe(base.unweighted);
          expect(sum(cells.map((cell) => cell.weightedCount!))).toBeCloseTo(base.weighted, 9);
          if (base.unweighted > 0) expect(sum(cells.map((cell) => cell.columnProportion!))).toBeCloseTo(1, 9);
        }
        if (table.base.unweighted > 0)
          expect(sum(table.cells.map((cell) => cell.totalProportion!))).toBeCloseTo(1, 9);
      }),
      { numRuns: 100, seed: 1 },
    );
  });

  it('does not depend on the order of respondents', () => {
    fc.assert(
      fc.property(tables, (input) => {
        const reversed = {
          ...input,
          rows: input.rows.toReversed(),
          columns: input.columns.toReversed(),
          weights: input.weights.toReversed(),
        };
        const [one, other] = [tableOf(input), tableOf(reversed)];
        one.cells.forEach((cell, place) => {
          expect(other.cells[place]!.unweightedCount).toBe(cell.unweightedCount);
          expect(other.cells[place]!.weightedCount).toBeCloseTo(cell.weightedCount!, 9);
        });
      }),
      { numRuns: 60, seed: 2 },
    );
  });

  it('is the sum of the tables of its parts', () => {
    fc.assert(
      fc.property(tables, fc.double({ min: 0, max: 1, noNaN: true }), (input, share) => {
        const cut = Math.floor(input.rows.length * share);
        const part = (from: number, to: number) =>
          tabulate({
            ...input,
            rows: input.rows.subarray(from, to),
            columns: input.columns.subarray(from, to),
            weights: input.weights.subarray(from, to),
          });
        const [whole, left, right] = [tabulate(input), part(0, cut), part(cut, input.rows.length)];
        whole.n.forEach((n, cell) => {
          expect(left.n[cell]! + right.n[cell]!).toBe(n);
          expect(left.sumSquaredWeights[cell]! + right.sumSquaredWeights[cell]!).toBeCloseTo(
            whole.sumSquaredWeights[cell]!,
            8,
          );
        });
        expect(left.excluded + right.excluded).toBe(whole.excluded);
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  it('keeps to the contract, with no NaN and a reason for each test that is null', () => {
    fc.assert(
      fc.property(tables, fc.boolean(), (input, weighted) => {
        const { weights, ...plain } = input;
        const table = tableOf(weighted ? { ...plain, weights } : plain);
        crosstabSchema.parse(table);
        const numbers = JSON.stringify(table, (_, value: unknown) => {
          expect(typeof value === 'number' && !Number.isFinite(value)).toBe(false);
          return value;
        });
        expect(numbers).not.toBe('');
        const { pearson, raoScott } = table.tests;
        if (pearson.pValue === null) expect(pearson.reason).toBeTruthy();
        else expect(pearson.pValue >= 0 && pearson.pValue <= 1).toBe(true);
        if (raoScott.pValue === null) expect(raoScott.reason).toBeTruthy();
        else expect(raoScott.pValue >= 0 && raoScott.pValue <= 1).toBe(true);
      }),
      { numRuns: 150, seed: 4 },
    );
  });
});
