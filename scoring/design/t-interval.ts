import { NO_FREEDOM } from '../statistics/proportion-interval.ts';
import { tQuantile } from '../statistics/t-quantile.ts';
import type { Uncertainty } from './estimate-options.ts';

/**
 * Estimate ± t · standard error, as R's `confint(…, df = degf(design))`. Infinite degrees of freedom give
 * the normal interval. Without a standard error, or without degrees of freedom, null with the reason.
 */
export function tInterval(
  estimate: number,
  standardError: number,
  degreesOfFreedom: number,
  confidence: number,
): Uncertainty {
  if (degreesOfFreedom < 1) return { standardError, interval: null, reason: NO_FREEDOM };
  const half = tQuantile((1 + confidence) / 2, degreesOfFreedom) * standardError;
  return { standardError, interval: [estimate - half, estimate + half] };
}
