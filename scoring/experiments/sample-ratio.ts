import { chiSquaredUpperTail } from '../statistics/chi-squared-upper-tail.ts';

/** Below this p-value the arms were hardly filled as planned. Stricter than 0.05: it is looked at every time. */
const ALARM_BELOW = 0.001;

export interface SampleRatio {
  readonly statistic: number | null;
  readonly degreesOfFreedom: number | null;
  readonly pValue: number | null;
  readonly alarm: boolean;
  /** In words: what the check found. */
  readonly message: string;
  readonly reason?: string;
}

/**
 * Were people assigned in the planned ratio? χ² goodness of fit of the arms' sizes, as R's
 * `chisq.test(counts, p = planned / sum(planned))`. An alarm (p < 0.001) says that the assignment, or what
 * was lost after it, went wrong; then the comparison of the arms is not to be trusted.
 *
 * @param counts respondents per arm, all that were assigned
 * @param planned parts of the ratio in the same order, above 0, e.g. [1, 1, 2]
 */
export function sampleRatio(counts: readonly number[], planned: readonly number[]): SampleRatio {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const parts = planned.reduce((sum, part) => sum + part, 0);
  if (counts.length < 2 || total === 0) {
    const reason = 'A ratio needs two arms and somebody in them.';
    return { statistic: null, degreesOfFreedom: null, pValue: null, alarm: false, message: reason, reason };
  }
  let statistic = 0;
  counts.forEach((count, arm) => {
    const expected = (total * planned[arm]!) / parts;
    statistic += (count - expected) ** 2 / expected;
  });
  const degreesOfFreedom = counts.length - 1;
  const pValue = chiSquaredUpperTail(statistic, degreesOfFreedom);
  const alarm = pValue < ALARM_BELOW;
  return {
    statistic,
    degreesOfFreedom,
    pValue,
    alarm,
    message: alarm
      ? 'The sizes of the arms do not fit the planned ratio. Find out how people were assigned or lost before you trust any comparison here.'
      : 'The sizes of the arms fit the planned ratio.',
  };
}
