/**
 * Adjusted (standardised Pearson) residual of a cell: (observed − expected) / √(expected · (1 − row
 * share) · (1 − column share)); about standard normal under independence, as R's
 * `chisq.test()$stdres`. Null where the row or column is empty or holds everyone.
 */
export function adjustedResidual(
  observed: number,
  rowSum: number,
  columnSum: number,
  total: number,
): number | null {
  const slack = total * 1e-12;
  const degenerate = (sum: number) => sum <= slack || total - sum <= slack;
  if (degenerate(rowSum) || degenerate(columnSum)) return null;
  const expected = (rowSum * columnSum) / total;
  return (observed - expected) / Math.sqrt(expected * (1 - rowSum / total) * (1 - columnSum / total));
}
