import { WaymarkError } from '../../../contracts/errors.ts';
import type { Margin } from '../../../scoring/weighting/margin.ts';
import { didYouMean } from '../../imports/nearest-names.ts';
import type { CodedColumn } from '../../imports/read-columns.ts';
import type { MarginTable } from './read-margins.ts';

/** The variables of all margins, each once. */
export const variablesOf = (tables: readonly MarginTable[]): readonly string[] => [
  ...new Set(tables.flatMap(({ variables }) => variables)),
];

/**
 * Finds the category of each respondent in each margin.
 *
 * Throws `BAD_MARGINS` for a category of the margins that the file does not have, and for respondents in a
 * category that the margins do not count.
 *
 * @param rows rows of the file that are weighted; the margins' indices run over these
 */
export function buildMargins(
  tables: readonly MarginTable[],
  coded: (name: string) => CodedColumn,
  rows: Uint32Array,
): readonly Margin[] {
  return tables.map((table) => buildMargin(table, coded, rows));
}

function buildMargin(
  { variables, counts }: MarginTable,
  coded: (name: string) => CodedColumn,
  rows: Uint32Array,
): Margin {
  const name = variables.join(' × ');
  const columns = variables.map((variable) => ({ variable, ...coded(variable) }));
  const keyOf = (place: (column: VariableColumn, at: number) => number): number =>
    columns.reduce((key, column, at) => key * column.axis.categories.length + place(column, at), 0);
  const places = new Map<number, number>();
  counts.forEach(({ codes }, place) => {
    const key = keyOf((column, at) => placeOf(column, codes[at] ?? ''));
    if (places.has(key))
      throw bad(`"${name}": the category "${codes.join(' × ')}" stands twice.`, 'Give it one count.');
    places.set(key, place);
  });
  const indices = new Uint32Array(rows.length);
  const uncounted = new Map<number, { readonly row: number; count: number }>();
  rows.forEach((row, at) => {
    const key = keyOf(({ indices: own }) => own[row] as number);
    const place = places.get(key);
    if (place !== undefined) {
      indices[at] = place;
      return;
    }
    const other = uncounted.get(key) ?? { row, count: 0 };
    other.count += 1;
    uncounted.set(key, other);
  });
  if (uncounted.size > 0) throw notCounted(name, columns, [...uncounted.values()]);
  return {
    name,
    categories: counts.map(({ codes }) => codes.join(' × ')),
    counts: Float64Array.from(counts, ({ count }) => count),
    indices,
  };
}

type VariableColumn = CodedColumn & { readonly variable: string };

function placeOf({ axis, variable }: VariableColumn, code: string): number {
  const place = axis.categories.findIndex((category) => category.code === code);
  if (place >= 0) return place;
  const known = axis.categories.map((category) => category.code);
  throw bad(
    `"${variable}", category "${code}": the margins count it, but nobody in the file has it.`,
    didYouMean(
      code,
      known,
      `The file has: ${known.slice(0, 12).join(', ')}${known.length > 12 ? ' …' : ''}. Merge the category with one of these, or correct its spelling.`,
    ),
  );
}

function notCounted(
  name: string,
  columns: readonly CodedColumn[],
  uncounted: readonly { readonly row: number; readonly count: number }[],
): WaymarkError {
  const labels = uncounted.map(({ row, count }) => {
    const codes = columns.map(({ axis, indices }) => axis.categories[indices[row] as number]?.code);
    return `"${codes.join(' × ')}" (${count})`;
  });
  const shown = labels.slice(0, 8).join(', ');
  return bad(
    `"${name}": respondents are in categories that the margins do not count: ${shown}${labels.length > 8 ? ' …' : ''}.`,
    "Add their counts to the margins, or merge these categories in the file. Where they mean no answer (don't know), say so with --instrument or --codebook and pass --leave-out-missing.",
  );
}

const bad = (message: string, hint: string): WaymarkError => new WaymarkError('BAD_MARGINS', message, hint);
