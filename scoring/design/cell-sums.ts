import { WaymarkError } from '../../contracts/errors.ts';
import { sumDense } from './sum-dense.ts';
import { sumSparse } from './sum-sparse.ts';
import type { SurveyDesign } from './survey-design.ts';
import type { CellSums, RowRange } from './additive-sums.ts';

/** Up to this many entries a dense table is cheap, whatever the size of the data. */
const SMALL = 65_536;
/** Above them, the bytes a dense table may have for each row: it is ten times faster than sorting rows. */
const BYTES_PER_ROW = 16;

/**
 * Sums rows into cells in one pass. Rows without weight and rows in no cell (`0xffffffff`, or `0xffff`
 * where there are no more cells than that) add nothing. Memory: at most 16 bytes a row besides the
 * entries themselves. Throws `NOT_COMPUTABLE` for a cell number from `cellCount` on, and for more than
 * 65,535 cells in numbers of 16 bits.
 */
export function cellSums(
  design: SurveyDesign,
  cell: Uint16Array | Uint32Array,
  cellCount: number,
  rows: RowRange = { from: 0, to: design.size },
): CellSums {
  if (cell.length !== design.size)
    throw new WaymarkError('NOT_COMPUTABLE', `Expected ${design.size} cell numbers; found ${cell.length}.`);
  if (cell instanceof Uint16Array && cellCount > 0xffff)
    throw new WaymarkError('NOT_COMPUTABLE', `${cellCount} cells do not fit numbers of 16 bits.`);
  const groups = (design.psuStratum ?? design.psusPerStratum).length;
  const bytes = design.psu === null ? 16 : 8;
  const isDense = groups * cellCount <= Math.max(SMALL, (design.size * BYTES_PER_ROW) / bytes);
  return (isDense ? sumDense : sumSparse)({
    group: design.psu ?? design.strata,
    groups,
    hasSquares: design.psu === null,
    weights: design.weights,
    cell,
    cellCount,
    ...rows,
  });
}
