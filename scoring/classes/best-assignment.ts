/**
 * Pairs each row with at most one column so that the paired cells, 0 or more, add up to the most: row →
 * column, −1 where none is left that adds anything. Exact, by dynamic programming over the columns in use; at most
 * 16 columns. On a tie the lower column goes to the lower row.
 */
export function bestAssignment(table: Float64Array, rowCount: number, columnCount: number): Int8Array {
  const sets = 1 << columnCount;
  const best = new Float64Array((rowCount + 1) * sets);
  const choice = new Int8Array(rowCount * sets).fill(-1);
  for (let row = rowCount - 1; row >= 0; row -= 1) {
    for (let used = 0; used < sets; used += 1) {
      let most = best[(row + 1) * sets + used]!;
      for (let column = 0; column < columnCount; column += 1) {
        if ((used & (1 << column)) !== 0) continue;
        const sum = table[row * columnCount + column]! + best[(row + 1) * sets + (used | (1 << column))]!;
        if (sum > most) {
          most = sum;
          choice[row * sets + used] = column;
        }
      }
      best[row * sets + used] = most;
    }
  }
  const columnOf = new Int8Array(rowCount).fill(-1);
  for (let row = 0, used = 0; row < rowCount; row += 1) {
    const column = choice[row * sets + used]!;
    columnOf[row] = column;
    if (column >= 0) used |= 1 << column;
  }
  return columnOf;
}
