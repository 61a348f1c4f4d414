/**
 * Cramér's V corrected for its upward bias in small samples: φ² loses its expectation under
 * independence, and the numbers of rows and columns shrink with the sample. 0 where chance alone would
 * give as much. Source: Bergsma, "A bias-correction for Cramér's V and Tschuprow's T", J. Korean
 * Statistical Society 42 (2013) 323–328. Null where fewer than two rows or columns, or respondents.
 *
 * @param statistic Pearson's χ² of the table
 * @param total respondents
 * @param rows, columns that are not empty
 */
export function biasCorrectedCramersV(
  statistic: number,
  total: number,
  rows: number,
  columns: number,
): number | null {
  if (rows < 2 || columns < 2 || total < 2) return null;
  const excess = Math.max(0, statistic / total - ((rows - 1) * (columns - 1)) / (total - 1));
  const shrunk = (count: number) => count - (count - 1) ** 2 / (total - 1);
  const room = Math.min(shrunk(rows), shrunk(columns)) - 1;
  if (!(room > 0)) return null;
  return Math.min(1, Math.sqrt(excess / room));
}
