import type { Interval } from '../statistics/wilson-interval.ts';

interface Estimate {
  readonly value: number;
  readonly variance: number;
}

/**
 * Arm over control minus 1, with an interval symmetric on the log scale (Katz et al. 1978; by the delta
 * method for means). Null where the control is not above 0; the interval also where the arm is not.
 *
 * @param quantile of the normal or t for the wanted confidence
 * @param covariance of the two estimates; 0 for independent arms
 */
export function logRatioInterval(
  arm: Estimate,
  control: Estimate,
  quantile: number,
  covariance = 0,
): { readonly lift: number | null; readonly liftInterval: Interval | null } {
  if (!(control.value > 0)) return { lift: null, liftInterval: null };
  const ratio = arm.value / control.value;
  if (!(arm.value > 0)) return { lift: ratio - 1, liftInterval: null };
  const variance =
    arm.variance / arm.value ** 2 +
    control.variance / control.value ** 2 -
    (2 * covariance) / (arm.value * control.value);
  if (!(variance > 0)) return { lift: ratio - 1, liftInterval: null };
  const half = quantile * Math.sqrt(variance);
  return { lift: ratio - 1, liftInterval: [ratio * Math.exp(-half) - 1, ratio * Math.exp(half) - 1] };
}
