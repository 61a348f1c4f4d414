/**
 * Whole totals 0 … largest from which segments 1, 2 … begin, so that most of the weight is sorted right:
 * exact, by dynamic programming over the totals. Ties go to the lowest total.
 *
 * @param weightAt row-major segments × (largest + 1): weight of each segment at each whole total
 */
export function bestCuts(weightAt: Float64Array, segmentCount: number, largest: number): number[] {
  const ends = largest + 2;
  const below = (segment: number): Float64Array => {
    const sums = new Float64Array(ends);
    for (let total = 0; total <= largest; total += 1)
      sums[total + 1] = sums[total]! + weightAt[segment * (largest + 1) + total]!;
    return sums;
  };
  // best[t]: most weight right among totals below t, with the segments so far; start: where the last began.
  let best = below(0);
  const starts: Int32Array[] = [];
  for (let segment = 1; segment < segmentCount; segment += 1) {
    const sums = below(segment);
    const next = new Float64Array(ends);
    const start = new Int32Array(ends);
    let from = 0;
    for (let end = 0; end < ends; end += 1) {
      if (best[end]! - sums[end]! > best[from]! - sums[from]!) from = end;
      start[end] = from;
      next[end] = best[from]! - sums[from]! + sums[end]!;
    }
    best = next;
    starts.push(start);
  }
  const cuts: number[] = [];
  let end = largest + 1;
  for (const start of starts.toReversed()) {
    end = start[end]!;
    cuts.unshift(end);
  }
  return cuts;
}
