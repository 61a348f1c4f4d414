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
  /** Sampling weights; 0 leaves the respondent out. Absent: everyone counts 1. */
  readonly weights?: Float64Array;
  /** First respondent, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

const CELL_SHIFT = 2;

/** Numbers kept per cell, side by side so that a cell is one cache line: n, Σw, Σw², and one unused. */
export const NUMBERS_PER_CELL = 1 << CELL_SHIFT;

/** Cells up to which two tables fit the fastest memory. */
const SMALL_TABLE = 512;

/**
 * Counts a range of respondents: for the table with one more row in front and one more column in
 * front, which take those who are missing, n, Σw and Σw² of each cell, `NUMBERS_PER_CELL` apart. The
 * loops have no branch, so missing answers cost nothing. Respondents go into two tables in turn, so
 * that no addition waits for the one before; together they are the result. Without weights only n is
 * filled. Throws NOT_COMPUTABLE for an index that is neither a category nor missing.
 */
export function countCells(input: CountCellsInput): Float64Array {
  const { rows, columns, rowCount, columnCount, from, to } = input;
  const width = columnCount + 1;
  const size = (rowCount + 1) * width * NUMBERS_PER_CELL;
  const second = size <= SMALL_TABLE * NUMBERS_PER_CELL ? size : 0;
  const cells = new Float64Array(size + second);
  const weights = input.weights ?? null;
  // Below 0 as soon as one index lies beyond its categories.
  let sign = 0;
  let index = from;
  for (; index + 1 < to; index += 2) {
    const row = shift(rows[index]!);
    const column = shift(columns[index]!);
    const nextRow = shift(rows[index + 1]!);
    const nextColumn = shift(columns[index + 1]!);
    sign |= (rowCount - row) | (columnCount - column) | (rowCount - nextRow) | (columnCount - nextColumn);
    const one = (Math.imul(row, width) + column) << CELL_SHIFT;
    const other = ((Math.imul(nextRow, width) + nextColumn) << CELL_SHIFT) + second;
    if (weights === null) {
      cells[one] = cells[one]! + 1;
      cells[other] = cells[other]! + 1;
    } else {
      addRespondent(cells, one, weights[index]!);
      addRespondent(cells, other, weights[index + 1]!);
    }
  }
  if (index < to) {
    const row = shift(rows[index]!);
    const column = shift(columns[index]!);
    sign |= (rowCount - row) | (columnCount - column);
    addRespondent(cells, (row * width + column) * NUMBERS_PER_CELL, weights === null ? 1 : weights[index]!);
  }
  if (sign < 0) throw beyondTheTable(input);
  for (let at = 0; at < second; at += 1) cells[at] = cells[at]! + cells[at + second]!;
  return second === 0 ? cells : cells.slice(0, size);
}

/** Missing becomes 0, and category 0 becomes 1. */
const shift = (index: number): number => (index + 1) & 0xffff;

function addRespondent(cells: Float64Array, at: number, weight: number): void {
  cells[at] = cells[at]! + (weight > 0 ? 1 : 0);
  cells[at + 1] = cells[at + 1]! + weight;
  cells[at + 2] = cells[at + 2]! + weight * weight;
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
