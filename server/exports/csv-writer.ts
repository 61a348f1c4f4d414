/** Byte-order mark: Excel reads a UTF-8 CSV as such only where it starts with one. */
export const UTF8_BOM = '\uFEFF';

export type CsvCell = string | number | null;

/** Apostrophes before it are text of its own; one more tells them from ours, so that `unescaped` gives every text back. */
const STARTS_A_FORMULA = /^'*[=+\-@\t\r]/;
const ESCAPED = /^'(?='*[=+\-@\t\r])/;
const PLAIN_NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;
const NEEDS_QUOTES = /[",\r\n]/;

/**
 * One line of a CSV file (RFC 4180: comma, CRLF at the end, quotes only where needed and doubled
 * inside). Numbers stand in their shortest exact form; `null` and NaN are blank.
 *
 * A spreadsheet runs a cell that starts with `=`, `+`, `-`, `@`, tab or carriage return as a
 * formula. Such a text gets an apostrophe in front, which spreadsheets show as text. The one
 * exception is a plain number such as `-1.5` or `-2e-7`, which stays a number.
 */
export function csvLine(cells: readonly CsvCell[]): string {
  let line = '';
  for (let index = 0; index < cells.length; index += 1) {
    if (index > 0) line += ',';
    line += csvCell(cells[index] as CsvCell);
  }
  return `${line}\r\n`;
}

/** The text of a cell that `csvLine` wrote, without the apostrophe in front of what would be a formula. */
export const unescaped = (cell: string): string => cell.replace(ESCAPED, '');

function csvCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = STARTS_A_FORMULA.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
