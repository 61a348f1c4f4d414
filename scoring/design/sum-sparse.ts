import { refuseUnlessOutside, type CellRows } from './cell-rows.ts';
import type { CellSums } from './additive-sums.ts';

/** `cellSums` group by group over rows in the order of their groups: for very many PSUs or cells. */
export function sumSparse(rows: CellRows): CellSums {
  const { groups, hasSquares, weights, cell, cellCount } = rows;
  const n = new Float64Array(cellCount);
  const sumSquaredWeights = new Float64Array(cellCount);
  const { order, firsts } = rowsByGroup(rows);
  const filled = countEntries(rows, order, firsts);
  const starts = new Uint32Array(groups + 1);
  const cells = new Uint32Array(filled);
  const sums = new Float64Array(filled);
  const squares = new Float64Array(hasSquares ? filled : 0);
  const sum = new Float64Array(cellCount);
  const square = new Float64Array(cellCount);
  let next = 0;
  for (let group = 0; group < groups; group += 1) {
    const touched: number[] = [];
    for (let at = firsts[group]!; at < firsts[group + 1]!; at += 1) {
      const row = order[at]!;
      const place = cell[row]!;
      const weight = weights[row]!;
      if (sum[place] === 0) touched.push(place);
      n[place] = n[place]! + 1;
      sum[place] = sum[place]! + weight;
      square[place] = square[place]! + weight * weight;
      sumSquaredWeights[place] = sumSquaredWeights[place]! + weight * weight;
    }
    touched.sort((one, other) => one - other);
    for (const place of touched) {
      cells[next] = place;
      sums[next] = sum[place]!;
      if (hasSquares) squares[next] = square[place]!;
      sum[place] = 0;
      square[place] = 0;
      next += 1;
    }
    starts[group + 1] = next;
  }
  return { cellCount, n, sumSquaredWeights, starts, cells, sums, squares };
}

interface RowsByGroup {
  /** Rows that count, group after group, each in the order of the data. */
  readonly order: Uint32Array;
  /** Where each group begins in `order`; one more for the end. */
  readonly firsts: Uint32Array;
}

function rowsByGroup({ group, groups, weights, cell, cellCount, from, to }: CellRows): RowsByGroup {
  const firsts = new Uint32Array(groups + 1);
  for (let row = from; row < to; row += 1) {
    const place = cell[row]!;
    if (place >= cellCount) refuseUnlessOutside(place, cellCount);
    else if (weights[row]! > 0) {
      const after = (group === null ? 0 : group[row]!) + 1;
      firsts[after] = firsts[after]! + 1;
    }
  }
  for (let at = 1; at <= groups; at += 1) firsts[at] = firsts[at]! + firsts[at - 1]!;
  const order = new Uint32Array(firsts[groups]!);
  const next = firsts.slice();
  for (let row = from; row < to; row += 1) {
    if (cell[row]! >= cellCount || weights[row] === 0) continue;
    const at = group === null ? 0 : group[row]!;
    order[next[at]!] = row;
    next[at] = next[at]! + 1;
  }
  return { order, firsts };
}

function countEntries(
  { groups, cell, cellCount }: CellRows,
  order: Uint32Array,
  firsts: Uint32Array,
): number {
  const lastGroup = new Uint32Array(cellCount);
  let entries = 0;
  for (let group = 0; group < groups; group += 1) {
    for (let at = firsts[group]!; at < firsts[group + 1]!; at += 1) {
      const place = cell[order[at]!]!;
      if (lastGroup[place] === group + 1) continue;
      lastGroup[place] = group + 1;
      entries += 1;
    }
  }
  return entries;
}
