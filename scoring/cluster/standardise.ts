import type { WeightedRows } from './weighted-rows.ts';

/** `zscore`: mean 0 and population SD 1, weighted, as scikit-learn's StandardScaler. `range`: 0 to 1. */
export const STANDARDISATIONS = ['none', 'zscore', 'range'] as const;
export type Standardisation = (typeof STANDARDISATIONS)[number];

/** What was done to each variable: standardised = (value − centre) / scale. */
export interface Scaling {
  readonly centres: Float64Array;
  /** 1 where the variable is constant: there is nothing to divide by. */
  readonly scales: Float64Array;
  /** Whether every row has the same value: such a variable adds nothing to any distance. */
  readonly constant: readonly boolean[];
}

/** Standardises the columns of `rows.values` in place, and says by what. */
export function standardise(rows: WeightedRows, method: Standardisation): Scaling {
  const { values, count, dimensions } = rows;
  const columns = Array.from({ length: dimensions }, (_, d) => columnScale(rows, d, method));
  const centres = Float64Array.from(columns, ({ centre }) => centre);
  const scales = Float64Array.from(columns, ({ scale }) => scale);
  for (let row = 0, at = 0; method !== 'none' && row < count; row += 1) {
    for (let d = 0; d < dimensions; d += 1, at += 1) values[at] = (values[at]! - centres[d]!) / scales[d]!;
  }
  return { centres, scales, constant: columns.map(({ isConstant }) => isConstant) };
}

function columnScale(
  { values, weights, count, dimensions }: WeightedRows,
  column: number,
  method: Standardisation,
): { centre: number; scale: number; isConstant: boolean } {
  let least = Infinity;
  let most = -Infinity;
  let total = 0;
  let sum = 0;
  for (let row = 0; row < count; row += 1) {
    const value = values[row * dimensions + column]!;
    least = Math.min(least, value);
    most = Math.max(most, value);
    total += weights[row]!;
    sum += weights[row]! * value;
  }
  const isConstant = least === most;
  if (method === 'none') return { centre: 0, scale: 1, isConstant };
  if (isConstant) return { centre: least, scale: 1, isConstant };
  if (method === 'range') return { centre: least, scale: most - least, isConstant };
  const centre = sum / total;
  let squares = 0;
  for (let row = 0; row < count; row += 1) {
    squares += weights[row]! * (values[row * dimensions + column]! - centre) ** 2;
  }
  return { centre, scale: Math.sqrt(squares / total), isConstant };
}

/** Centroids in the units of the variables. */
export function unscale(centroids: Float64Array, { centres, scales }: Scaling): Float64Array {
  const dimensions = centres.length;
  return centroids.map((value, place) => value * scales[place % dimensions]! + centres[place % dimensions]!);
}
