import type { CellTotals } from '../design/cell-totals.ts';
import { noVariance } from '../design/no-variance.ts';
import { noWaldTest, waldTest, type WaldTest } from './wald-test.ts';

/** Tests together that smooth functions of cell totals are 0: their values and their gradients. */
export function testGradients(
  totals: CellTotals,
  values: readonly number[],
  gradients: readonly Float64Array[],
): WaldTest {
  const reason = noVariance(totals.psus) ?? totals.reason;
  if (reason !== null) return noWaldTest(reason);
  const used = [...totals.n.keys()].filter((cell) => totals.n[cell]! > 0);
  const cells = totals.covariance(used);
  const size = values.length;
  const covariance = new Float64Array(size * size);
  gradients.forEach((one, a) => {
    const weighted = used.map((_, column) =>
      used.reduce((total, cell, row) => total + one[cell]! * cells[row * used.length + column]!, 0),
    );
    for (let b = 0; b <= a; b += 1) {
      const other = gradients[b]!;
      const value = used.reduce((total, cell, column) => total + weighted[column]! * other[cell]!, 0);
      covariance[a * size + b] = value;
      covariance[b * size + a] = value;
    }
  });
  return waldTest(values, covariance, totals.degreesOfFreedom);
}
