import type { Interval } from '../statistics/wilson-interval.ts';
import { tInterval } from './t-interval.ts';

export interface TotalEstimate {
  readonly estimate: number;
  readonly standardError: number | null;
  /** Normal, as R's `confint(svytotal(…))`. */
  readonly interval: Interval | null;
  /** With t of the degrees of freedom: wider where PSUs are few. */
  readonly intervalT: Interval | null;
  readonly reason?: string;
}

export interface TotalInput {
  readonly total: number;
  readonly variance: number;
  readonly degreesOfFreedom: number;
  readonly confidence: number;
  /** Why there is no variance; null where there is. */
  readonly reason: string | null;
}

/** A total with both its intervals, or with the reason why there are none. */
export function uncertainTotal(input: TotalInput): TotalEstimate {
  const { total, variance, degreesOfFreedom, confidence, reason } = input;
  if (reason !== null)
    return { estimate: total, standardError: null, interval: null, intervalT: null, reason };
  const standardError = Math.sqrt(variance);
  const byT = tInterval(total, standardError, degreesOfFreedom, confidence);
  return {
    estimate: total,
    standardError,
    interval: byT.interval === null ? null : tInterval(total, standardError, Infinity, confidence).interval,
    intervalT: byT.interval,
    ...(byT.reason === undefined ? {} : { reason: byT.reason }),
  };
}
