import { margins } from './margins.ts';

export interface PearsonResult {
  /** Σ (observed − expected)² / expected over rows and columns that are not empty. */
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly cramersV: number;
  /** Rows and columns that are not empty. */
  readonly rows: number;
  readonly columns: number;
  /** Cells whose expected count is below 5, and cells in all. */
  readonly smallExpected: number;
  readonly cells: number;
}

/**
 * Pearson's χ² of independence on counts (or on weights rescaled to sum to the sample size). Empty
 * rows and columns are left out. Null where fewer than two rows or two columns remain.
 * Cramér's V is √(χ²/(n · (min(rows, columns) − 1))), without bias correction.
 */
export function pearson(counts: Float64Array, rowCount: number, columnCount: number): PearsonResult | null {
  const { rows, columns, total } = margins(counts, rowCount, columnCount);
  const usedRows = rows.filter((sum) => sum > 0).length;
  const usedColumns = columns.filter((sum) => sum > 0).length;
  if (usedRows < 2 || usedColumns < 2) return null;
  let statistic = 0;
  let smallExpected = 0;
  for (let row = 0; row < rowCount; row += 1) {
    for (let column = 0; column < columnCount; column += 1) {
      const expected = (rows[row]! * columns[column]!) / total;
      if (expected === 0) continue;
      const difference = counts[row * columnCount + column]! - expected;
      statistic += (difference * difference) / expected;
      if (expected < 5) smallExpected += 1;
    }
  }
  return {
    statistic,
    degreesOfFreedom: (usedRows - 1) * (usedColumns - 1),
    cramersV: Math.min(1, Math.sqrt(statistic / (total * (Math.min(usedRows, usedColumns) - 1)))),
    rows: usedRows,
    columns: usedColumns,
    smallExpected,
    cells: usedRows * usedColumns,
  };
}
