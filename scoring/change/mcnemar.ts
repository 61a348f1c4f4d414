import { chiSquaredUpperTail } from '../statistics/chi-squared-upper-tail.ts';
import { noChiSquaredTest, type ChiSquaredTest } from './bowker.ts';

export interface McNemarTest extends ChiSquaredTest {
  /** Exact two-sided p-value of a fair coin for each person who moved (binomial). */
  readonly exactPValue: number | null;
}

/**
 * McNemar's test for two states: are as many moved one way as the other? Without continuity correction, as
 * R's `mcnemar.test(correct = FALSE)`; the exact p-value as `binom.test(there, there + back)`.
 *
 * @param there, back people who moved from the first to the second state, and back
 */
export function mcnemar(there: number, back: number): McNemarTest {
  const moved = there + back;
  if (moved === 0) return { ...noChiSquaredTest('Nobody changed state.'), exactPValue: null };
  const statistic = (there - back) ** 2 / moved;
  return {
    statistic,
    degreesOfFreedom: 1,
    pValue: chiSquaredUpperTail(statistic, 1),
    exactPValue: Math.min(1, 2 * lowerTail(Math.min(there, back), moved)),
  };
}

/** P(X ≤ count) of `trials` fair coins. Terms grow towards the middle, so they are added from the largest down. */
function lowerTail(count: number, trials: number): number {
  let logTerm = -trials * Math.LN2;
  for (let k = 1; k <= count; k += 1) logTerm += Math.log((trials - k + 1) / k);
  let term = Math.exp(logTerm);
  let sum = 0;
  for (let k = count; k >= 0 && term > 0; k -= 1) {
    sum += term;
    term *= k / (trials - k + 1);
  }
  return sum;
}
