import { FALSE, kleeneOf, TRUE, UNKNOWN, type Kleene } from '../conditions/kleene.ts';

/**
 * A condition on a client, as data: `in` and `notIn` compare what stands in a coded column, `atLeast` and
 * `atMost` a number. A blank cell makes it unknown.
 */
export type ClientFilter =
  | { readonly column: string; readonly in: readonly string[] }
  | { readonly column: string; readonly notIn: readonly string[] }
  | { readonly column: string; readonly atLeast?: number | undefined; readonly atMost?: number | undefined }
  | { readonly all: readonly ClientFilter[] }
  | { readonly any: readonly ClientFilter[] }
  | { readonly not: ClientFilter };

/** Columns a filter may name; both throw what they like for one that is not there. */
export interface FilterColumns {
  /** Category of each row (0xffff: none) and the names of the categories. */
  coded(column: string): { readonly indices: Uint16Array; readonly categories: readonly string[] };
  /** NaN: none. */
  numeric(column: string): Float64Array;
}

/** The columns a filter names: those it compares as codes, and those it compares as numbers. */
export function filterColumns(filter: ClientFilter): {
  readonly coded: string[];
  readonly numeric: string[];
} {
  const parts =
    'all' in filter ? filter.all : 'any' in filter ? filter.any : 'not' in filter ? [filter.not] : [];
  const below = parts.map(filterColumns);
  const own = 'column' in filter ? filter.column : null;
  const isCoded = 'in' in filter || 'notIn' in filter;
  return {
    coded: [...(own !== null && isCoded ? [own] : []), ...below.flatMap(({ coded }) => coded)],
    numeric: [...(own !== null && !isCoded ? [own] : []), ...below.flatMap(({ numeric }) => numeric)],
  };
}

/**
 * Compiles a filter to a function from the row number to true, false or unknown (three-valued logic).
 *
 * @param refuse called with a value that stands in no row of its column; must throw.
 */
export function compileFilter(
  filter: ClientFilter,
  columns: FilterColumns,
  refuse: (column: string, value: string, categories: readonly string[]) => never,
): (row: number) => Kleene {
  const compile = (inner: ClientFilter) => compileFilter(inner, columns, refuse);
  if ('all' in filter) {
    const parts = filter.all.map(compile);
    return (row) => parts.reduce<Kleene>((least, part) => Math.min(least, part(row)) as Kleene, TRUE);
  }
  if ('any' in filter) {
    const parts = filter.any.map(compile);
    return (row) => parts.reduce<Kleene>((most, part) => Math.max(most, part(row)) as Kleene, FALSE);
  }
  if ('not' in filter) {
    const inner = compile(filter.not);
    return (row) => (2 - inner(row)) as Kleene;
  }
  if ('in' in filter || 'notIn' in filter) {
    const { indices, categories } = columns.coded(filter.column);
    const isWanted = new Uint8Array(categories.length);
    for (const value of 'in' in filter ? filter.in : filter.notIn) {
      const place = categories.indexOf(value);
      if (place < 0) refuse(filter.column, value, categories);
      isWanted[place] = 1;
    }
    const truth = Number('in' in filter);
    return (row) => {
      const place = indices[row]!;
      return place < categories.length ? kleeneOf(isWanted[place] === truth) : UNKNOWN;
    };
  }
  const values = columns.numeric(filter.column);
  const { atLeast = -Infinity, atMost = Infinity } = filter;
  return (row) => {
    const value = values[row]!;
    return Number.isNaN(value) ? UNKNOWN : kleeneOf(value >= atLeast && value <= atMost);
  };
}
