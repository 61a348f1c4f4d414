import { margins } from '../statistics/margins.ts';
import { cheapestPath, type CellNetwork } from './flow-path.ts';
import { endsOf, hiddenRange, pushAround } from './hidden-range.ts';

/** Which cells of a table are withheld, and why. */
export interface Suppression {
  /** Per cell: 0 shown, 1 its column is under the minimum base, 2 hidden to keep the others hidden. */
  readonly cells: Uint8Array;
  /**
   * Whether the row sums have to be withheld too, because they alone would give hidden cells away: the
   * whole table is under the minimum base, or everyone is in one row. No other cell is hidden then.
   */
  readonly withoutRowSums: boolean;
}

export const PRIMARY = 1;
export const SECONDARY = 2;

/**
 * Withholds every cell of the columns whose base is above 0 and below `minimumBase`, then as few more
 * as a greedy search finds, until no withheld cell can be worked out from what is left and the row and
 * column sums. Cells of a row or column that is empty altogether are 0 and hide nobody.
 *
 * The rule: the counts of a cell of a small column that fit what is published must span at least
 * `minimumBase`, or half of what the sums alone would leave open where that is less; those of any other
 * withheld cell at least as much as the cell it protects, with the same limit. This is checked cell by cell by exact bounds, not
 * by counting hidden cells per row and column, which is not enough. Hiding more only widens ranges, so
 * a cell that passed keeps passing. Source of the network view: Castro, "Recent advances in optimization
 * techniques for statistical tabular data protection", EJOR 216 (2012).
 */
export function suppress(table: CellNetwork, minimumBase: number): Suppression {
  const { rowCount, columnCount, counts } = table;
  const sums = margins(counts, rowCount, columnCount);
  const isSmall = sums.columns.map((base) => Number(base > 0 && base < minimumBase));
  const cells = new Uint8Array(counts.length);
  if (!isSmall.includes(1)) return { cells, withoutRowSums: false };
  const isAllSmall = sums.total < minimumBase;
  const withoutRowSums = isAllSmall || sums.rows.some((sum) => sum === sums.total);
  const queue: { readonly cell: number; readonly atMost: number }[] = [];
  for (let cell = 0; cell < counts.length; cell += 1) {
    const isOpen = withoutRowSums || sums.rows[Math.floor(cell / columnCount)]! > 0;
    if (isSmall[cell % columnCount] !== 1 || !isOpen) continue;
    cells[cell] = PRIMARY;
    queue.push({ cell, atMost: minimumBase });
  }
  if (withoutRowSums) return { cells, withoutRowSums };

  const hidden = cells.slice();
  for (const { cell, atMost } of queue) {
    const row = sums.rows[Math.floor(cell / columnCount)]!;
    const column = sums.columns[cell % columnCount]!;
    const widest = Math.min(row, column) - Math.max(0, row + column - sums.total);
    const wanted = Math.min(atMost, widest / 2);
    for (;;) {
      const { low, high } = hiddenRange(table, hidden, cell, wanted);
      if (high - low >= wanted) break;
      const added = cellsToHide(table, hidden, cell, wanted);
      if (added.length === 0) break;
      for (const other of added) {
        hidden[other] = 1;
        cells[other] = SECONDARY;
        queue.push({ cell: other, atMost: wanted });
      }
    }
  }
  return { cells, withoutRowSums };
}

/**
 * The cells not yet hidden on the cheapest circle that widens the range of a cell: few cells first,
 * small counts before large ones, and none that can give too little.
 */
function cellsToHide(table: CellNetwork, hidden: Uint8Array, cell: number, wanted: number): number[] {
  const largest = table.counts.reduce((most, count) => Math.max(most, count), 1);
  for (const direction of ['up', 'down'] as const) {
    const { counts, sent } = pushAround(table, hidden, cell, direction, Infinity);
    if (direction === 'down' && sent >= table.counts[cell]!) continue;
    const cost = (other: number, grows: boolean): number => {
      if (other === cell) return Infinity;
      if (hidden[other] === 1) return 0.001;
      const gives = grows || counts[other]! >= wanted ? 0 : 1;
      return 1 + gives + table.counts[other]! / largest;
    };
    const path = cheapestPath({ ...table, counts }, ...endsOf(table, cell, direction), cost);
    const added = path?.map((step) => step.cell).filter((other) => hidden[other] !== 1) ?? [];
    if (added.length > 0) return added;
  }
  return [];
}
