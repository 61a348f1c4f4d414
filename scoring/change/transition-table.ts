import { shareBase, shareFigure, type FigureBase } from './estimate-figure.ts';
import type { Interval } from '../statistics/wilson-interval.ts';

export interface TransitionCell {
  readonly from: string;
  readonly to: string;
  readonly unweightedCount: number;
  readonly weightedCount: number;
  /** Of those who were in `from`, the share that is in `to` now (0–1). */
  readonly rowProportion: number | null;
  readonly standardError: number | null;
  readonly interval: Interval | null;
  /** Of all members. */
  readonly totalProportion: number | null;
  readonly reason?: string;
}

/** Rows are states of the first wave, columns of the second. */
export interface TransitionTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly counts: readonly (readonly number[])[];
  readonly weighted: readonly (readonly number[])[];
  readonly rowProportions: readonly (readonly (number | null)[])[];
  readonly cells: readonly TransitionCell[];
}

/** The transition matrix, every row proportion with its design-based interval. */
export function transitionTable(base: FigureBase, states: readonly string[]): TransitionTable {
  const { totals } = base;
  const size = states.length;
  const total = totals.sumWeights.reduce((sum, weight) => sum + weight, 0);
  const cells = states.flatMap((from, row) => {
    const inRow = shareBase(
      base,
      states.map((_, column) => row * size + column),
    );
    return states.map((to, column): TransitionCell => {
      const cell = row * size + column;
      const { share, ...uncertainty } = shareFigure(base, [cell], inRow);
      return {
        from,
        to,
        unweightedCount: totals.n[cell]!,
        weightedCount: totals.sumWeights[cell]!,
        rowProportion: share,
        ...uncertainty,
        totalProportion: total > 0 ? totals.sumWeights[cell]! / total : null,
      };
    });
  });
  const matrix = <T>(of: (cell: TransitionCell) => T): T[][] =>
    states.map((_, row) => cells.slice(row * size, (row + 1) * size).map(of));
  return {
    rows: states,
    columns: states,
    counts: matrix((cell) => cell.unweightedCount),
    weighted: matrix((cell) => cell.weightedCount),
    rowProportions: matrix((cell) => cell.rowProportion),
    cells,
  };
}
