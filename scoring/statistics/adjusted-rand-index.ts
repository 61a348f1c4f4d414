import { margins } from './margins.ts';

/**
 * Adjusted Rand index of two partitions from their contingency table of counts (row-major): 1 for the
 * same partition, about 0 for chance. Null for fewer than two cases. Source: Hubert & Arabie 1985.
 *
 * Example: partitions 112233 and 111233, table [2,0,0, 1,1,0, 0,0,2]: 0.444444.
 */
export function adjustedRandIndex(
  counts: Float64Array,
  rowCount: number,
  columnCount: number,
): number | null {
  const { rows, columns, total } = margins(counts, rowCount, columnCount);
  if (total < 2) return null;
  const pairs = (values: Float64Array) => values.reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  const together = pairs(counts);
  const inRows = pairs(rows);
  const inColumns = pairs(columns);
  const chance = (inRows * inColumns) / ((total * (total - 1)) / 2);
  const most = (inRows + inColumns) / 2;
  return most === chance ? 1 : (together - chance) / (most - chance);
}
