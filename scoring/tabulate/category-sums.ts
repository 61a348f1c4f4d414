import type { Patterns } from './table-patterns.ts';

/** Sums of a table as it is shown: cell (row, column) at row × columns + column, and its bases. */
export interface CategorySums {
  readonly cells: Float64Array;
  /** Respondents in a row, in a column, in the table: where categories overlap, less than the cells add up to. */
  readonly rows: Float64Array;
  readonly columns: Float64Array;
  readonly total: number;
}

/**
 * Adds the cells of two sides' patterns up to categories. The total adds in the order of the cells of
 * each row, then of the rows, as `margins` does.
 *
 * @param values per cell of patterns: pattern row × patterns of the columns + pattern column
 */
export function categorySums(
  values: Float64Array,
  rows: { readonly patterns: Patterns; readonly count: number },
  columns: { readonly patterns: Patterns; readonly count: number },
): CategorySums {
  const cells = new Float64Array(rows.count * columns.count);
  const rowSums = new Float64Array(rows.count);
  const columnSums = new Float64Array(columns.count);
  let total = 0;
  rows.patterns.forEach((inRows, rowPattern) => {
    let ofPattern = 0;
    columns.patterns.forEach((inColumns, columnPattern) => {
      const value = values[rowPattern * columns.patterns.length + columnPattern]!;
      ofPattern += value;
      for (const column of inColumns) {
        columnSums[column] = columnSums[column]! + value;
        for (const row of inRows) {
          const cell = row * columns.count + column;
          cells[cell] = cells[cell]! + value;
        }
      }
    });
    for (const row of inRows) rowSums[row] = rowSums[row]! + ofPattern;
    total += ofPattern;
  });
  return { cells, rows: rowSums, columns: columnSums, total };
}
