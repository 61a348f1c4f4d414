import { agrestiCoullInterval } from './agresti-coull-interval.ts';
import { clopperPearsonInterval } from './clopper-pearson-interval.ts';
import { logitInterval } from './logit-interval.ts';
import { tQuantile } from './t-quantile.ts';
import { wilsonInterval, type Interval } from './wilson-interval.ts';
import { normalQuantile } from './normal-quantile.ts';

/** Intervals of a proportion under any design. */
export type DesignInterval = 'logit' | 'wilson' | 'korn-graubard';
/** The last two are for plain counts only: no weights, no design. */
export type IntervalMethod = DesignInterval | 'clopper-pearson' | 'agresti-coull';

export interface ProportionIntervalInput {
  readonly proportion: number;
  /** Linearised variance of the proportion. */
  readonly variance: number;
  /** PSUs − strata of the base. */
  readonly degreesOfFreedom: number;
  /** Respondents in the base, and Kish's effective number of them. */
  readonly respondents: number;
  readonly effectiveBase: number;
  /** No weights, strata, PSUs or fpc: the base is a plain count. */
  readonly isPlain: boolean;
  /** Every unit of the population is in the sample: nothing is uncertain. */
  readonly isCensus?: boolean;
  readonly method: IntervalMethod;
  readonly confidence: number;
}

export type ProportionInterval =
  | {
      readonly interval: Interval;
      /** The method that was used: `korn-graubard` where `logit` was asked for and gives none. */
      readonly method: IntervalMethod | 'census';
      readonly reason?: string;
    }
  | { readonly interval: null; readonly reason: string };

/** Variance below this share of p(1 − p)/n is rounding. */
const ROUNDING = 1e-12;

/**
 * Confidence interval of a proportion. `logit` and `korn-graubard` as R's `svyciprop` ("logit", "beta").
 * `wilson` for plain counts on n; else on the effective size p(1 − p)/V · (z/t)², t of the design's
 * degrees of freedom (effective sizes: Dean & Pagano 2015). Where a proportion is 0 or 1 its variance says nothing: `logit`
 * falls back on `korn-graubard`, and both others take Kish's effective base for the effective size.
 */
export function proportionInterval(input: ProportionIntervalInput): ProportionInterval {
  const { proportion, variance, degreesOfFreedom, respondents, isPlain, method, confidence } = input;
  if (input.isCensus === true) return { interval: [proportion, proportion], method: 'census' };
  if (isPlain && method === 'wilson')
    return { interval: wilsonInterval(proportion, respondents, confidence), method };
  if (method === 'clopper-pearson' || method === 'agresti-coull') {
    if (!isPlain)
      return {
        interval: null,
        reason: `The ${method} interval is for plain counts: with weights or a design use korn-graubard, logit or wilson.`,
      };
    const interval = method === 'clopper-pearson' ? clopperPearsonInterval : agrestiCoullInterval;
    return { interval: interval(proportion, respondents, confidence), method };
  }
  if (degreesOfFreedom < 1) return { interval: null, reason: NO_FREEDOM };
  const spread = proportion * (1 - proportion);
  const tail = (1 + confidence) / 2;
  const t = tQuantile(tail, degreesOfFreedom);
  const isDegenerate = !(variance > (ROUNDING * spread) / respondents);
  if (method === 'logit' && !isDegenerate)
    return { interval: logitInterval(proportion, Math.sqrt(variance), t), method };
  const size = isDegenerate ? input.effectiveBase : spread / variance;
  if (method === 'wilson') {
    const shrink = (normalQuantile(tail) / t) ** 2;
    return { interval: wilsonInterval(proportion, size * shrink, confidence), method };
  }
  const widen = (tQuantile(tail, Math.max(1, respondents - 1)) / t) ** 2;
  const interval = clopperPearsonInterval(proportion, size * widen, confidence);
  if (method === 'korn-graubard') return { interval, method };
  return {
    interval,
    method: 'korn-graubard',
    reason:
      'The logit interval is not defined here, where the sample shows no variance: Korn–Graubard on the effective base.',
  };
}

export const NO_FREEDOM = 'There are no degrees of freedom: no more PSUs than strata.';
