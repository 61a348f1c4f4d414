import type { Interval } from './comparison.ts';
import type { Share } from './two-proportions.ts';

/**
 * Newcombe's hybrid score interval of a difference of two shares, from Wilson's of each. Never without
 * width, and never beyond −1 and 1. Source: Newcombe 1998, method 10, without continuity correction.
 *
 * @param z normal quantile of the wanted confidence, e.g. 1.96
 */
export function newcombeInterval(arm: Share, control: Share, z: number): Interval {
  const [p, low, high] = wilson(arm, z);
  const [q, controlLow, controlHigh] = wilson(control, z);
  return [
    p - q - Math.sqrt((p - low) ** 2 + (controlHigh - q) ** 2),
    p - q + Math.sqrt((high - p) ** 2 + (q - controlLow) ** 2),
  ];
}

/** Wilson's score interval: share, lower, upper. */
export function wilson({ n, successes }: Share, z: number): readonly [number, number, number] {
  const share = successes / n;
  const centre = (successes + (z * z) / 2) / (n + z * z);
  const half = (z / (n + z * z)) * Math.sqrt(n * share * (1 - share) + (z * z) / 4);
  return [share, Math.max(0, centre - half), Math.min(1, centre + half)];
}
