import Papa from 'papaparse';
import { WaymarkError } from '../../contracts/errors.ts';
import { checkHeader } from './check-header.ts';
import { readText } from './read-text.ts';
import { sniffDelimiter } from './sniff-delimiter.ts';

/** A longer line is not survey data; reading stops there instead of filling the memory. */
const MAXIMUM_LINE_CHARACTERS = 1024 * 1024;

export interface CsvRow {
  /** Line of the file on which the row starts; the header is line 1. */
  readonly line: number;
  /** One text per column of the header. */
  readonly cells: readonly string[];
}

/** Some rows at a time: cheaper to hand over than single ones. */
export interface CsvBatch {
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
}

/** What `Papa.Parser` returns; its published type says `any`. */
interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly row: number }[];
  readonly meta: { readonly cursor: number };
}

/**
 * Streams a CSV file (RFC 4180; comma, semicolon or tab, found from the header; UTF-8, with or
 * without byte-order mark; LF, CRLF or CR; blank lines at the end are dropped). Yields batches of
 * rows, all as wide as the header. Memory does not grow with the file.
 *
 * @param path of the file, or its name where the text is given
 * @param text pieces with line feeds only, as `readText` gives them
 *
 * Throws a `WaymarkError` that names file and line: `FILE_UNREADABLE`, `CSV_ENCODING`, `CSV_EMPTY`
 * (nothing, or a header only), `CSV_HEADER`, `CSV_RAGGED`, `CSV_LINE_TOO_LONG` (over 1 MiB),
 * `CSV_UNREADABLE` (quotes that do not match).
 */
export async function* readCsv(
  path: string,
  text: AsyncIterable<string> | Iterable<string> = readText(path),
): AsyncGenerator<CsvBatch, void, void> {
  const reading: Reading = { path, parser: null, header: null, pending: '', line: 1, blankLine: 0 };
  let rowsRead = 0;
  for await (const piece of text) {
    reading.pending += piece;
    if (!piece.includes('\n') && reading.pending.length <= MAXIMUM_LINE_CHARACTERS) continue;
    const batch = takeRows(reading, false);
    if (reading.pending.length > MAXIMUM_LINE_CHARACTERS) throw tooLong(path, reading.line, reading.pending);
    rowsRead += batch.rows.length;
    if (batch.rows.length > 0) yield batch;
  }
  if (reading.pending !== '') {
    const batch = takeRows(reading, true);
    rowsRead += batch.rows.length;
    if (batch.rows.length > 0) yield batch;
  }
  if (rowsRead === 0) throw empty(path, reading.header !== null);
}

/** How far a file has been read. */
interface Reading {
  readonly path: string;
  parser: Papa.Parser | null;
  header: readonly string[] | null;
  /** Text that has not been split into rows yet: the start of a row. */
  pending: string;
  /** Line on which `pending` starts. */
  line: number;
  /** First blank line since the last row; 0 where there is none. */
  blankLine: number;
}

/** Splits the pending text into rows; the last, perhaps incomplete one only where the file ends. */
function takeRows(reading: Reading, isEnd: boolean): CsvBatch {
  const { path, pending } = reading;
  reading.parser ??= createParser(pending);
  const parsed = reading.parser.parse(pending, 0, !isEnd) as Parsed;
  const consumed = isEnd ? pending.length : parsed.meta.cursor;
  const hasLineFeedsInCells = countLineFeeds(pending, consumed) > parsed.data.length - (isEnd ? 1 : 0);
  const badRow = parsed.errors.find((error) => error.row < parsed.data.length)?.row ?? -1;
  reading.pending = pending.slice(consumed);
  const rows: CsvRow[] = [];
  for (let index = 0; index < parsed.data.length; index += 1) {
    const cells = parsed.data[index] as string[];
    const { line } = reading;
    if (index === badRow) throw badQuotes(path, line);
    if (cells.length === 1 && cells[0] === '') {
      reading.blankLine ||= line;
    } else {
      const width = reading.header?.length ?? cells.length;
      if (reading.blankLine > 0) throw ragged(path, reading.blankLine, width, 0);
      if (cells.length !== width) throw ragged(path, line, width, cells.length);
      if (reading.header === null) reading.header = checkHeader(path, cells);
      else rows.push({ line, cells });
    }
    reading.line += 1;
    if (hasLineFeedsInCells) for (const cell of cells) reading.line += countLineFeeds(cell, cell.length);
  }
  return { header: reading.header ?? [], rows };
}

const createParser = (start: string): Papa.Parser => {
  const end = start.indexOf('\n');
  const delimiter = sniffDelimiter(end < 0 ? start : start.slice(0, end));
  return new Papa.Parser({ delimiter, newline: '\n' });
};

function countLineFeeds(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

const ragged = (path: string, line: number, expected: number, came: number): WaymarkError =>
  new WaymarkError(
    'CSV_RAGGED',
    came === 0
      ? `${path}, line ${line}: expected ${expected} cells, as in the header, but the line is blank and more rows follow.`
      : `${path}, line ${line}: expected ${expected} cells, as in the header, but found ${came}.`,
    came === 0
      ? 'Delete the blank line.'
      : 'Look for a missing or extra separator in that line. A cell that holds the separator must stand in double quotes.',
  );

const badQuotes = (path: string, line: number): WaymarkError =>
  new WaymarkError(
    'CSV_UNREADABLE',
    `${path}, line ${line}: a cell that starts with a double quote is not closed by one in front of the next separator.`,
    'Close the quote, or double each quote that is part of the text ("").',
  );

const tooLong = (path: string, line: number, pending: string): WaymarkError =>
  pending.includes('\n') && pending.includes('"')
    ? badQuotes(path, line)
    : new WaymarkError(
        'CSV_LINE_TOO_LONG',
        `${path}, line ${line}: expected lines of at most 1 MiB, but this one goes on for longer. Reading stopped there.`,
        'Check that the file is a CSV of respondents, one a line, and was not damaged on its way.',
      );

const empty = (path: string, hasHeader: boolean): WaymarkError =>
  new WaymarkError(
    'CSV_EMPTY',
    hasHeader
      ? `${path}: expected rows of data, but there is only the header line.`
      : `${path}: expected a header line and rows of data, but the file is empty.`,
    'Export the file again and check that it holds data.',
  );
