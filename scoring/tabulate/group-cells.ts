import type { CellSums } from '../design/additive-sums.ts';

/**
 * Sums of coarser cells: cell c goes into `target[c]`, or nowhere where that is below 0. Everything a
 * design needs stays additive, so a table can be looked at one row at a time.
 */
export function groupCells(sums: CellSums, target: Int32Array, cellCount: number): CellSums {
  const groups = sums.starts.length - 1;
  const hasSquares = sums.squares.length > 0;
  const n = new Float64Array(cellCount);
  const sumSquaredWeights = new Float64Array(cellCount);
  target.forEach((place, cell) => {
    if (place < 0) return;
    n[place] = n[place]! + sums.n[cell]!;
    sumSquaredWeights[place] = sumSquaredWeights[place]! + sums.sumSquaredWeights[cell]!;
  });
  const starts = new Uint32Array(groups + 1);
  const cells = new Uint32Array(sums.cells.length);
  const totals = new Float64Array(sums.cells.length);
  const squares = new Float64Array(hasSquares ? sums.cells.length : 0);
  /** Entry of a coarse cell in the group at hand, plus one. */
  const entryOf = new Uint32Array(cellCount);
  let next = 0;
  for (let group = 0; group < groups; group += 1) {
    const first = next;
    for (let at = sums.starts[group]!; at < sums.starts[group + 1]!; at += 1) {
      const place = target[sums.cells[at]!]!;
      if (place < 0) continue;
      let entry = entryOf[place]! - 1;
      if (entry < first) {
        entry = next;
        entryOf[place] = next + 1;
        cells[next] = place;
        next += 1;
      }
      totals[entry] = totals[entry]! + sums.sums[at]!;
      if (hasSquares) squares[entry] = squares[entry]! + sums.squares[at]!;
    }
    starts[group + 1] = next;
  }
  return {
    cellCount,
    n,
    sumSquaredWeights,
    starts,
    cells: cells.subarray(0, next),
    sums: totals.subarray(0, next),
    squares: squares.subarray(0, hasSquares ? next : 0),
  };
}
