export interface TrimmedWeights {
  readonly weights: Float64Array;
  /** Per respondent: −1 raised to the lower bound, 1 cut to the upper, 0 neither. */
  readonly trimmed: Int8Array;
  /** False where the bounds leave no room for the sum of the weights. */
  readonly isFeasible: boolean;
}

/** Relative slack of a bound: what rounding may add. */
const SLACK = 1e-12;
const MOST_PASSES = 100_000;

/**
 * Cuts weights to bounds and spreads what was cut, in equal parts, over the respondents that were within them;
 * again and again, until all weights are within the bounds. The sum stays the same. As R's
 * `survey::trimWeights(strict = TRUE)` (Potter 1990 calls for bounds and redistribution).
 *
 * @param lower in the units of the weights, as `upper`
 */
export function trimWeights(weights: Float64Array, lower: number, upper: number): TrimmedWeights {
  const size = weights.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const trimmed = new Int8Array(size);
  if (lower * size > total * (1 + SLACK) || upper * size < total * (1 - SLACK))
    return { weights, trimmed, isFeasible: false };
  const current = weights.slice();
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const outside = new Uint8Array(size);
    let cut = 0;
    let inside = size;
    for (let row = 0; row < size; row += 1) {
      const weight = current[row]!;
      const side = weight < lower * (1 - SLACK) ? -1 : weight > upper * (1 + SLACK) ? 1 : 0;
      if (side === 0) continue;
      trimmed[row] = side;
      outside[row] = 1;
      inside -= 1;
      current[row] = side < 0 ? lower : upper;
      cut += weight - current[row]!;
    }
    if (inside === size) return { weights: current, trimmed, isFeasible: true };
    // Where nobody is within the bounds all share what was cut.
    const share = cut / (inside === 0 ? size : inside);
    for (let row = 0; row < size; row += 1) if (inside === 0 || outside[row] === 0) current[row]! += share;
  }
  return { weights: current, trimmed, isFeasible: false };
}
