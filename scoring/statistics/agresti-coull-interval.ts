import { normalQuantile } from './normal-quantile.ts';
import type { Interval } from './wilson-interval.ts';

/**
 * Agresti and Coull's interval: Wald's, after adding z²/2 successes and failures; cut at 0 and 1. Source:
 * Agresti & Coull 1998; as statsmodels.
 *
 * Example: `agrestiCoullInterval(15 / 50, 50, 0.95)` is 0.190271–0.438268.
 */
export function agrestiCoullInterval(proportion: number, size: number, confidence: number): Interval {
  const z = normalQuantile((1 + confidence) / 2);
  const enlarged = size + z * z;
  const middle = (proportion * size + (z * z) / 2) / enlarged;
  const half = z * Math.sqrt((middle * (1 - middle)) / enlarged);
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
