import { WaymarkError } from '../../contracts/errors.ts';

/** A category index that means: no category, leave this respondent out. */
export const MISSING_CATEGORY = 65535;

/** A part of the respondents, to be counted into a two-way table. */
export interface CountCellsInput {
  /** Category index per respondent; 65535 is missing. */
  readonly rows: Uint16Array;
  readonly columns: Uint16Array;
  /** At most 65,535 each. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** Sampling weights; absent: everyone counts 1. */
  readonly weights?: Float64Array;
  /** First respondent, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** Numbers kept per cell, side by side so that a cell is one cache line: n, Σw, Σw², and one unused. */
export const NUMBERS_PER_CELL = 4;

/**
 * Counts a range of respondents: for the table with one more row in front and one more column in
 * front, which take those who are missing, n, Σw and Σw² of each cell, `NUMBERS_PER_CELL` apart. The
 * loop has no branch, so missing answers cost nothing. Without weights only n is filled.
 * Throws NOT_COMPUTABLE for an index that is neither a category nor missing.
 */
export function countCells(input: CountCellsInput): Float64Array {
  const { rows, columns, rowCount, columnCount, weights, from, to } = input;
  const width = columnCount + 1;
  const cells = new Float64Array((rowCount + 1) * width * NUMBERS_PER_CELL);
  // Below 0 as soon as one index lies beyond its categories.
  let sign = 0;
  if (weights === undefined) {
    for (let index = from; index < to; index += 1) {
      const row = (rows[index]! + 1) & 0xffff;
      const column = (columns[index]! + 1) & 0xffff;
      sign |= (rowCount - row) | (columnCount - column);
      const at = (row * width + column) * NUMBERS_PER_CELL;
      cells[at] = cells[at]! + 1;
    }
  } else {
    for (let index = from; index < to; index += 1) {
      const row = (rows[index]! + 1) & 0xffff;
      const column = (columns[index]! + 1) & 0xffff;
      sign |= (rowCount - row) | (columnCount - column);
      const at = (row * width + column) * NUMBERS_PER_CELL;
      const weight = weights[index]!;
      cells[at] = cells[at]! + 1;
      cells[at + 1] = cells[at + 1]! + weight;
      cells[at + 2] = cells[at + 2]! + weight * weight;
    }
  }
  if (sign < 0) throw beyondTheTable(input);
  return cells;
}

function beyondTheTable({ rows, columns, rowCount, columnCount, from, to }: CountCellsInput): WaymarkError {
  const isBeyond = (value: number, count: number): boolean => value >= count && value !== MISSING_CATEGORY;
  let at = from;
  while (at < to && !isBeyond(rows[at]!, rowCount) && !isBeyond(columns[at]!, columnCount)) at += 1;
  return new WaymarkError(
    'NOT_COMPUTABLE',
    `A category index lies beyond the table: row ${rows[at]} of ${rowCount}, column ${columns[at]} of ${columnCount}.`,
  );
}
