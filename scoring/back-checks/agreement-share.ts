import type { Tally } from '../../contracts/back-check-report.ts';
import { proportionInterval } from '../statistics/proportion-interval.ts';
import type { ItemOutcome } from './compare-answers.ts';

const CONFIDENCE = 0.95;

export const NOTHING_COMPARED: Tally = { agree: 0, differ: 0, oneMissing: 0 };

/** Counts how items compare. */
export function tallyOf(outcomes: Iterable<ItemOutcome>): Tally {
  const tally = { ...NOTHING_COMPARED, nothing: 0 };
  for (const outcome of outcomes) tally[outcome] += 1;
  const { agree, differ, oneMissing } = tally;
  return { agree, differ, oneMissing };
}

/**
 * Share of answers that agree over several interviews, and its 95 % interval. The answers of one interview
 * hang together, so interviews are the sampling units: the share is a ratio, its variance linearised, the interval
 * that of logit with n − 1 degrees of freedom (as `survey::svyciprop`); where all agree, Korn and Graubard's with
 * interviews for the base. With fewer than two interviews there is none.
 *
 * @param tallies one per interview
 */
export function agreementShare(tallies: readonly Tally[]) {
  const units = tallies.filter((one) => comparedIn(one) > 0);
  const sum = units.reduce(add, NOTHING_COMPARED);
  const compared = comparedIn(sum);
  if (compared === 0) return { ...sum, agreement01: null, interval: null };
  const agreement01 = sum.agree / compared;
  const n = units.length;
  const squares = units.reduce((all, one) => all + (one.agree - agreement01 * comparedIn(one)) ** 2, 0);
  const { interval } = proportionInterval({
    proportion: agreement01,
    variance: n > 1 ? ((n / (n - 1)) * squares) / compared ** 2 : 0,
    degreesOfFreedom: n - 1,
    respondents: compared,
    effectiveBase: n,
    isPlain: false,
    method: 'logit',
    confidence: CONFIDENCE,
  });
  return { ...sum, agreement01, interval: interval === null ? null : ([...interval] as [number, number]) };
}

export const comparedIn = ({ agree, differ, oneMissing }: Tally): number => agree + differ + oneMissing;

export const add = (a: Tally, b: Tally): Tally => ({
  agree: a.agree + b.agree,
  differ: a.differ + b.differ,
  oneMissing: a.oneMissing + b.oneMissing,
});
