import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Crosstab } from '../../contracts/table.ts';
import { cellSums } from '../design/cell-sums.ts';
import { mergeCellSums } from '../design/merge-cell-sums.ts';
import { countTable } from './counted-table.ts';
import { crosstab } from './crosstab.ts';
import { onePattern, type Patterns } from './table-patterns.ts';
import { MISSING_CATEGORY } from './tabulate.ts';
import { axis, designOf, names, samples, tableOf } from './testing/random-samples.ts';

const isClose = (one: number | null | undefined, other: number | null | undefined): boolean =>
  one === other ||
  (typeof one === 'number' &&
    typeof other === 'number' &&
    Math.abs(one - other) <= 1e-7 * Math.max(1e-3, Math.abs(one), Math.abs(other)));

describe('a table with its uncertainty', () => {
  it('keeps to the contract: no NaN, shares within their intervals, and a reason for what is null', () => {
    fc.assert(
      fc.property(
        samples,
        fc.constantFrom('logit' as const, 'wilson' as const, 'korn-graubard' as const),
        fc.integer({ min: 0, max: 30 }),
        (sample, interval, minimumBase) => {
          const table = tableOf(sample, { interval, minimumBase });
          for (const cell of table.cells) {
            if (Object.values(cell).includes(null)) expect(cell.reason, JSON.stringify(cell)).toBeTruthy();
            if (cell.interval === null || cell.columnProportion === null) continue;
            expect(cell.interval[0]).toBeLessThanOrEqual(cell.columnProportion + 1e-9);
            expect(cell.interval[1]).toBeGreaterThanOrEqual(cell.columnProportion - 1e-9);
          }
          const { pearson, raoScott, trend } = table.tests;
          for (const test of [pearson, raoScott, ...(trend?.columns ?? [])]) {
            if (test.pValue === null) expect(test.reason).toBeTruthy();
            else expect(test.pValue >= 0 && test.pValue <= 1).toBe(true);
          }
          for (const one of table.columnTests.comparisons ?? [])
            if (one.pValue === null) expect(one.reason).toBeTruthy();
        },
      ),
      { numRuns: 150, seed: 21 },
    );
  });

  it('does not depend on the order of its rows and columns', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const turn = (values: Uint16Array, count: number) =>
          values.map((value) => (value === MISSING_CATEGORY ? value : count - 1 - value));
        const one = tableOf(sample);
        const other = tableOf(
          {
            ...sample,
            rows: turn(sample.rows, sample.rowCount),
            columns: turn(sample.columns, sample.columnCount),
          },
          {},
          {
            rowNames: names('r', sample.rowCount).toReversed(),
            columnNames: names('c', sample.columnCount).toReversed(),
          },
        );
        for (const cell of one.cells) {
          const twin = other.cells.find(({ row, column }) => row === cell.row && column === cell.column)!;
          for (const figure of [
            'standardError',
            'columnProportion',
            'adjustedResidual',
            'designEffect',
          ] as const)
            expect(isClose(cell[figure], twin[figure]), figure).toBe(true);
          const columnsOf = (table: Crosstab, letters: readonly string[] | null) =>
            letters
              ?.map((letter) => table.columns.categories.find((one) => one.letter === letter)!.code)
              .sort();
          expect(columnsOf(one, cell.higherThan)).toEqual(columnsOf(other, twin.higherThan));
        }
        expect(isClose(one.tests.raoScott.statistic, other.tests.raoScott.statistic)).toBe(true);
        expect(isClose(one.tests.cramersVBiasCorrected, other.tests.cramersVBiasCorrected)).toBe(true);
      }),
      { numRuns: 80, seed: 22 },
    );
  });

  it('does not change when all weights are multiplied, but for counts and what compares with the population', () => {
    fc.assert(
      fc.property(samples, fc.double({ min: 0.01, max: 1000, noNaN: true }), (sample, scale) => {
        const one = tableOf({ ...sample, weighted: true });
        const other = tableOf({ ...sample, weighted: true }, {}, { scale });
        one.cells.forEach((cell, place) => {
          const twin = other.cells[place]!;
          for (const figure of ['columnProportion', 'standardError', 'adjustedResidual'] as const)
            expect(isClose(cell[figure], twin[figure]), figure).toBe(true);
          expect(isClose(cell.interval?.[0], twin.interval?.[0])).toBe(true);
        });
        const { raoScott, trend } = one.tests;
        expect(isClose(raoScott.statistic, other.tests.raoScott.statistic)).toBe(true);
        expect(isClose(raoScott.pValue, other.tests.raoScott.pValue)).toBe(true);
        trend?.columns.forEach((test, place) =>
          expect(isClose(test.slope, other.tests.trend?.columns[place]?.slope)).toBe(true),
        );
        one.columnTests.comparisons!.forEach((test, place) => {
          const twin = other.columnTests.comparisons![place]!;
          expect(isClose(test.standardError, twin.standardError)).toBe(true);
        });
      }),
      { numRuns: 80, seed: 23 },
    );
  });

  it('is the same from sums that were merged as from sums of everyone', () => {
    fc.assert(
      fc.property(samples, fc.double({ min: 0, max: 1, noNaN: true }), (given, share) => {
        const sample = { ...given, stratified: true };
        const design = designOf(sample);
        const counted = countTable({ ...sample, design });
        const cell = Uint32Array.from(sample.rows, (row, place) => {
          const column = sample.columns[place]!;
          const isOut = row === MISSING_CATEGORY || column === MISSING_CATEGORY;
          return isOut ? 0xffffffff : row * sample.columnCount + column;
        });
        const cut = Math.floor(sample.size * share);
        const part = (from: number, to: number) =>
          cellSums(design, cell, sample.rowCount * sample.columnCount, { from, to });
        const sums = mergeCellSums(part(0, cut), part(cut, sample.size));
        const make = (complex: typeof counted.complex) =>
          crosstab({
            ...counted,
            complex,
            rows: axis('rows', names('r', sample.rowCount)),
            columns: axis('columns', names('c', sample.columnCount)),
            excluded: [],
            notes: [],
          });
        const [whole, merged] = [make(counted.complex), make({ design, sums })];
        whole.cells.forEach((one, place) => {
          expect(isClose(one.standardError, merged.cells[place]!.standardError)).toBe(true);
        });
        expect(isClose(whole.tests.raoScott.statistic, merged.tests.raoScott.statistic)).toBe(true);
      }),
      { numRuns: 60, seed: 24 },
    );
  });

  it('has letters that agree with the p-values, and never both ways', () => {
    let letters = 0;
    fc.assert(
      fc.property(
        samples,
        fc.constantFrom(
          'none' as const,
          'bonferroni' as const,
          'holm' as const,
          'benjamini-hochberg' as const,
        ),
        (sample, correction) => {
          const table = tableOf(sample, { correction, levels: [0.2, 0.05] });
          const letterOf = new Map(table.columns.categories.map(({ code, letter }) => [code, letter!]));
          for (const cell of table.cells) {
            const own = letterOf.get(cell.column)!;
            for (const lower of cell.higherThan!) {
              letters += 1;
              const test = table.columnTests.comparisons!.find(
                ({ row, columns }) =>
                  row === cell.row && columns.includes(own) && columns.includes(lower.toLowerCase()),
              )!;
              expect(test.adjustedPValue!).toBeLessThan(lower === lower.toUpperCase() ? 0.05 : 0.2);
              expect(test.adjustedPValue!).toBeGreaterThanOrEqual(test.pValue!);
              const other = table.cells.find(
                ({ row, column }) => row === cell.row && letterOf.get(column) === lower.toLowerCase(),
              )!;
              expect(other.columnProportion!).toBeLessThan(cell.columnProportion!);
              expect(other.higherThan!.map((one) => one.toLowerCase())).not.toContain(own);
            }
          }
          for (const test of table.columnTests.comparisons!) {
            if (test.adjustedPValue === null || test.adjustedPValue >= 0.2 || test.difference === 0) continue;
            const [high, low] = test.difference! > 0 ? test.columns : test.columns.toReversed();
            const cell = table.cells.find(
              ({ row, column }) => row === test.row && letterOf.get(column) === high,
            )!;
            expect(cell.higherThan!.map((one) => one.toLowerCase())).toContain(low);
          }
        },
      ),
      { numRuns: 120, seed: 25 },
    );
    expect(letters).toBeGreaterThan(30);
  });

  it('gives several answers that are always one the figures of one answer', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const design = designOf(sample);
        // Twice the patterns, two for each category: they are added up again.
        const patterns: Patterns = [...onePattern(sample.columnCount), ...onePattern(sample.columnCount)];
        const columns = sample.columns.map((column, place) =>
          column === MISSING_CATEGORY ? column : column + (place % 2) * sample.columnCount,
        );
        const several = crosstab({
          ...countTable({ ...sample, columns, columnCount: patterns.length, design }),
          rows: axis('rows', names('r', sample.rowCount)),
          columns: axis('columns', names('c', sample.columnCount)),
          columnPatterns: patterns,
          excluded: [],
          notes: [],
        });
        const one = tableOf(sample);
        several.cells.forEach((cell, place) => {
          for (const figure of ['columnProportion', 'standardError', 'adjustedResidual'] as const)
            expect(isClose(cell[figure], one.cells[place]![figure]), figure).toBe(true);
        });
        expect(isClose(several.tests.raoScott.pValue, one.tests.raoScott.pValue)).toBe(true);
      }),
      { numRuns: 60, seed: 26 },
    );
  });
});
