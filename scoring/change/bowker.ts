import { chiSquaredUpperTail } from '../statistics/chi-squared-upper-tail.ts';

/** A χ² test. What is null has its reason. */
export interface ChiSquaredTest {
  readonly statistic: number | null;
  readonly degreesOfFreedom: number | null;
  readonly pValue: number | null;
  readonly reason?: string;
}

export const noChiSquaredTest = (reason: string): ChiSquaredTest => ({
  statistic: null,
  degreesOfFreedom: null,
  pValue: null,
  reason,
});

/**
 * Bowker's test of symmetry: do as many go from each state to each other as come back? Pairs of states
 * between which nobody moved are left out, with their degrees of freedom. With two states it is McNemar's
 * test without continuity correction. Source: Bowker 1948; as R's `mcnemar.test(correct = FALSE)`, which
 * gives NaN where a pair is empty.
 *
 * @param counts square table of people, row-major, from rows to columns
 */
export function bowker(counts: Float64Array, size: number): ChiSquaredTest {
  let statistic = 0;
  let degreesOfFreedom = 0;
  for (let row = 0; row < size; row += 1)
    for (let column = row + 1; column < size; column += 1) {
      const there = counts[row * size + column]!;
      const back = counts[column * size + row]!;
      if (there + back === 0) continue;
      statistic += (there - back) ** 2 / (there + back);
      degreesOfFreedom += 1;
    }
  if (degreesOfFreedom === 0) return noChiSquaredTest('Nobody changed state.');
  return { statistic, degreesOfFreedom, pValue: chiSquaredUpperTail(statistic, degreesOfFreedom) };
}
