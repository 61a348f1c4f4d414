import type { Crosstab } from '../../contracts/table.ts';
import { alignColumns } from './align-columns.ts';

/**
 * A table for the terminal, turned on its side so that any number of columns fits: one line per
 * category of the table's columns, its weighted column percents, its unweighted and weighted base;
 * then everyone. Categories of the rows that nobody is in are left out.
 */
export function printTable(table: Crosstab): string {
  const shown = table.rows.categories.filter((_, index) => (table.rowBases[index]?.unweighted ?? 0) > 0);
  const percentOf = (column: string): string[] =>
    shown.map(({ code }) => {
      const cell = table.cells.find((one) => one.row === code && one.column === column);
      return percent(cell?.columnProportion ?? null);
    });
  const total = shown.map(({ code }) => {
    const base = table.rowBases.find(({ category }) => category === code);
    return percent(
      base === undefined || table.base.weighted === 0 ? null : base.weighted / table.base.weighted,
    );
  });
  const lines = [
    [table.columns.label, ...shown.map(({ label }) => label), 'base', 'weighted base'],
    ...table.columns.categories.map(({ code, label }, index) => [
      label,
      ...percentOf(code),
      ...bases(table.columnBases[index]),
    ]),
    ['All', ...total, ...bases(table.base)],
  ];
  const text = alignColumns(lines);
  const width = Math.max(...text.map((line) => line.length));
  const rule = '─'.repeat(width);
  return [
    `${table.rows.label} by ${table.columns.label.toLowerCase()}, weighted percent`,
    '',
    text[0],
    rule,
    ...text.slice(1, -1),
    rule,
    text.at(-1),
    '',
    ...table.excluded.map(({ reason, count }) => `Left out: ${whole(count)} (${reason}).`),
    ...table.notes,
  ].join('\n');
}

const percent = (proportion: number | null): string =>
  proportion === null ? '–' : (proportion * 100).toFixed(1);

const bases = (base: { unweighted: number; weighted: number } | undefined): string[] => [
  whole(base?.unweighted ?? 0),
  (base?.weighted ?? 0).toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
];

const whole = (count: number): string => count.toLocaleString('en');
