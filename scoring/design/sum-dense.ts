import { refuseUnlessOutside, type CellRows } from './cell-rows.ts';
import type { CellSums } from './additive-sums.ts';

/** `cellSums` through a table of every group by every cell: fastest where that is small. */
export function sumDense(rows: CellRows): CellSums {
  const { group, groups, hasSquares, weights, cell, cellCount, from, to } = rows;
  const n = new Float64Array(cellCount);
  const sums = new Float64Array(groups * cellCount);
  const squares = new Float64Array(hasSquares ? sums.length : cellCount);
  for (let row = from; row < to; row += 1) {
    const place = cell[row]!;
    if (place >= cellCount) {
      refuseUnlessOutside(place, cellCount);
      continue;
    }
    const weight = weights[row]!;
    if (weight === 0) continue;
    const at = group === null ? place : group[row]! * cellCount + place;
    const square = hasSquares ? at : place;
    n[place] = n[place]! + 1;
    sums[at] = sums[at]! + weight;
    squares[square] = squares[square]! + weight * weight;
  }
  let filled = 0;
  for (let at = 0; at < sums.length; at += 1) if (sums[at]! > 0) filled += 1;
  const result = {
    cellCount,
    n,
    sumSquaredWeights: hasSquares ? overGroups(squares, cellCount) : squares,
    starts: new Uint32Array(groups + 1),
    cells: new Uint32Array(filled),
    sums: new Float64Array(filled),
    squares: new Float64Array(hasSquares ? filled : 0),
  };
  let next = 0;
  for (let one = 0; one < groups; one += 1) {
    for (let place = 0; place < cellCount; place += 1) {
      const at = one * cellCount + place;
      if (sums[at] === 0) continue;
      result.cells[next] = place;
      result.sums[next] = sums[at]!;
      if (hasSquares) result.squares[next] = squares[at]!;
      next += 1;
    }
    result.starts[one + 1] = next;
  }
  return result;
}

function overGroups(table: Float64Array, cellCount: number): Float64Array {
  const total = new Float64Array(cellCount);
  table.forEach((value, at) => {
    total[at % cellCount] = total[at % cellCount]! + value;
  });
  return total;
}
