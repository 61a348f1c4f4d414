import { tQuantile } from '../statistics/t-quantile.ts';
import type { SizedCount } from './sizing.ts';

export interface CountInput {
  readonly count: number;
  readonly variance: number;
  /** Clients of which the count is a part. */
  readonly clients: number;
  readonly degreesOfFreedom: number;
  readonly confidence: number;
  readonly quantiles: readonly number[] | null;
  /** Why no error can be computed. */
  readonly refusal: string | null;
  /** Whether the count is the whole, which the frame knows. */
  readonly isKnown: boolean;
}

const KNOWN = 'Known from the frame.';

/**
 * A count of clients with its error. The interval is that of the share on the logit scale, as `svyciprop`
 * of R's survey (t quantile, the degrees of freedom of the design), times the clients.
 */
export function countFigures(input: CountInput): SizedCount {
  const { count, variance, clients, quantiles, refusal, isKnown } = input;
  const share = count / clients;
  if (isKnown)
    return {
      count,
      share,
      standardError: 0,
      interval: [count, count],
      quantiles: quantiles?.map(() => count) ?? null,
      reason: KNOWN,
    };
  if (refusal !== null)
    return { count, share, standardError: null, interval: null, quantiles: null, reason: refusal };
  const nobodyVaries = noVariation(share);
  if (nobodyVaries !== null)
    return { count, share, standardError: null, interval: null, quantiles: null, reason: nobodyVaries };
  const standardError = Math.sqrt(variance);
  if (input.degreesOfFreedom < 1)
    return { count, share, standardError, interval: null, quantiles, reason: NO_DEGREES };
  const t = tQuantile(0.5 + input.confidence / 2, input.degreesOfFreedom);
  const logit = Math.log(share / (1 - share));
  const reach = (t * standardError) / (clients * share * (1 - share));
  const end = (value: number): number => clients / (1 + Math.exp(-value));
  return { count, share, standardError, interval: [end(logit - reach), end(logit + reach)], quantiles };
}

/** Sums of weights that should be 0 or all miss it by rounding only. */
const ROUNDING = 1e-12;

const NO_DEGREES = 'As many strata as PSUs: no degrees of freedom are left for an interval.';

/** A share that the sample cannot say the error of; it must not pass as certain. */
function noVariation(share: number): string | null {
  if (share <= ROUNDING)
    return 'Nobody in the sample: its error cannot be computed, and the truth need not be 0.';
  if (share >= 1 - ROUNDING)
    return 'Everybody in the sample: its error cannot be computed, and the truth need not be all.';
  return null;
}
