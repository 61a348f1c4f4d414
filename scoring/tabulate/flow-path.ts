/**
 * A table seen as a network: its rows and columns are nodes (`row`, or `rowCount + column`), its cells
 * are edges. A step from a row to a column lets the cell grow, a step back lets it shrink, down to 0;
 * a walk in a circle changes cells and keeps every row and column sum.
 */
export interface CellNetwork {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Counts of cells; cell (row, column) at row × columnCount + column. */
  readonly counts: Float64Array;
}

/** One step of a walk: which cell, and whether it grows or shrinks. */
export interface FlowStep {
  readonly cell: number;
  readonly grows: boolean;
}

/**
 * The cheapest walk from one node to another (Dijkstra on a dense network), or null where there is none.
 *
 * @param cost of stepping over a cell, above 0; Infinity where it may not change
 */
export function cheapestPath(
  { rowCount, columnCount, counts }: CellNetwork,
  from: number,
  to: number,
  cost: (cell: number, grows: boolean) => number,
): FlowStep[] | null {
  const nodes = rowCount + columnCount;
  const distance = new Float64Array(nodes).fill(Infinity);
  const cameFrom = new Int32Array(nodes).fill(-1);
  const isDone = new Uint8Array(nodes);
  distance[from] = 0;
  for (;;) {
    const node = nearestOpen(distance, isDone);
    if (node < 0) return null;
    if (node === to) return stepsTo(to, from, cameFrom, rowCount, columnCount);
    isDone[node] = 1;
    const grows = node < rowCount;
    const others = grows ? columnCount : rowCount;
    for (let other = 0; other < others; other += 1) {
      const next = grows ? rowCount + other : other;
      const cell = grows ? node * columnCount + other : other * columnCount + node - rowCount;
      if (isDone[next] === 1 || (!grows && !(counts[cell]! > 0))) continue;
      const length = distance[node]! + cost(cell, grows);
      if (length < distance[next]!) {
        distance[next] = length;
        cameFrom[next] = node;
      }
    }
  }
}

function nearestOpen(distance: Float64Array, isDone: Uint8Array): number {
  let nearest = -1;
  for (let node = 0; node < distance.length; node += 1) {
    if (isDone[node] === 1 || distance[node] === Infinity) continue;
    if (nearest < 0 || distance[node]! < distance[nearest]!) nearest = node;
  }
  return nearest;
}

function stepsTo(
  to: number,
  from: number,
  cameFrom: Int32Array,
  rowCount: number,
  columnCount: number,
): FlowStep[] {
  const steps: FlowStep[] = [];
  for (let node = to; node !== from; node = cameFrom[node]!) {
    const before = cameFrom[node]!;
    const grows = before < rowCount;
    const cell = grows ? before * columnCount + node - rowCount : node * columnCount + before - rowCount;
    steps.push({ cell, grows });
  }
  return steps.toReversed();
}
