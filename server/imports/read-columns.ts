import type { Codebook, Variable } from '../../contracts/codebook.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import { LARGEST_NUMBER } from '../../scoring/design/answered-in-domain.ts';
import { growingColumn, type GrowingColumn } from '../../scoring/growing-column.ts';
import type { Axis } from '../../scoring/tabulate/crosstab.ts';
import { createAxisReader, MISSING_WORDS, type AxisReader } from './axis-reader.ts';
import { findColumn } from './find-column.ts';
import { readCsv, type CsvRow } from './read-csv.ts';
import { readDecimal } from './read-decimal.ts';
import { readWeight } from './read-weight.ts';
import type { ExplainedSide } from '../../scoring/tabulate/table-side.ts';
import { createSideReader, type SideReader } from './side-reader.ts';

/** Which columns of a file to read, and as what. A column may be asked for in more than one way. */
export interface ColumnsRequest {
  readonly path: string;
  /** Gives labels, order of categories and missing codes; null: a column is what stands in it. */
  readonly codebook: Codebook | null;
  /** Coded answers: categories of the codebook, or what is there, sorted. */
  readonly coded?: readonly string[];
  /** Sides of a table: as `coded`, and also questions with several answers, and nested variables. */
  readonly sides?: readonly string[];
  /** Columns of `sides` with several answers that the codebook does not know of. */
  readonly several?: readonly string[];
  /** Numbers; blank, NA and the codebook's missing codes are absent (NaN). */
  readonly numeric?: readonly string[];
  /** As `numeric`, in one array, row after row: for what needs all of them, and many rows. */
  readonly rowMajor?: readonly string[];
  /** Names that only have to be told apart (respondent, stratum, PSU). A blank cell is refused. */
  readonly keys?: readonly string[];
  /** Sampling weights; 0 or blank is "no weight" (0). */
  readonly weight?: string;
}

/** A coded column as category indices (65535 is missing) with the axis they point to. */
export interface CodedColumn {
  readonly indices: Uint16Array;
  readonly axis: Axis;
  /** Why respondents have no category, and how many. */
  readonly missing: readonly { readonly reason: string; readonly count: number }[];
}

export interface KeyColumn {
  /** Number of the key of each row, counted from 0 in the order keys first appear. */
  readonly indices: Uint32Array;
  readonly names: readonly string[];
}

export interface FileColumns {
  /** Rows of the file. */
  readonly size: number;
  coded(name: string): CodedColumn;
  side(name: string): ExplainedSide;
  numeric(name: string): Float64Array;
  /** Why cells of a numeric column are no numbers, and how many: blank, NA, a missing code. */
  absent(name: string): readonly { readonly reason: string; readonly count: number }[];
  /** Rows × the columns of `rowMajor`, in memory that threads share. */
  readonly rowMajor: Float64Array;
  keys(name: string): KeyColumn;
  /** Weight per row; null where none was asked for. */
  readonly weights: Float64Array | null;
}

/**
 * Reads columns of any CSV file into typed arrays, in one pass.
 *
 * Throws what `readCsv` throws, `UNKNOWN_COLUMN` with the nearest names, `UNKNOWN_CODE`, `BAD_NUMBER`
 * (a word where a number belongs, infinities, numbers too large to be squared), `BAD_WEIGHT` (not a number from 0 to a billion) and
 * `BAD_DESIGN` (a blank key); each names line and column.
 */
export async function readColumns(request: ColumnsRequest): Promise<FileColumns> {
  const { path, codebook, weight } = request;
  const coded = new Map<string, CodedReader>();
  const sides = new Map<string, SideReader>();
  const numeric = new Map<string, NumberReader>();
  const rowMajor = growingColumn(
    (length) => new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT)),
    8,
  );
  const keys = new Map<string, KeyReader>();
  let weights: WeightReader | null = null;
  let readers: readonly { read(row: CsvRow): void }[] | null = null;
  let size = 0;
  for await (const { header, rows } of readCsv(path)) {
    if (readers === null) {
      for (const name of request.coded ?? []) coded.set(name, codedReader(codebook, path, header, name));
      for (const name of request.sides ?? [])
        sides.set(name, createSideReader(codebook, path, header, name, request.several));
      for (const name of request.numeric ?? [])
        numeric.set(name, numberReader(path, header, name, missingCodes(codebook, name)));
      for (const name of request.keys ?? []) keys.set(name, keyReader(path, header, name));
      weights = weight === undefined ? null : weightReader(path, header, weight);
      readers = [
        ...coded.values(),
        ...sides.values(),
        ...numeric.values(),
        ...(request.rowMajor ?? []).map((name) =>
          numberReader(path, header, name, missingCodes(codebook, name), rowMajor),
        ),
        ...keys.values(),
        ...(weights === null ? [] : [weights]),
      ];
    }
    for (const row of rows) for (const reader of readers) reader.read(row);
    size += rows.length;
  }
  const finishedCodes = new Map([...coded].map(([name, reader]) => [name, reader.finish()]));
  const finishedSides = new Map([...sides].map(([name, reader]) => [name, reader.finish()]));
  const finishedNumbers = new Map([...numeric].map(([name, reader]) => [name, reader.finish()]));
  const finishedKeys = new Map([...keys].map(([name, reader]) => [name, reader.finish()]));
  return {
    size,
    coded: (name) => asked(finishedCodes.get(name), name),
    side: (name) => asked(finishedSides.get(name), name),
    numeric: (name) => asked(finishedNumbers.get(name), name),
    absent: (name) => asked(numeric.get(name), name).absent(),
    rowMajor: rowMajor.view(),
    keys: (name) => asked(finishedKeys.get(name), name),
    weights: weights === null ? null : weights.finish(),
  };
}

function asked<T>(column: T | undefined, name: string): T {
  if (column === undefined) throw new Error(`The column "${name}" was not asked for.`);
  return column;
}

interface CodedReader {
  read(row: CsvRow): void;
  finish(): CodedColumn;
}

function codedReader(
  codebook: Codebook | null,
  path: string,
  header: readonly string[],
  name: string,
): CodedReader {
  const axis: AxisReader = createAxisReader(codebook, path, header, name);
  const missing = new Map<string, number>();
  return {
    read: (row) => {
      const code = axis.read(row);
      axis.add(code);
      if (code !== '') return;
      const reason = axis.reasonFor(row);
      missing.set(reason, (missing.get(reason) ?? 0) + 1);
    },
    finish: () => ({ ...axis.finish(), missing: [...missing].map(([reason, count]) => ({ reason, count })) }),
  };
}

interface WeightReader {
  read(row: CsvRow): void;
  finish(): Float64Array;
}

interface NumberReader extends WeightReader {
  absent(): readonly { readonly reason: string; readonly count: number }[];
}

const isBlank = (text: string): boolean => text === '' || text === 'NA';

function numberReader(
  path: string,
  header: readonly string[],
  name: string,
  missing: Variable['missing'],
  column: GrowingColumn<Float64Array> = growingColumn((length) => new Float64Array(length)),
): NumberReader {
  const at = findColumn(path, header, name);
  const codes = new Map(Object.entries(missing));
  const absent = new Map<string, number>();
  return {
    read: ({ cells, line }) => {
      const text = (cells[at] as string).trim();
      const isAbsent = isBlank(text) || (codes.size > 0 && codes.has(text));
      const value = isAbsent ? Number.NaN : readDecimal(text);
      if (!isAbsent && Number.isNaN(value))
        throw new WaymarkError(
          'BAD_NUMBER',
          `${path}, line ${line}, column "${name}": expected a number, or a blank cell; found "${text.slice(0, 80)}".`,
          'Correct the cell. Write decimals with a point, and nothing for a missing value.',
        );
      if (Math.abs(value) > LARGEST_NUMBER)
        throw new WaymarkError(
          'BAD_NUMBER',
          `${path}, line ${line}, column "${name}": expected a number between −10¹²⁰ and 10¹²⁰; found "${text.slice(0, 80)}".`,
          'Correct the cell, or leave it blank.',
        );
      if (isAbsent) absent.set(text, (absent.get(text) ?? 0) + 1);
      column.push(value);
    },
    finish: () => column.values(),
    absent: () =>
      [...absent].map(([text, count]) => {
        const code = codes.get(text);
        return { reason: code !== undefined ? MISSING_WORDS[code] : text === '' ? 'blank' : text, count };
      }),
  };
}

function missingCodes(codebook: Codebook | null, name: string): Variable['missing'] {
  return codebook?.variables.find((one) => one.name === name)?.missing ?? {};
}

function weightReader(path: string, header: readonly string[], name: string): WeightReader {
  const at = findColumn(path, header, name);
  const column = growingColumn((length) => new Float64Array(length));
  return {
    read: ({ cells, line }) => {
      const cell = (cells[at] as string).trim();
      const weight = isBlank(cell) ? 0 : readWeight(cell);
      if (!(weight >= 0))
        throw new WaymarkError(
          'BAD_WEIGHT',
          `${path}, line ${line}, column "${name}": expected a weight, a number from 0 to a billion; found "${cell.slice(0, 80)}".`,
          'Correct the cell. Write decimals with a point.',
        );
      column.push(weight);
    },
    finish: () => column.values(),
  };
}

interface KeyReader {
  read(row: CsvRow): void;
  finish(): KeyColumn;
}

function keyReader(path: string, header: readonly string[], name: string): KeyReader {
  const at = findColumn(path, header, name);
  const column = growingColumn((length) => new Uint32Array(length));
  const places = new Map<string, number>();
  return {
    read: ({ cells, line }) => {
      const key = (cells[at] as string).trim();
      if (key === '')
        throw new WaymarkError(
          'BAD_DESIGN',
          `${path}, line ${line}, column "${name}": expected a name or number in every row; found a blank cell.`,
          'Fill the cell, or leave the row out of the file.',
        );
      let place = places.get(key);
      if (place === undefined) {
        place = places.size;
        places.set(key, place);
      }
      column.push(place);
    },
    finish: () => ({ indices: column.values(), names: [...places.keys()] }),
  };
}
