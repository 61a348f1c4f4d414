import { WaymarkError } from '../../contracts/errors.ts';
import { countCells, NUMBERS_PER_CELL, type CountCellsInput } from './count-cells.ts';

export { MISSING_CATEGORY } from './count-cells.ts';

/**
 * Additive sufficient statistics of a two-way table: cell (row, column) at row × columnCount +
 * column. Two of them, over different respondents, add up cell by cell.
 */
export interface TableStatistics {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Respondents per cell. */
  readonly n: Float64Array;
  /** Σw and Σw² per cell; both equal n without weights. */
  readonly sumWeights: Float64Array;
  readonly sumSquaredWeights: Float64Array;
  /** Respondents with no category on either axis. */
  readonly excluded: number;
}

export type TabulateInput = Omit<CountCellsInput, 'from' | 'to'>;

/**
 * Counts a two-way table in one pass over typed columns. Throws NOT_COMPUTABLE where the columns
 * differ in length, hold an index beyond their categories, or a weight that is not a finite number.
 */
export function tabulate(input: TabulateInput): TableStatistics {
  return mergeCounts(input, partsOf(input).map(countCells));
}

/** Respondents per part: large enough that handing a part to a thread is small beside counting it. */
const PART_SIZE = 1 << 19;

/**
 * The parts a table is counted in, by one thread or by many. They depend on the table alone, and
 * `mergeCounts` adds them up in order, so that the sums are the same to the last bit either way.
 */
export function partsOf(input: TabulateInput): CountCellsInput[] {
  const { rows, columns, weights, rowCount, columnCount } = input;
  if (rows.length !== columns.length || (weights !== undefined && weights.length !== rows.length)) {
    throw new WaymarkError('NOT_COMPUTABLE', 'The columns of the table differ in length.');
  }
  // A very large table costs more to merge than to count: fewer parts.
  const size = Math.max(PART_SIZE, 8 * rowCount * columnCount);
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, part) => ({
    ...input,
    from: part * size,
    to: Math.min((part + 1) * size, rows.length),
  }));
}

/** Adds up what `countCells` returned for each of `partsOf`, in that order. */
export function mergeCounts(input: TabulateInput, counts: readonly Float64Array[]): TableStatistics {
  const { rows, rowCount, columnCount, weights } = input;
  const size = rowCount * columnCount;
  const n = new Float64Array(size);
  const sumWeights = weights === undefined ? n : new Float64Array(size);
  const sumSquaredWeights = weights === undefined ? n : new Float64Array(size);
  for (const part of counts) {
    for (let row = 0; row < rowCount; row += 1) {
      for (let column = 0; column < columnCount; column += 1) {
        const cell = row * columnCount + column;
        const at = ((row + 1) * (columnCount + 1) + column + 1) * NUMBERS_PER_CELL;
        n[cell] = n[cell]! + part[at]!;
        if (weights === undefined) continue;
        sumWeights[cell] = sumWeights[cell]! + part[at + 1]!;
        sumSquaredWeights[cell] = sumSquaredWeights[cell]! + part[at + 2]!;
      }
    }
  }
  if (!sumSquaredWeights.every(Number.isFinite)) {
    throw new WaymarkError(
      'NOT_COMPUTABLE',
      'A weight is not a finite number.',
      'Give every respondent a weight above 0.',
    );
  }
  const counted = n.reduce((sum, value) => sum + value, 0);
  return {
    rowCount,
    columnCount,
    n,
    sumWeights: weights === undefined ? n.slice() : sumWeights,
    sumSquaredWeights: weights === undefined ? n.slice() : sumSquaredWeights,
    excluded: rows.length - counted,
  };
}
