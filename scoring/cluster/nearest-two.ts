/** Centroids side by side: their distances are added up together, which hides the processor's latency. */
const LANES = 4;

/** Finds the nearest centroid of a row, and how far it and the next are. */
export interface NearestTwo {
  /** Squared distance to the nearest centroid, and to the second nearest, of the last row asked for. */
  readonly squares: Float64Array;
  /** Label of the centroid nearest to the row that starts at `values[at]`; the lower one on a tie. */
  find(values: Float64Array, at: number): number;
}

/**
 * Prepares centroids (row-major k × dimensions) for looking up the nearest, in blocks of four. Each
 * distance is added up dimension by dimension, whatever block it is in.
 */
export function nearestTwo(centroids: Float64Array, k: number, dimensions: number): NearestTwo {
  const blocks = Math.ceil(k / LANES);
  // What pads the last block is infinitely far away.
  const packed = new Float64Array(blocks * LANES * dimensions).fill(Infinity);
  for (let cluster = 0; cluster < k; cluster += 1) {
    const from = Math.floor(cluster / LANES) * LANES * dimensions + (cluster % LANES);
    for (let d = 0; d < dimensions; d += 1) packed[from + d * LANES] = centroids[cluster * dimensions + d]!;
  }
  const squares = new Float64Array(2);
  const find = (values: Float64Array, at: number): number => {
    let best = Infinity;
    let second = Infinity;
    let label = 0;
    const end = at + dimensions;
    const lastPair = end - 1;
    for (let block = 0, from = 0; block < blocks; block += 1) {
      let sum0 = 0;
      let sum1 = 0;
      let sum2 = 0;
      let sum3 = 0;
      let place = at;
      // Two dimensions at a time: a fifth faster than one, and the same sums.
      for (; place < lastPair; place += 2, from += 2 * LANES) {
        const value = values[place]!;
        const difference0 = value - packed[from]!;
        const difference1 = value - packed[from + 1]!;
        const difference2 = value - packed[from + 2]!;
        const difference3 = value - packed[from + 3]!;
        sum0 += difference0 * difference0;
        sum1 += difference1 * difference1;
        sum2 += difference2 * difference2;
        sum3 += difference3 * difference3;
        const next = values[place + 1]!;
        const next0 = next - packed[from + 4]!;
        const next1 = next - packed[from + 5]!;
        const next2 = next - packed[from + 6]!;
        const next3 = next - packed[from + 7]!;
        sum0 += next0 * next0;
        sum1 += next1 * next1;
        sum2 += next2 * next2;
        sum3 += next3 * next3;
      }
      if (place < end) {
        const value = values[place]!;
        const difference0 = value - packed[from]!;
        const difference1 = value - packed[from + 1]!;
        const difference2 = value - packed[from + 2]!;
        const difference3 = value - packed[from + 3]!;
        sum0 += difference0 * difference0;
        sum1 += difference1 * difference1;
        sum2 += difference2 * difference2;
        sum3 += difference3 * difference3;
        from += LANES;
      }
      const first = block * LANES;
      if (sum0 < best) {
        second = best;
        best = sum0;
        label = first;
      } else if (sum0 < second) second = sum0;
      if (sum1 < best) {
        second = best;
        best = sum1;
        label = first + 1;
      } else if (sum1 < second) second = sum1;
      if (sum2 < best) {
        second = best;
        best = sum2;
        label = first + 2;
      } else if (sum2 < second) second = sum2;
      if (sum3 < best) {
        second = best;
        best = sum3;
        label = first + 3;
      } else if (sum3 < second) second = sum3;
    }
    squares[0] = best;
    squares[1] = second;
    return label;
  };
  return { squares, find };
}
