import { cheapestPath, type CellNetwork } from './flow-path.ts';

/** The smallest and largest count of a hidden cell, and the table with it moved as far as was asked. */
export interface HiddenRange {
  readonly low: number;
  readonly high: number;
}

/**
 * How far a hidden cell can be pinned down by who knows all that is published: the cells that are not
 * hidden, every row and column sum, and that no count is negative. The tables that fit are the flows of
 * a network (`flow-path.ts`), so both bounds are maximum flows: exact, without a search.
 *
 * @param hidden 1 where a cell is hidden; the cell asked for must be
 * @param enough stops early once the range is this wide
 */
export function hiddenRange(
  table: CellNetwork,
  hidden: Uint8Array,
  cell: number,
  enough = Infinity,
): HiddenRange {
  const count = table.counts[cell]!;
  const up = pushAround(table, hidden, cell, 'up', enough).sent;
  const down = pushAround(table, hidden, cell, 'down', Math.min(count, enough - up)).sent;
  return { low: count - down, high: count + up };
}

/**
 * Raises or lowers a hidden cell by moving counts around circles of other hidden cells, by `wanted` at
 * most. Returns by how much, and the counts of the other cells after it.
 */
export function pushAround(
  table: CellNetwork,
  hidden: Uint8Array,
  cell: number,
  direction: 'up' | 'down',
  wanted: number,
): { readonly sent: number; readonly counts: Float64Array } {
  const counts = table.counts.slice();
  const [from, to] = endsOf(table, cell, direction);
  const cost = (other: number): number => (hidden[other] === 1 && other !== cell ? 1 : Infinity);
  let sent = pushAroundSquares({ ...table, counts }, hidden, cell, direction, wanted);
  while (sent < wanted) {
    const path = cheapestPath({ ...table, counts }, from, to, cost);
    if (path === null) break;
    const room = path.reduce(
      (least, step) => (step.grows ? least : Math.min(least, counts[step.cell]!)),
      wanted - sent,
    );
    for (const step of path) counts[step.cell] = counts[step.cell]! + (step.grows ? room : -room);
    sent += room;
  }
  return { sent, counts };
}

/**
 * Moves counts around squares, which are circles of four cells: most of what can be moved, at a fraction
 * of the cost of looking for paths. Changes `counts`, and returns how much was moved.
 */
function pushAroundSquares(
  { counts, rowCount, columnCount }: CellNetwork,
  hidden: Uint8Array,
  cell: number,
  direction: 'up' | 'down',
  wanted: number,
): number {
  const row = Math.floor(cell / columnCount);
  const column = cell % columnCount;
  const sign = direction === 'up' ? 1 : -1;
  let sent = 0;
  for (let otherRow = 0; otherRow < rowCount && sent < wanted; otherRow += 1) {
    const below = otherRow * columnCount + column;
    if (otherRow === row || hidden[below] !== 1) continue;
    for (let other = 0; other < columnCount && sent < wanted; other += 1) {
      const beside = row * columnCount + other;
      const opposite = otherRow * columnCount + other;
      if (other === column || hidden[beside] !== 1 || hidden[opposite] !== 1) continue;
      const gives = direction === 'up' ? Math.min(counts[below]!, counts[beside]!) : counts[opposite]!;
      const room = Math.min(gives, wanted - sent);
      if (!(room > 0)) continue;
      counts[below] = counts[below]! - sign * room;
      counts[beside] = counts[beside]! - sign * room;
      counts[opposite] = counts[opposite]! + sign * room;
      sent += room;
    }
  }
  return sent;
}

/** Where a circle through the cell leaves it and comes back to it. */
export function endsOf(table: CellNetwork, cell: number, direction: 'up' | 'down'): [number, number] {
  const row = Math.floor(cell / table.columnCount);
  const column = table.rowCount + (cell % table.columnCount);
  return direction === 'up' ? [column, row] : [row, column];
}
