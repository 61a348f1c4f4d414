import { WaymarkError } from '../../contracts/errors.ts';
import type { Crosstab } from '../../contracts/table.ts';
import { MISSING_CATEGORY } from './count-cells.ts';
import { createColumnEncoder } from './encode.ts';
import { onePattern, type Patterns } from './table-patterns.ts';

/** A side of a table as typed columns. */
export interface TableSide {
  /** Category of each row, or pattern where the side has several answers; 65535: none. */
  readonly indices: Uint16Array;
  readonly axis: Crosstab['rows'];
  /** Categories of each pattern; null: one answer. */
  readonly patterns: Patterns | null;
}

/** A side that says why rows have no category. */
export interface ExplainedSide extends TableSide {
  /** Place in `reasons` of each row; −1: it has a category. */
  readonly reasonOf: Int8Array;
  readonly reasons: readonly string[];
}

/** The patterns of a side, whether it has one answer or several. */
export const patternsOf = ({ patterns, axis }: TableSide): Patterns =>
  patterns ?? onePattern(axis.categories.length);

/** What stands between the variables of a nested side. */
export const NESTED = '>';

/** Two variables as one: its categories are the combinations that occur, in the order of the first, then the second. */
export function nestSides(outer: TableSide, inner: TableSide): TableSide {
  const width = inner.axis.categories.length;
  const pair = (row: number): number => {
    const [first, second] = [outer.indices[row]!, inner.indices[row]!];
    return first === MISSING_CATEGORY || second === MISSING_CATEGORY ? -1 : first * width + second;
  };
  const found = new Set<number>();
  for (let row = 0; row < outer.indices.length; row += 1) found.add(pair(row));
  found.delete(-1);
  const pairs = [...found].sort((one, other) => one - other);
  const encoder = createColumnEncoder(pairs.map(String));
  for (let row = 0; row < outer.indices.length; row += 1) encoder.add(String(pair(row)));
  const categories = pairs.map((one) => {
    const first = outer.axis.categories[Math.floor(one / width)]!;
    const second = inner.axis.categories[one % width]!;
    return { code: `${first.code} > ${second.code}`, label: `${first.label} > ${second.label}` };
  });
  return {
    indices: encoder.finish().indices,
    axis: {
      variable: `${outer.axis.variable}${NESTED}${inner.axis.variable}`,
      label: `${outer.axis.label} > ${inner.axis.label}`,
      categories,
    },
    patterns: null,
  };
}

/** The side with its categories in the order given, which makes them ordered. Throws `UNKNOWN_CODE` unless it names each once. */
export function orderSide<S extends TableSide>(side: S, order: readonly string[]): S {
  const codes = side.axis.categories.map(({ code }) => code);
  const isComplete = order.length === codes.length && codes.every((code) => order.includes(code));
  if (!isComplete)
    throw new WaymarkError(
      'UNKNOWN_CODE',
      `Expected the order of the categories of "${side.axis.variable}": ${codes.join(', ')}; found ${order.join(', ')}.`,
      'Name each category once.',
    );
  const places = codes.map((code) => order.indexOf(code));
  const categories = order.map((code) => side.axis.categories.find((one) => one.code === code)!);
  const axis = { ...side.axis, categories, ordered: true };
  if (side.patterns !== null)
    return { ...side, axis, patterns: side.patterns.map((members) => members.map((one) => places[one]!)) };
  return { ...side, axis, indices: side.indices.map((place) => places[place] ?? place) };
}

/**
 * Counts whom a table leaves out, once: by the rows, then the columns, then the weight.
 *
 * @param weights 0: no weight
 * @param noWeight what to call those without weight
 */
export function countLeftOut(
  rows: ExplainedSide,
  columns: ExplainedSide,
  weights: Float64Array,
  noWeight: string,
): Crosstab['excluded'] {
  const counts = new Map<string, number>();
  const add = (reason: string): void => void counts.set(reason, (counts.get(reason) ?? 0) + 1);
  for (let row = 0; row < weights.length; row += 1) {
    const [byRow, byColumn] = [rows.reasonOf[row]!, columns.reasonOf[row]!];
    if (byRow >= 0) add(rows.reasons[byRow]!);
    else if (byColumn >= 0) add(columns.reasons[byColumn]!);
    else if (weights[row] === 0) add(noWeight);
  }
  return [...counts].map(([reason, count]) => ({ reason, count }));
}
