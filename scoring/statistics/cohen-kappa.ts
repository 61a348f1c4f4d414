import { margins } from './margins.ts';

/**
 * Cohen's kappa of two ratings on the same scale, from their square table of counts or weights
 * (row-major): agreement beyond chance, 1 where they always agree. `quadratic` weighs a disagreement
 * by the square of its distance on the scale. Null where the table is empty or chance alone would
 * always agree. Source: Cohen 1960, 1968; as R's `psych::cohen.kappa`.
 */
export function cohenKappa(
  table: Float64Array,
  size: number,
  weighting: 'none' | 'quadratic',
): number | null {
  const { rows, columns, total } = margins(table, size, size);
  if (!(total > 0)) return null;
  let observed = 0;
  let expected = 0;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const cost = weighting === 'none' ? Number(row !== column) : (row - column) ** 2;
      observed += cost * table[row * size + column]!;
      expected += (cost * rows[row]! * columns[column]!) / total;
    }
  }
  return expected > 0 ? 1 - observed / expected : null;
}
