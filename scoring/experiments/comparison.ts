import type { Interval } from '../statistics/wilson-interval.ts';

/** An arm against the control. Differences of shares are on the scale 0–1. */
export interface Comparison {
  /** Arm minus control. */
  readonly difference: number | null;
  readonly standardError: number | null;
  readonly interval: Interval | null;
  /** Newcombe's interval of a difference of shares; null for means and for designs. */
  readonly newcombeInterval: Interval | null;
  /** z or t. */
  readonly statistic: number | null;
  /** Of t; null for z. */
  readonly degreesOfFreedom: number | null;
  /** Two-sided. */
  readonly pValue: number | null;
  /** Arm over control, minus 1: 0.2 is a fifth more. */
  readonly lift: number | null;
  readonly liftInterval: Interval | null;
  /** Why a number is null. */
  readonly reason?: string;
}

/** A comparison that cannot be made, and why. */
export const noComparison = (reason: string): Comparison => ({
  difference: null,
  standardError: null,
  interval: null,
  newcombeInterval: null,
  statistic: null,
  degreesOfFreedom: null,
  pValue: null,
  lift: null,
  liftInterval: null,
  reason,
});
