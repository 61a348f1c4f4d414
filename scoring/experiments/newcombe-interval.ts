import { wilsonInterval, type Interval } from '../statistics/wilson-interval.ts';
import type { Share } from './share.ts';

/**
 * Newcombe's hybrid score interval of a difference of two shares, from Wilson's of each. Never without
 * width, and never beyond −1 and 1. Source: Newcombe 1998, method 10, without continuity correction.
 *
 * @param confidence level of the interval, e.g. 0.95
 */
export function newcombeInterval(arm: Share, control: Share, confidence: number): Interval {
  const p = arm.successes / arm.n;
  const q = control.successes / control.n;
  const [low, high] = wilsonInterval(p, arm.n, confidence);
  const [controlLow, controlHigh] = wilsonInterval(q, control.n, confidence);
  return [
    p - q - Math.sqrt((p - low) ** 2 + (controlHigh - q) ** 2),
    p - q + Math.sqrt((high - p) ** 2 + (q - controlLow) ** 2),
  ];
}
