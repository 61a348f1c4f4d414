import { DISPOSITION_OF, type CaseEnd } from './disposition-of.ts';
import { NO_CASES, outcomeRates, type DispositionCounts, type OutcomeRates } from './outcome-rates.ts';

/** Rates of a group of cases, and what they were counted from. */
export interface CaseRates extends OutcomeRates {
  /** Number of cases, or the sum of their weights. */
  readonly cases: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly dispositions: DispositionCounts;
}

/**
 * Rates of cases from how each stands.
 *
 * @param e see `outcomeRates`
 */
export function ratesOfCases(
  cases: Iterable<{ readonly end: CaseEnd; readonly weight?: number }>,
  e?: number,
): CaseRates {
  const outcomes: Record<string, number> = {};
  const dispositions = { ...NO_CASES };
  let sum = 0;
  for (const { end, weight = 1 } of cases) {
    outcomes[end] = (outcomes[end] ?? 0) + weight;
    dispositions[DISPOSITION_OF[end].disposition] += weight;
    sum += weight;
  }
  return { cases: sum, outcomes, dispositions, ...outcomeRates(dispositions, e) };
}
