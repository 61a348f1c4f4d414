import { WaymarkError } from '../../contracts/errors.ts';
import { MISSING_CATEGORY } from '../tabulate/tabulate.ts';

export interface PatternsInput {
  /** One column per item: category index per respondent; 65535 is missing. */
  readonly items: readonly Uint16Array[];
  /** How many categories each item has. */
  readonly categoryCounts: readonly number[];
  /** Weight of each respondent, ≥ 0; absent: everyone counts 1. Who has weight 0 is left out. */
  readonly weights?: Float64Array;
}

/** Respondents with the same answers as one, their weights added up; in the order of their answers. */
export interface AnswerPatterns {
  readonly categoryCounts: readonly number[];
  /** Row-major `count` × items; a missing answer is the item's category count. */
  readonly codes: Uint16Array;
  readonly weights: Float64Array;
  readonly count: number;
  /** Respondents counted in, and the sum of their weights. */
  readonly respondents: number;
  readonly totalWeight: number;
  /** Pattern of each respondent; −1 where she is left out. */
  readonly patternOf: Int32Array;
  /** Respondents left out: none of the items answered, or no weight. */
  readonly allMissing: number;
  readonly withoutWeight: number;
}

/**
 * Collapses equal answer patterns, in time linear in respondents × items (counting sort, last item
 * first). The result is the same bytes however the respondents are ordered.
 * Throws NOT_COMPUTABLE where columns differ in length or hold an index beyond their categories, and
 * BAD_WEIGHT for a weight that is negative or not finite.
 */
export function answerPatterns(input: PatternsInput): AnswerPatterns {
  const { items, categoryCounts } = input;
  const size = items[0]?.length ?? 0;
  checkColumns(input, size);
  const weights = input.weights ?? new Float64Array(size).fill(1);
  const kept = new Uint32Array(size);
  let respondents = 0;
  let allMissing = 0;
  let withoutWeight = 0;
  for (let row = 0; row < size; row += 1) {
    if (!(weights[row]! > 0)) withoutWeight += 1;
    else if (items.every((item) => item[row] === MISSING_CATEGORY)) allMissing += 1;
    else kept[respondents++] = row;
  }
  const order = sortRows(kept.subarray(0, respondents), items, categoryCounts);
  const codes = new Uint16Array(respondents * items.length);
  const starts: number[] = [];
  const patternOf = new Int32Array(size).fill(-1);
  order.forEach((row, place) => {
    const previous = order[place - 1];
    if (previous === undefined || items.some((item) => item[row] !== item[previous])) {
      items.forEach((item, column) => {
        codes[starts.length * items.length + column] = Math.min(item[row]!, categoryCounts[column]!);
      });
      starts.push(place);
    }
    patternOf[row] = starts.length - 1;
  });
  const sums = Float64Array.from(starts, (from, pattern) =>
    sortedSum(weights, order.subarray(from, starts[pattern + 1] ?? respondents)),
  );
  return {
    categoryCounts,
    codes: codes.slice(0, starts.length * items.length),
    weights: sums,
    count: starts.length,
    respondents,
    totalWeight: sums.reduce((sum, weight) => sum + weight, 0),
    patternOf,
    allMissing,
    withoutWeight,
  };
}

/** Row numbers in the order of their answers, a missing answer last. */
function sortRows(
  rows: Uint32Array,
  items: readonly Uint16Array[],
  categoryCounts: readonly number[],
): Uint32Array {
  let order = rows.slice();
  let next = new Uint32Array(rows.length);
  for (let column = items.length - 1; column >= 0; column -= 1) {
    const item = items[column]!;
    const missing = categoryCounts[column]!;
    const places = new Uint32Array(missing + 2);
    for (const row of order) places[Math.min(item[row]!, missing) + 1]! += 1;
    for (let code = 1; code < places.length; code += 1) places[code]! += places[code - 1]!;
    for (const row of order) next[places[Math.min(item[row]!, missing)]!++] = row;
    [order, next] = [next, order];
  }
  return order;
}

/** Adds from the smallest, so that the order of respondents changes nothing. */
function sortedSum(weights: Float64Array, rows: Uint32Array): number {
  if (rows.length === 1) return weights[rows[0]!]!;
  return Float64Array.from(rows, (row) => weights[row]!)
    .sort()
    .reduce((sum, weight) => sum + weight, 0);
}

function checkColumns({ items, categoryCounts, weights }: PatternsInput, size: number): void {
  if (items.some((item) => item.length !== size) || (weights !== undefined && weights.length !== size))
    throw new WaymarkError('NOT_COMPUTABLE', 'The columns of the items differ in length.');
  const beyond = items.findIndex((item, column) =>
    item.some((code) => code >= categoryCounts[column]! && code !== MISSING_CATEGORY),
  );
  if (beyond >= 0)
    throw new WaymarkError('NOT_COMPUTABLE', `Item ${beyond + 1} holds a category beyond its categories.`);
  const bad = weights?.find((weight) => !(weight >= 0 && Number.isFinite(weight)));
  if (bad !== undefined)
    throw new WaymarkError(
      'BAD_WEIGHT',
      `Expected weights of 0 or more; found ${bad}.`,
      'Correct the weight, or leave the respondent out.',
    );
}
