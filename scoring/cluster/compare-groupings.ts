import { adjustedRandIndex } from '../statistics/adjusted-rand-index.ts';
import { cohenKappa } from '../statistics/cohen-kappa.ts';
import { normalQuantile } from '../statistics/normal-quantile.ts';
import { kappaStandardError } from './kappa-standard-error.ts';

/** One judgement of every row. */
export interface Grouping {
  /** Category of each row; a number beyond `places` is none. */
  readonly indices: Uint16Array;
  /** Where each category stands on the scale that both share; −1 where it is not on it. */
  readonly places: readonly number[];
}

export interface GroupingsInput {
  /** Categories of the scale. */
  readonly size: number;
  readonly first: Grouping;
  readonly second: Grouping;
  /** 0 is no weight; null where rows count 1. */
  readonly weights: Float64Array | null;
  /** Confidence level of the intervals, e.g. 0.95. */
  readonly confidence: number;
}

export interface KappaEstimate {
  readonly value: number | null;
  readonly standardError: number | null;
  readonly interval: readonly [number, number] | null;
}

export interface ComparedGroupings {
  /** Rows of the table are the first judgement: respondents, and sums of weights. */
  readonly counts: readonly (readonly number[])[];
  readonly weighted: readonly (readonly number[])[];
  readonly respondents: number;
  readonly total: number;
  /** Weighted share on the diagonal, 0–1; null for an empty table. */
  readonly agreement: number | null;
  readonly kappa: KappaEstimate;
  /** Quadratic weights. */
  readonly weightedKappa: KappaEstimate;
  /** A pair counts the product of its weights. */
  readonly adjustedRandIndex: number | null;
  /** Rows that are left out: without weight, else by their category of the first or second judgement. */
  readonly leftOut: {
    readonly noWeight: number;
    readonly first: ReadonlyMap<number, number>;
    readonly second: ReadonlyMap<number, number>;
  };
}

/** How far two judgements of the same rows agree; rows outside the scale, or without weight, are left out. */
export function compareGroupings(input: GroupingsInput): ComparedGroupings {
  const { size, first, second, weights, confidence } = input;
  const counts = new Float64Array(size * size);
  const sums = new Float64Array(size * size);
  const squares = new Float64Array(size * size);
  const leftOut = { noWeight: 0, first: new Map<number, number>(), second: new Map<number, number>() };
  for (let row = 0; row < first.indices.length; row += 1) {
    const weight = weights === null ? 1 : weights[row]!;
    const from = first.places[first.indices[row]!] ?? -1;
    const to = second.places[second.indices[row]!] ?? -1;
    if (weight === 0) leftOut.noWeight += 1;
    else if (from < 0) countIn(leftOut.first, first.indices[row]!);
    else if (to < 0) countIn(leftOut.second, second.indices[row]!);
    else {
      const cell = from * size + to;
      counts[cell] = counts[cell]! + 1;
      sums[cell] = sums[cell]! + weight;
      squares[cell] = squares[cell]! + weight * weight;
    }
  }
  const respondents = counts.reduce((sum, count) => sum + count, 0);
  const total = sums.reduce((sum, weight) => sum + weight, 0);
  let same = 0;
  for (let place = 0; place < size; place += 1) same += sums[place * size + place]!;
  const z = -normalQuantile((1 - confidence) / 2);
  const estimate = (weighting: 'none' | 'quadratic'): KappaEstimate => {
    const value = cohenKappa(sums, size, weighting);
    if (value === null) return { value, standardError: null, interval: null };
    const n = weights === null ? null : respondents;
    const standardError = kappaStandardError(sums, squares, size, weighting, n);
    if (standardError === null) return { value, standardError, interval: null };
    const margin = z * standardError;
    return { value, standardError, interval: [Math.max(-1, value - margin), Math.min(1, value + margin)] };
  };
  return {
    counts: rowsOf(counts, size),
    weighted: rowsOf(sums, size),
    respondents,
    total,
    agreement: total > 0 ? same / total : null,
    kappa: estimate('none'),
    weightedKappa: estimate('quadratic'),
    adjustedRandIndex: adjustedRandIndex(sums, size, size, squares),
    leftOut,
  };
}

function countIn(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const rowsOf = (table: Float64Array, size: number): number[][] =>
  Array.from({ length: size }, (_, row) => [...table.subarray(row * size, (row + 1) * size)]);
