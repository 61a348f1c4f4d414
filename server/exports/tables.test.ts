import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { crosstab, type Axis } from '../../scoring/tabulate/crosstab.ts';
import { tabulate } from '../../scoring/tabulate/tabulate.ts';
import { printTable } from '../cli/print-table.ts';
import { crosstabCsv } from './crosstab-csv.ts';

const axis = (label: string, ...labels: string[]): Axis => ({
  variable: label,
  label,
  categories: labels.map((one, index) => ({ code: String(index), label: one })),
});
const table = crosstab({
  statistics: tabulate({
    rows: Uint16Array.of(0, 0, 1, 1),
    columns: Uint16Array.of(0, 1, 0, 0),
    rowCount: 3,
    columnCount: 2,
    weights: Float64Array.of(1, 2, 3, 0.5),
  }),
  rows: axis('Segment', 'Low', '=High', 'Nobody'),
  columns: axis('Branch', 'North', 'North'),
  weighted: true,
  excluded: [{ reason: 'Branch: blank', count: 2 }],
  notes: ['Made up'],
});

test('a table as CSV is rectangular, labelled, and safe in a spreadsheet', () => {
  const text = crosstabCsv(table);
  expect(text.startsWith('\uFEFFMeasure,Segment,North (0),North (1),Total\r\n')).toBe(true);
  const { data } = Papa.parse<string[]>(text.slice(1).trimEnd());
  expect(data.every((line) => line.length === 5)).toBe(true);
  const line = (measure: string, row: string) => data.find((one) => one[0] === measure && one[1] === row);
  expect(line('Weighted count', "'=High")).toEqual(['Weighted count', "'=High", '3.5', '0', '3.5']);
  expect(line('Unweighted count', 'Low')).toEqual(['Unweighted count', 'Low', '1', '1', '2']);
  expect(line('Column %', 'Low')).toEqual(['Column %', 'Low', '22.2222', '100', '46.1538']);
  expect(line('Row %', 'Low')?.slice(2)).toEqual(['33.3333', '66.6667', '100']);
  expect(line('Base, weighted', '')).toEqual(['Base, weighted', '', '4.5', '2', '6.5']);
  expect(line('Excluded', 'Branch: blank')?.[2]).toBe('2');
  expect(line('Note', 'Made up')).toBeDefined();
});

test('a table for the terminal: a line per branch, percents of it, and its bases', () => {
  expect(printTable(table).split('\n')).toEqual([
    'Segment by branch, weighted percent',
    '',
    'Branch    Low  =High  base  weighted base',
    '─────────────────────────────────────────',
    'North    22.2   77.8     3            4.5',
    'North   100.0    0.0     1            2.0',
    '─────────────────────────────────────────',
    'All      46.2   53.8     4            6.5',
    '',
    'Left out: 2 (Branch: blank).',
    'Made up',
  ]);
});
