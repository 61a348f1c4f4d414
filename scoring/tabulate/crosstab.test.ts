import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { crosstabSchema } from '../../contracts/table.ts';
import { crosstab, type Axis } from './crosstab.ts';
import { encode } from './encode.ts';
import { tabulate } from './tabulate.ts';

const axis = (variable: string, codes: readonly string[]): Axis => ({
  variable,
  label: variable,
  categories: codes.map((code) => ({ code, label: code })),
});

const APISTRAT = new URL('../../../shared/reference/apistrat.csv', import.meta.url);

describe('crosstab', () => {
  it('matches chisq.test of R on an unweighted table', () => {
    const counts = [
      [15, 30, 5],
      [20, 35, 15],
    ];
    const rows = counts.flatMap((row, index) => row.flatMap((count) => Array<number>(count).fill(index)));
    const columns = counts.flatMap((row) => row.flatMap((count, index) => Array<number>(count).fill(index)));
    const table = crosstab({
      statistics: tabulate({
        rows: Uint16Array.from(rows),
        columns: Uint16Array.from(columns),
        rowCount: 2,
        columnCount: 3,
      }),
      rows: axis('r', ['a', 'b']),
      columns: axis('c', ['x', 'y', 'z']),
      weighted: false,
      excluded: [],
      notes: [],
    });
    crosstabSchema.parse(table);
    expect(table.tests.pearson.statistic).toBeCloseTo(2.844584, 5);
    expect(table.tests.pearson.pValue).toBeCloseTo(0.2411606, 7);
    expect(table.cells[2]!.adjustedResidual).toBeCloseTo(-1.656157, 6);
    expect(table.tests.cramersV).toBeCloseTo(0.154, 3);
    expect(table.tests.cramersVBiasCorrected).toBeCloseTo(0.083406, 6);
  });

  it.skipIf(!existsSync(APISTRAT))(
    'matches svychisq of R on apistrat, weights only (skipped where ../shared/reference is absent)',
    () => {
      const [header, ...lines] = readFileSync(APISTRAT, 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.replaceAll('"', '').split(','));
      const column = (name: string) => lines.map((cells) => cells[header!.indexOf(name)]!);
      const rows = encode(column('sch.wide'));
      const columns = encode(column('stype'));
      const table = crosstab({
        statistics: tabulate({
          rows: rows.indices,
          columns: columns.indices,
          rowCount: rows.categories.length,
          columnCount: columns.categories.length,
          weights: Float64Array.from(column('pw'), Number),
        }),
        rows: axis('sch.wide', rows.categories),
        columns: axis('stype', columns.categories),
        weighted: true,
        excluded: [],
        notes: [],
      });
      const { raoScott } = table.tests;
      expect(raoScott.statistic! / 16.7195776045 - 1).toBeCloseTo(0, 9);
      expect(raoScott.numeratorDegreesOfFreedom! / 1.8381238078 - 1).toBeCloseTo(0, 9);
      expect(raoScott.denominatorDegreesOfFreedom! / 365.7866377546 - 1).toBeCloseTo(0, 9);
      expect(raoScott.pValue! / 2.9778492276e-7 - 1).toBeCloseTo(0, 8);
      expect(table.base.effective).toBeCloseTo(168.5813, 4);
    },
  );
});
