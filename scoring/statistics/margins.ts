/** Sums of a table by row, by column and over all; cell (row, column) at row × columnCount + column. */
export interface Margins {
  readonly rows: Float64Array;
  readonly columns: Float64Array;
  readonly total: number;
}

/** Adds up a table. The total is the sum of the row sums. */
export function margins(cells: Float64Array, rowCount: number, columnCount: number): Margins {
  const rows = new Float64Array(rowCount);
  const columns = new Float64Array(columnCount);
  for (let row = 0; row < rowCount; row += 1) {
    for (let column = 0; column < columnCount; column += 1) {
      const value = cells[row * columnCount + column]!;
      rows[row] = rows[row]! + value;
      columns[column] = columns[column]! + value;
    }
  }
  return { rows, columns, total: rows.reduce((sum, value) => sum + value, 0) };
}
