import type { KappaOrReason } from '../../contracts/back-check-report.ts';
import { compareGroupings } from '../cluster/compare-groupings.ts';
import type { CodedItem } from './item-codes.ts';

/** Below this many pairs a kappa says nothing. Waymark's own; no source prescribes it. */
export const FEWEST_PAIRS = 10;

/** Kappa and quadratically weighted kappa of one item, with 95 % intervals, or why there is none. */
export function kappasOf({ size, first, second }: CodedItem): {
  readonly counts: readonly (readonly number[])[];
  readonly compared: number;
  readonly kappa: KappaOrReason;
  readonly weightedKappa: KappaOrReason;
} {
  const places = Array.from({ length: size }, (_, place) => place);
  const found = compareGroupings({
    size,
    first: { indices: first, places },
    second: { indices: second, places },
    weights: null,
    confidence: 0.95,
  });
  const asked = (kappa: (typeof found)['kappa']): KappaOrReason => {
    if (found.respondents < FEWEST_PAIRS) return { isKnown: false, reason: 'few-pairs' };
    const { value, standardError, interval } = kappa;
    if (value === null) return { isKnown: false, reason: 'one-category' };
    return { isKnown: true, value, standardError, interval: interval === null ? null : [...interval] };
  };
  return {
    counts: found.counts,
    compared: found.respondents,
    kappa: asked(found.kappa),
    weightedKappa: asked(found.weightedKappa),
  };
}
