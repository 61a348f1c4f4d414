import type { Interval } from '../statistics/wilson-interval.ts';

export interface EstimateOptions {
  /** Level of the intervals, such as 0.95. */
  readonly confidence: number;
  /** 1 for rows of the domain; default: all. Others count as zeros of the full design. */
  readonly inDomain?: Uint8Array;
}

/** A figure with its uncertainty. What is null has its reason. */
export interface Uncertainty {
  readonly standardError: number | null;
  readonly interval: Interval | null;
  readonly reason?: string;
}
