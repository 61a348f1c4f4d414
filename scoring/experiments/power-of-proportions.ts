import { normalQuantile } from '../statistics/normal-quantile.ts';
import { normalUpperTail } from '../statistics/normal-upper-tail.ts';
import { bisect } from './bisect.ts';

/** Two arms of equal size, tested two-sided. */
export interface TwoShares {
  /** Share in the control, 0–1. */
  readonly baseline: number;
  /** Share in the other arm, 0–1. */
  readonly target: number;
  /** Two-sided significance level, e.g. 0.05. */
  readonly alpha: number;
  /** Counts a significant result in the wrong direction as power too; as `strict = TRUE` in R. */
  readonly strict?: boolean;
}

/**
 * Probability that a two-sided z test of two shares is significant, with `perArm` respondents in each
 * arm. The formula of R's `power.prop.test` (Fleiss, Levin & Paik 2003): normal approximation, pooled
 * variance under the null, separate variances under the alternative, no continuity correction.
 */
export function powerOfProportions(
  { baseline, target, alpha, strict = false }: TwoShares,
  perArm: number,
): number {
  const difference = Math.abs(baseline - target) * Math.sqrt(perArm);
  const pooled = -normalQuantile(alpha / 2) * Math.sqrt((baseline + target) * (1 - (baseline + target) / 2));
  const separate = Math.sqrt(baseline * (1 - baseline) + target * (1 - target));
  // Shares of 0 and 1 do not vary: the test is sure, either way.
  if (separate === 0) return Number(difference > pooled);
  const right = normalUpperTail((pooled - difference) / separate);
  return strict ? right + normalUpperTail((pooled + difference) / separate) : right;
}

/**
 * Respondents per arm for the wanted power, not rounded: 1773.976 for .10 against .13 at 80 %. As R's
 * `power.prop.test`. Infinite where the two shares are equal.
 *
 * @param power e.g. 0.8; above alpha
 */
export function sampleSizeOfProportions(shares: TwoShares, power: number): number {
  const { baseline, target, alpha, strict = false } = shares;
  const difference = Math.abs(baseline - target);
  if (difference === 0) return Infinity;
  const pooled = -normalQuantile(alpha / 2) * Math.sqrt((baseline + target) * (1 - (baseline + target) / 2));
  const separate = Math.sqrt(baseline * (1 - baseline) + target * (1 - target));
  const loose = ((pooled + normalQuantile(power) * separate) / difference) ** 2;
  if (!strict) return loose;
  // The strict power is the larger one, so that it needs no more respondents than the loose one.
  return bisect((n) => powerOfProportions(shares, n) - power, 0, loose);
}

/**
 * The smallest share above (or below) the baseline that `perArm` respondents in each arm can tell from
 * it with the wanted power: the minimum detectable effect is its distance from the baseline. As R's
 * `power.prop.test(p2 = NULL)`. Null where even 1 (or 0) cannot be told from it.
 */
export function detectableShare(
  design: Omit<TwoShares, 'target'>,
  perArm: number,
  power: number,
  direction: 'increase' | 'decrease' = 'increase',
): number | null {
  const reach = (target: number): number => powerOfProportions({ ...design, target }, perArm) - power;
  const end = direction === 'increase' ? 1 : 0;
  if (!(reach(end) >= 0)) return null;
  return bisect(reach, design.baseline, end);
}
