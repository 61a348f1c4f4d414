import { WaymarkError } from '../../contracts/errors.ts';
import { readCsv } from '../imports/read-csv.ts';

export interface AddedColumn {
  readonly name: string;
  /** One per row of the file, numbers or words; NaN is a blank cell. */
  readonly values: Float64Array | readonly string[];
}

/** Also quotes what could be taken for another separator when the file is read again. */
const NEEDS_QUOTES = /[",;\t\r\n]/;

/**
 * The lines of a CSV file with columns added at the end, commas between cells. Every cell keeps its
 * text as it stands: no apostrophe goes in front of what a spreadsheet may take for a formula, because the
 * copy must hold the same data as the original, which could be opened just as well. (Line ends inside a
 * cell become line feeds, names of columns lose the spaces around them.)
 *
 * Throws what `readCsv` throws, `INVALID_REQUEST` where a column has the name already, and
 * `FILE_UNREADABLE` where the file has other rows than when it was first read.
 */
export async function* copyCsv(
  path: string,
  added: readonly AddedColumn[],
  size: number,
): AsyncGenerator<string, void, void> {
  let row = 0;
  let hasHeader = false;
  for await (const { header, rows } of readCsv(path)) {
    if (!hasHeader) {
      const taken = added.find(({ name }) => header.includes(name));
      if (taken !== undefined)
        throw new WaymarkError(
          'INVALID_REQUEST',
          `${path}: there is already a column "${taken.name}", which this command adds.`,
          'Rename or delete that column.',
        );
      yield line([...header, ...added.map(({ name }) => name)]);
      hasHeader = true;
    }
    for (const { cells } of rows) {
      yield line([...cells, ...added.map(({ values }) => cellText(values[row]))]);
      row += 1;
    }
  }
  if (row === size) return;
  throw new WaymarkError(
    'FILE_UNREADABLE',
    `${path}: expected ${size} rows, as when it was first read; found ${row}.`,
    'The file changed meanwhile. Run the command again once it is complete; a pipe can be read only once.',
  );
}

const cellText = (value: number | string | undefined): string =>
  value === undefined || Number.isNaN(value) ? '' : String(value);

const line = (cells: readonly string[]): string =>
  `${cells.map((cell) => (NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
