export interface WeightedQuantiles {
  /** The smallest value that at least this share of the weight does not exceed. */
  quantileAt(share: number): number;
  /** Share of the weight up to and with a value that occurs. */
  shareUpTo(value: number): number;
  readonly sumWeights: number;
}

/** Weights that sum to a share within this of it reach it: rounding must not move a quantile. */
const ROUNDING = 1e-12;

/** Sorts the values that `isIn` marks (at least one), with the weight up to each of them. */
export function weightedQuantiles(
  values: Float64Array,
  weights: Float64Array,
  isIn: Uint8Array,
): WeightedQuantiles {
  const sorted = distinct(values.filter((_, row) => isIn[row] === 1).sort());
  const upTo = new Float64Array(sorted.length);
  for (let row = 0; row < values.length; row += 1) {
    if (isIn[row] !== 1) continue;
    const at = firstAtLeast(sorted, values[row]!);
    upTo[at] = upTo[at]! + weights[row]!;
  }
  for (let at = 1; at < upTo.length; at += 1) upTo[at] = upTo[at]! + upTo[at - 1]!;
  const sumWeights = upTo.at(-1)!;
  return {
    sumWeights,
    shareUpTo: (value) => upTo[firstAtLeast(sorted, value)]! / sumWeights,
    quantileAt: (share) =>
      sorted[Math.min(firstAtLeast(upTo, share * sumWeights * (1 - ROUNDING)), sorted.length - 1)]!,
  };
}

function distinct(sorted: Float64Array): Float64Array {
  return sorted.filter((value, at) => at === 0 || value !== sorted[at - 1]);
}

/** First place in a rising list that holds `value` or more; its length where there is none. */
function firstAtLeast(rising: Float64Array, value: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rising[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
