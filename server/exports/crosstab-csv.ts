import type { Crosstab } from '../../contracts/table.ts';
import { csvLine, UTF8_BOM, type CsvCell } from './csv-writer.ts';

type Cell = Crosstab['cells'][number];

const MEASURES: readonly (readonly [name: string, of: (cell: Cell) => number | string | null])[] = [
  ['Weighted count', (cell) => cell.weightedCount],
  ['Unweighted count', (cell) => cell.unweightedCount],
  ['Column %', (cell) => percent(cell.columnProportion)],
  ['Row %', (cell) => percent(cell.rowProportion)],
  ['Total %', (cell) => percent(cell.totalProportion)],
  ['Standard error of column %', (cell) => percent(cell.standardError)],
  ['Interval of column %, from', (cell) => percent(cell.interval?.[0] ?? null)],
  ['Interval of column %, to', (cell) => percent(cell.interval?.[1] ?? null)],
  ['Design effect', (cell) => cell.designEffect],
  ['Adjusted residual', (cell) => cell.adjustedResidual],
  ['Significantly higher than', (cell) => cell.higherThan?.join(' ') ?? null],
];

/**
 * A crosstab as a CSV file that Excel opens as it is: one header line, every line as wide as it.
 * First a block of rows per measure (percents run 0–100), then bases, means, tests, what is withheld,
 * exclusions and notes.
 */
export function crosstabCsv(table: Crosstab): string {
  const header = ['Measure', table.rows.label, ...headings(table.columns.categories), 'Total'];
  const lines: CsvCell[][] = [header];
  const width = Math.max(4, header.length);
  const byPlace = new Map(table.cells.map((cell) => [JSON.stringify([cell.row, cell.column]), cell]));
  for (const [measure, of] of MEASURES) {
    for (const row of table.rows.categories) {
      const cells = table.columns.categories.map((column) => {
        const cell = byPlace.get(JSON.stringify([row.code, column.code]));
        return cell === undefined ? null : of(cell);
      });
      lines.push([measure, row.label, ...cells, rowTotal(table, measure, row.code)]);
    }
  }
  for (const kind of ['unweighted', 'weighted', 'effective'] as const)
    lines.push([
      `Base, ${kind}`,
      null,
      ...table.columns.categories.map(
        ({ code }) => table.columnBases.find(({ category }) => category === code)?.[kind] ?? 0,
      ),
      table.base[kind],
    ]);
  lines.push(['Letter', null, ...table.columns.categories.map(({ letter }) => letter ?? null)]);
  lines.push(...meanLines(table), ...testLines(table), ...columnTestLines(table));
  for (const { reason, count } of table.excluded) lines.push(['Excluded', reason, count]);
  for (const note of table.notes) lines.push(['Note', note]);
  const padded = lines.map((line) => [...line, ...Array<CsvCell>(width - line.length).fill(null)]);
  return UTF8_BOM + padded.map(csvLine).join('');
}

/** Tables one below the other in one file, with an empty line between. */
export const crosstabsCsv = (tables: readonly Crosstab[]): string =>
  tables
    .map((table, place) => (place === 0 ? crosstabCsv(table) : crosstabCsv(table).slice(UTF8_BOM.length)))
    .join('\r\n');

/** Percents to four decimals: enough for any report, and free of 7.000000000000001. */
const percent = (proportion: number | null): number | null =>
  proportion === null ? null : Math.round(proportion * 1e6) / 1e4;

/** Labels of the columns; the code beside those that are not unique, or read like the total. */
function headings(categories: Crosstab['columns']['categories']): string[] {
  return categories.map(({ code, label }) => {
    const isUnique = categories.filter((other) => other.label === label).length === 1;
    return isUnique && label !== 'Total' ? label : `${label} (${code})`;
  });
}

function rowTotal(table: Crosstab, measure: string, row: string): number | null {
  const base = table.rowBases.find(({ category }) => category === row);
  if (base === undefined) return null;
  if (measure === 'Weighted count') return base.weighted;
  if (measure === 'Unweighted count') return base.unweighted;
  if (measure === 'Row %') return base.weighted > 0 ? 100 : null;
  const isShare = measure === 'Column %' || measure === 'Total %';
  return isShare && table.base.weighted > 0 ? percent(base.weighted / table.base.weighted) : null;
}

function meanLines({ means = [] }: Crosstab): CsvCell[][] {
  return means.flatMap(({ label, columns }) => [
    ['Mean', label, ...columns.map(({ mean }) => mean)],
    ['Standard error of the mean', label, ...columns.map(({ standardError }) => standardError)],
    ['Interval of the mean, from', label, ...columns.map(({ interval }) => interval?.[0] ?? null)],
    ['Interval of the mean, to', label, ...columns.map(({ interval }) => interval?.[1] ?? null)],
    ['Median', label, ...columns.map(({ median }) => median)],
    ['Base of the mean', label, ...columns.map(({ unweightedCount }) => unweightedCount)],
    [
      'Mean significantly higher than',
      label,
      ...columns.map(({ higherThan }) => higherThan?.join(' ') ?? null),
    ],
  ]);
}

function testLines({ tests }: Crosstab): CsvCell[][] {
  const { pearson, raoScott, cramersV, cramersVBiasCorrected, trend } = tests;
  return [
    ['Pearson chi-squared', pearson.reason ?? null, pearson.statistic],
    ['Pearson degrees of freedom', null, pearson.degreesOfFreedom],
    ['Pearson p-value', null, pearson.pValue],
    ['Rao-Scott F', raoScott.reason ?? null, raoScott.statistic],
    ['Rao-Scott numerator degrees of freedom', null, raoScott.numeratorDegreesOfFreedom],
    ['Rao-Scott denominator degrees of freedom', null, raoScott.denominatorDegreesOfFreedom],
    ['Rao-Scott p-value', null, raoScott.pValue],
    ["Cramér's V", null, cramersV],
    ["Cramér's V, bias-corrected", null, cramersVBiasCorrected],
    ...(trend === undefined
      ? []
      : [['Trend over the rows, p-value', trend.method, ...trend.columns.map(({ pValue }) => pValue)]]),
  ];
}

function columnTestLines({ columnTests, suppression, intervals }: Crosstab): CsvCell[][] {
  const { method, correction, family, levels } = columnTests;
  return [
    ['Intervals', intervals.method, intervals.confidence],
    ['Comparison of columns', method],
    ['Correction', `${correction}: ${family}`],
    ['Significance levels of letters', null, ...levels],
    ...(suppression === undefined
      ? []
      : [['Withheld', suppression.rule, suppression.primary + suppression.secondary]]),
  ];
}
