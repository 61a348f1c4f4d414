import { margins } from './margins.ts';

/**
 * Adjusted Rand index of two partitions from their contingency table of counts (row-major): 1 for the
 * same partition, about 0 for chance. Null for fewer than two cases. Source: Hubert & Arabie 1985.
 *
 * With weights, a pair of cases counts the product of their weights: pass Σw per cell as `counts` and Σw²
 * as `squares`. With equal weights nothing changes.
 *
 * Example: partitions 112233 and 111233, table [2,0,0, 1,1,0, 0,0,2]: 0.444444.
 */
export function adjustedRandIndex(
  counts: Float64Array,
  rowCount: number,
  columnCount: number,
  squares: Float64Array = counts,
): number | null {
  const sums = margins(counts, rowCount, columnCount);
  const less = margins(squares, rowCount, columnCount);
  const pairs = (values: Float64Array, own: Float64Array) =>
    values.reduce((sum, value, place) => sum + (value * value - own[place]!) / 2, 0);
  const all = (sums.total ** 2 - less.total) / 2;
  if (!(all > 0)) return null;
  const together = pairs(counts, squares);
  const inRows = pairs(sums.rows, less.rows);
  const inColumns = pairs(sums.columns, less.columns);
  const chance = (inRows * inColumns) / all;
  const most = (inRows + inColumns) / 2;
  return most === chance ? 1 : (together - chance) / (most - chance);
}
