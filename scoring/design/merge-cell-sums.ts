import type { CellSums } from './additive-sums.ts';

/** Adds the sums of two parts of the same data (same groups, same cells). */
export function mergeCellSums(one: CellSums, other: CellSums): CellSums {
  const groups = one.starts.length - 1;
  const starts = new Uint32Array(groups + 1);
  const most = one.cells.length + other.cells.length;
  const cells = new Uint32Array(most);
  const sums = new Float64Array(most);
  const squares = new Float64Array(one.squares.length + other.squares.length);
  let next = 0;
  const add = (part: CellSums, at: number): void => {
    cells[next] = part.cells[at]!;
    sums[next] = sums[next]! + part.sums[at]!;
    if (squares.length > 0) squares[next] = squares[next]! + part.squares[at]!;
  };
  for (let group = 0; group < groups; group += 1) {
    let left = one.starts[group]!;
    let right = other.starts[group]!;
    while (left < one.starts[group + 1]! || right < other.starts[group + 1]!) {
      const first = left < one.starts[group + 1]! ? one.cells[left]! : Infinity;
      const second = right < other.starts[group + 1]! ? other.cells[right]! : Infinity;
      if (first <= second) {
        add(one, left);
        left += 1;
      }
      if (second <= first) {
        add(other, right);
        right += 1;
      }
      next += 1;
    }
    starts[group + 1] = next;
  }
  return {
    cellCount: one.cellCount,
    n: one.n.map((value, cell) => value + other.n[cell]!),
    sumSquaredWeights: one.sumSquaredWeights.map((value, cell) => value + other.sumSquaredWeights[cell]!),
    starts,
    cells: cells.slice(0, next),
    sums: sums.slice(0, next),
    squares: squares.slice(0, squares.length > 0 ? next : 0),
  };
}
