import { WaymarkError } from '../../contracts/errors.ts';

/** A category index that means: no category, leave this respondent out. */
export const MISSING_CATEGORY = 65535;

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

export interface TabulateInput {
  /** Category index per respondent; 65535 is missing. */
  readonly rows: Uint16Array;
  readonly columns: Uint16Array;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Sampling weights > 0; absent: everyone counts 1. */
  readonly weights?: Float64Array;
}

/**
 * Counts a two-way table in one pass over typed columns. Throws NOT_COMPUTABLE where the columns
 * differ in length, hold an index beyond their categories, or a weight that is not a finite number.
 */
export function tabulate(input: TabulateInput): TableStatistics {
  const { rows, columns, rowCount, columnCount, weights } = input;
  if (rows.length !== columns.length || (weights !== undefined && weights.length !== rows.length)) {
    throw new WaymarkError('NOT_COMPUTABLE', 'The columns of the table differ in length.');
  }
  const cells = rowCount * columnCount;
  const n = new Float64Array(cells);
  const excluded = weights === undefined ? countAll(input, n) : null;
  if (weights === undefined) {
    return {
      rowCount,
      columnCount,
      n,
      sumWeights: n.slice(),
      sumSquaredWeights: n.slice(),
      excluded: excluded!,
    };
  }
  const sumWeights = new Float64Array(cells);
  const sumSquaredWeights = new Float64Array(cells);
  let left = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    const column = columns[index]!;
    if (row >= rowCount || column >= columnCount) {
      left += refuseUnlessMissing(row, column, rowCount, columnCount);
      continue;
    }
    const cell = row * columnCount + column;
    const weight = weights[index]!;
    n[cell] = n[cell]! + 1;
    sumWeights[cell] = sumWeights[cell]! + weight;
    sumSquaredWeights[cell] = sumSquaredWeights[cell]! + weight * weight;
  }
  if (!sumSquaredWeights.every(Number.isFinite)) {
    throw new WaymarkError(
      'NOT_COMPUTABLE',
      'A weight is not a finite number.',
      'Give every respondent a weight above 0.',
    );
  }
  return { rowCount, columnCount, n, sumWeights, sumSquaredWeights, excluded: left };
}

function countAll({ rows, columns, rowCount, columnCount }: TabulateInput, n: Float64Array): number {
  let left = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    const column = columns[index]!;
    if (row >= rowCount || column >= columnCount) {
      left += refuseUnlessMissing(row, column, rowCount, columnCount);
      continue;
    }
    const cell = row * columnCount + column;
    n[cell] = n[cell]! + 1;
  }
  return left;
}

function refuseUnlessMissing(row: number, column: number, rowCount: number, columnCount: number): 1 {
  const rowIsFine = row < rowCount || row === MISSING_CATEGORY;
  const columnIsFine = column < columnCount || column === MISSING_CATEGORY;
  if (rowIsFine && columnIsFine) return 1;
  throw new WaymarkError(
    'NOT_COMPUTABLE',
    `A category index lies beyond the table: row ${row} of ${rowCount}, column ${column} of ${columnCount}.`,
  );
}
