import { WaymarkError } from '../../contracts/errors.ts';

/** Cells a table may show: more than anyone reads, and quick to work out. */
const LARGEST_TABLE = 10_000;
/** Columns a table may show: the branches of a large institution. */
const MOST_COLUMNS = 2_000;
/** Cells that may be counted: combinations of several answers are more than the table shows. */
const MOST_COUNTED = 4_000_000;

/** A side of a table: its name, categories, and the values counted (combinations where answers are several). */
export interface SideSize {
  readonly variable: string;
  readonly categories: number;
  readonly patterns: number;
}

/** Throws NOT_COMPUTABLE for more categories than can be shown, or combinations than can be counted. */
export function refuseTooLarge(rows: SideSize, columns: SideSize): void {
  const sizes = `"${rows.variable}" has ${count(rows.categories)}, "${columns.variable}" ${count(columns.categories)}`;
  if (columns.categories > MOST_COLUMNS)
    throw new WaymarkError(
      'NOT_COMPUTABLE',
      `A table shows at most ${MOST_COLUMNS.toLocaleString('en')} columns; ${sizes}.`,
      'Choose a variable with fewer categories for the columns, or group them.',
    );
  if (rows.categories * columns.categories > LARGEST_TABLE)
    throw new WaymarkError(
      'NOT_COMPUTABLE',
      `A table shows at most ${LARGEST_TABLE.toLocaleString('en')} cells; ${sizes}.`,
      'Choose coded variables, or group their categories. For a number, use --mean.',
    );
  if (rows.patterns * columns.patterns > MOST_COUNTED)
    throw new WaymarkError(
      'NOT_COMPUTABLE',
      `The answers come in too many combinations to be counted: ${rows.patterns.toLocaleString('en')} by ${columns.patterns.toLocaleString('en')}.`,
      'Choose a question with fewer answers for one of the sides.',
    );
}

const count = (categories: number): string =>
  `${categories.toLocaleString('en')} ${categories === 1 ? 'category' : 'categories'}`;
