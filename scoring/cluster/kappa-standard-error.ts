import { margins } from '../statistics/margins.ts';

/**
 * Standard error of Cohen's kappa, by linearisation. Without weights it is that of a multinomial
 * sample (Fleiss, Cohen & Everitt 1969), as `psych::cohen.kappa` prints. With sampling weights it is
 * the with-replacement design variance for weights without strata or PSUs, as R's `survey` linearises:
 * n/(n − 1) Σ (w z)².
 *
 * @param sums Σw per cell of the square table, row-major; counts where there are no weights.
 * @param squares Σw² per cell.
 * @param respondents n where weighted; null where not.
 * Null where kappa is.
 */
export function kappaStandardError(
  sums: Float64Array,
  squares: Float64Array,
  size: number,
  weighting: 'none' | 'quadratic',
  respondents: number | null,
): number | null {
  const { rows, columns, total } = margins(sums, size, size);
  const cost = (row: number, column: number) =>
    weighting === 'none' ? Number(row !== column) : (row - column) ** 2;
  let observed = 0;
  let expected = 0;
  const costOfRow = new Float64Array(size);
  const costOfColumn = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      observed += (cost(row, column) * sums[row * size + column]!) / total;
      expected += (cost(row, column) * rows[row]! * columns[column]!) / total ** 2;
      costOfRow[row] = costOfRow[row]! + (cost(row, column) * columns[column]!) / total;
      costOfColumn[column] = costOfColumn[column]! + (cost(row, column) * rows[row]!) / total;
    }
  }
  if (!(expected > 0)) return null;
  let variance = 0;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const ofObserved = cost(row, column) - observed;
      const ofExpected = costOfRow[row]! + costOfColumn[column]! - 2 * expected;
      const influence = (observed * ofExpected - expected * ofObserved) / (expected ** 2 * total);
      variance += squares[row * size + column]! * influence ** 2;
    }
  }
  if (respondents === null) return Math.sqrt(variance);
  return respondents > 1 ? Math.sqrt((variance * respondents) / (respondents - 1)) : null;
}
