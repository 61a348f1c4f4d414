import { cellSums } from './cell-sums.ts';
import type { CellSums } from './additive-sums.ts';
import { createCellVariance, type CellVariance } from './cell-variance.ts';
import type { SurveyDesign } from './survey-design.ts';

/** Weighted totals of cells and their linearised covariance: every figure of a table is a smooth function of these. */
export interface CellTotals extends CellVariance {
  readonly cellCount: number;
  /** Per cell: respondents, Σw and Σw². */
  readonly n: Float64Array;
  readonly sumWeights: Float64Array;
  readonly sumSquaredWeights: Float64Array;
  /** Of the whole design (PSUs − strata), and of the domain that all cells together make. */
  readonly designDegreesOfFreedom: number;
  readonly degreesOfFreedom: number;
}

/**
 * Totals of cells over a design, from one pass of additive sums.
 *
 * @param cell number of each row's cell; `0xffff` or `0xffffffff`: in none. All cells together are a
 *   domain of the full design: rows outside count as zeros, as R's `subset`.
 *
 * Example: for the share of cell 0 in cells 0 and 1, with totals t: gradient (t₁, −t₀)/(t₀ + t₁)², and
 * `variance(gradient)` is its variance.
 */
export function cellTotals(
  design: SurveyDesign,
  cell: Uint16Array | Uint32Array,
  cellCount: number,
): CellTotals {
  return cellTotalsFrom(design, cellSums(design, cell, cellCount));
}

/** `cellTotals` from sums that were made elsewhere, or merged from parts. */
export function cellTotalsFrom(design: SurveyDesign, sums: CellSums): CellTotals {
  const sumWeights = new Float64Array(sums.cellCount);
  sums.cells.forEach((cell, at) => {
    sumWeights[cell] = sumWeights[cell]! + sums.sums[at]!;
  });
  return {
    cellCount: sums.cellCount,
    n: sums.n,
    sumWeights,
    sumSquaredWeights: sums.sumSquaredWeights,
    designDegreesOfFreedom: design.degreesOfFreedom,
    ...createCellVariance(design, sums),
  };
}
