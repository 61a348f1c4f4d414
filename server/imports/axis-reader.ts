import { ARCHETYPES, NOT_CLASSIFIED } from '../../contracts/archetype.ts';
import type { Codebook, Variable } from '../../contracts/codebook.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import { localize } from '../../contracts/language.ts';
import type { Crosstab } from '../../contracts/table.ts';
import { createColumnEncoder } from '../../scoring/tabulate/encode.ts';
import { codesOfFile, compileDecoder, NotUnderstood } from './decode-cell.ts';
import { findColumn } from './find-column.ts';
import { didYouMean } from './nearest-names.ts';
import type { CsvRow } from './read-csv.ts';

/** One side of a table, read from the rows of a file. */
export interface AxisReader {
  /** The category of a row; empty where it has none. Throws `UNKNOWN_CODE`. */
  read(row: CsvRow): string;
  /** Why a row has no category. */
  reasonFor(row: CsvRow): string;
  /** Counts a respondent in. */
  add(code: string): void;
  finish(): { readonly indices: Uint16Array; readonly axis: Crosstab['rows'] };
}

/**
 * Reads a variable of the codebook by its codes, labels and order, the codebook's branch column by
 * its names, and any other column by what stands in it (NA is missing): numbers by size, then
 * words; archetypes on their scale. Throws `UNKNOWN_COLUMN`, and `NOT_COMPUTABLE` for a question with several answers.
 */
export function createAxisReader(
  codebook: Codebook | null,
  path: string,
  header: readonly string[],
  name: string,
): AxisReader {
  const variable = codebook?.variables.find((one) => one.name === name);
  if (variable !== undefined && variable.type !== 'number') return itemReader(variable, path, header);
  const at = findColumn(path, header, name);
  const branches = codebook?.columns.branch === name ? codebook.branches : undefined;
  const encoder = createColumnEncoder(branches?.map(({ code }) => code));
  const labels = new Map(branches?.map(({ code, label }) => [code, localize(label, 'en')]));
  return {
    read: ({ cells }) => {
      const code = (cells[at] as string).trim();
      return code === ABSENT && branches === undefined ? '' : code;
    },
    reasonFor: ({ cells }) => `${name}: ${(cells[at] as string).trim() === '' ? 'blank' : ABSENT}`,
    add: (code) => encoder.add(code),
    finish: () => {
      const { indices, categories } = encoder.finish();
      const onScale = branches === undefined ? archetypeOrder(categories) : null;
      const ordered = onScale ?? categories;
      return {
        indices:
          onScale === null ? indices : indices.map((place) => onScale.indexOf(categories[place] ?? '')),
        axis: {
          variable: name,
          label: variable === undefined ? name : localize(variable.label, 'en'),
          categories: ordered.map((code) => ({ code, label: labels.get(code) ?? code })),
          ...(onScale !== null && { ordered: true }),
        },
      };
    },
  };
}

/** How R writes a missing value. */
const ABSENT = 'NA';

/** The categories in the order of the archetype scale, where they are archetypes; else null. */
function archetypeOrder(categories: readonly string[]): readonly string[] | null {
  const scale: readonly string[] = [...ARCHETYPES, NOT_CLASSIFIED];
  const isScale = categories.length > 0 && categories.every((code) => scale.includes(code));
  return isScale ? scale.filter((code) => categories.includes(code)) : null;
}

function itemReader(variable: Variable, path: string, header: readonly string[]): AxisReader {
  if (variable.type !== 'single')
    throw new WaymarkError(
      'NOT_COMPUTABLE',
      `"${variable.name}" is a ${variable.type === 'multiple' ? 'question with several answers' : 'text'}, which cannot be a side of this table.`,
      'Choose a variable with one coded answer.',
    );
  const columns = (variable.source?.columns ?? [variable.name]).map((column) =>
    findColumn(path, header, column),
  );
  const decode = compileDecoder(variable, columns);
  const values = variable.values.filter(({ code }) => !(code in variable.missing));
  const encoder = createColumnEncoder(values.map(({ code }) => code));
  const label = localize(variable.label, 'en');
  const codeOf = ({ cells, line }: CsvRow): string | undefined => {
    const decoded = decode(cells);
    if (decoded instanceof NotUnderstood) throw unknownCode(variable, path, header, line, decoded);
    return decoded === undefined ? undefined : String(decoded);
  };
  return {
    read: (row) => {
      const code = codeOf(row) ?? '';
      return code in variable.missing ? '' : code;
    },
    reasonFor: (row) => {
      const code = codeOf(row);
      return `${label}: ${code === undefined ? 'blank' : MISSING_WORDS[variable.missing[code] ?? 'other']}`;
    },
    add: (code) => encoder.add(code),
    finish: () => ({
      indices: encoder.finish().indices,
      axis: {
        variable: variable.name,
        label,
        categories: values.map((value) => ({ code: value.code, label: localize(value.label, 'en') })),
        ...(variable.ordered === true && { ordered: true }),
      },
    }),
  };
}

export const MISSING_WORDS = {
  dontKnow: "don't know",
  refused: 'refused',
  other: 'no usable answer',
} as const;

export const unknownCode = (
  variable: Variable,
  path: string,
  header: readonly string[],
  line: number,
  { column, value }: NotUnderstood,
): WaymarkError =>
  new WaymarkError(
    'UNKNOWN_CODE',
    `${path}, line ${line}, column "${header[column] ?? ''}": expected one of ${codesOfFile(variable).join(', ')}, or a blank cell; found "${value.slice(0, 80)}".`,
    didYouMean(value, codesOfFile(variable), 'Correct the cell, or add the code to the codebook.'),
  );
