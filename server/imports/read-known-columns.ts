import { WaymarkError } from '../../contracts/errors.ts';
import { unescaped } from '../exports/csv-writer.ts';
import { didYouMean } from './nearest-names.ts';
import { readCsv } from './read-csv.ts';

/**
 * A row by column name, trimmed, and without the apostrophe that our own exports put before what a spreadsheet would
 * run as a formula. A column that the file does not have is undefined.
 */
export interface KnownRow<Column extends string> {
  /** Line of the file; the header is line 1. */
  readonly line: number;
  readonly cell: (column: Column) => string | undefined;
  /** Columns of the file that are known and not read. */
  readonly leftAside: readonly string[];
}

/**
 * Reads a CSV file whose columns are known: those needed must be there, no other may be.
 *
 * @param path of the file, or its name where the text is given
 * @throws WaymarkError MISSING_COLUMN, CSV_ENCODING, UNKNOWN_COLUMN, and what `readCsv` throws
 */
export async function* readKnownColumns<Column extends string>(
  path: string,
  {
    known,
    needed,
    aside = [],
  }: {
    readonly known: readonly Column[];
    readonly needed: readonly Column[];
    /** May be there, and are not read. */
    readonly aside?: readonly string[];
  },
  text?: string,
): AsyncGenerator<KnownRow<Column>, void, void> {
  if (text !== undefined && /[\uFFFD\0]/.test(text))
    throw new WaymarkError(
      'CSV_ENCODING',
      `${path}: expected UTF-8 text, but it holds characters that are not.`,
      'Save the file as UTF-8 and try again (Excel: File > Save As > "CSV UTF-8").',
    );
  const pieces = text === undefined ? undefined : [text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')];
  const words = `The columns are: ${known.join(', ')}. ${needed.join(' and ')} must be there.`;
  let isChecked = false;
  for await (const { header, rows } of readCsv(path, pieces)) {
    if (!isChecked) checkColumns(path, header, [...known, ...aside], needed, words);
    isChecked = true;
    for (const { line, cells } of rows)
      yield {
        line,
        leftAside: header.filter((name) => aside.includes(name)),
        cell: (column) => {
          const at = header.indexOf(column);
          return at < 0 ? undefined : unescaped((cells[at] ?? '').trim());
        },
      };
  }
}

function checkColumns(
  path: string,
  header: readonly string[],
  known: readonly string[],
  needed: readonly string[],
  words: string,
): void {
  const missing = needed.find((name) => !header.includes(name));
  if (missing !== undefined)
    throw new WaymarkError(
      'MISSING_COLUMN',
      `${path}, line 1: there is no column "${missing}".`,
      didYouMean(missing, header, words),
    );
  const unknown = header.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new WaymarkError(
      'UNKNOWN_COLUMN',
      `${path}, line 1: the column "${unknown}" is not one that belongs here.`,
      didYouMean(unknown, known, words),
    );
}
