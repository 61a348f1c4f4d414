import { noVariance } from '../design/no-variance.ts';
import { tInterval } from '../design/t-interval.ts';
import { cohenKappa } from '../statistics/cohen-kappa.ts';
import { margins } from '../statistics/margins.ts';
import type { Interval } from '../statistics/wilson-interval.ts';
import type { FigureBase } from './estimate-figure.ts';

export interface KappaFigure {
  readonly value: number | null;
  readonly standardError: number | null;
  readonly interval: Interval | null;
  readonly reason?: string;
}

/**
 * Cohen's kappa of a table whose cells are cell totals, with its linearised standard error: the delta
 * method over the design, which for plain data is that of Fleiss, Cohen & Everitt (1969) but for n/(n − 1).
 */
export function kappaFigure(
  { totals, confidence }: FigureBase,
  size: number,
  weighting: 'none' | 'quadratic',
): KappaFigure {
  const table = totals.sumWeights;
  const value = cohenKappa(table, size, weighting);
  if (value === null)
    return {
      value,
      standardError: null,
      interval: null,
      reason: 'All are in one state in both waves: there is no chance agreement to go beyond.',
    };
  const reason = noVariance(totals.psus) ?? totals.reason;
  if (reason !== null) return { value, standardError: null, interval: null, reason };
  const { rows, columns, total } = margins(table, size, size);
  const cost = (row: number, column: number): number =>
    weighting === 'none' ? Number(row !== column) : (row - column) ** 2;
  let observed = 0;
  let expected = 0;
  const rowCost = new Float64Array(size);
  const columnCost = new Float64Array(size);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      const own = cost(row, column) / total;
      observed += own * table[row * size + column]!;
      expected += (own * rows[row]! * columns[column]!) / total;
      rowCost[row] = rowCost[row]! + (own * columns[column]!) / total;
      columnCost[column] = columnCost[column]! + (own * rows[row]!) / total;
    }
  const gradient = Float64Array.from(table, (_, cell) => {
    const row = Math.floor(cell / size);
    const column = cell % size;
    const byObserved = (cost(row, column) - observed) / total;
    const byExpected = rowCost[row]! + columnCost[column]! - (2 * expected) / total;
    return (observed * byExpected - expected * byObserved) / expected ** 2;
  });
  const standardError = Math.sqrt(totals.variance(gradient));
  return { value, ...tInterval(value, standardError, totals.degreesOfFreedom, confidence) };
}
