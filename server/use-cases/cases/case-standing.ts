import type { CaseOutcome } from '../../../contracts/work.ts';

/** One attempt at a case, as it was delivered. */
export interface Attempt {
  readonly outcome: CaseOutcome;
  /** Day, or day and hour, that was named for `call-back`. */
  readonly callBackAt: string | null;
}

/** Where a case stands after all attempts that were delivered. */
export interface CaseStanding {
  /** Null: none yet. */
  readonly outcome: CaseOutcome | null;
  readonly attempts: number;
  readonly callBackAt: string | null;
  /** Nothing is left to do. */
  readonly done: boolean;
}

const LEFT_TO_DO: ReadonlySet<CaseOutcome | null> = new Set([null, 'not-found', 'call-back']);

const UNTOUCHED: CaseStanding = { outcome: null, attempts: 0, callBackAt: null, done: false };

/**
 * The outcome of a case from its attempts, in order of arrival at the server (device clocks go wrong). As AAPOR
 * asks: an interview decides; else the last attempt that learned something, for having found nobody later
 * takes nothing back from a refusal or an appointment.
 */
export function caseStanding(attempts: readonly Attempt[]): CaseStanding {
  if (attempts.length === 0) return UNTOUCHED;
  const deciding =
    attempts.findLast(({ outcome }) => outcome === 'completed') ??
    attempts.findLast(({ outcome }) => outcome !== 'not-found') ??
    attempts.at(-1);
  const outcome = deciding?.outcome ?? null;
  return {
    outcome,
    attempts: attempts.length,
    callBackAt: outcome === 'call-back' ? (deciding?.callBackAt ?? null) : null,
    done: !LEFT_TO_DO.has(outcome),
  };
}

const SAYS_NOTHING_OF_HER: ReadonlySet<CaseOutcome | null> = new Set([
  null,
  'not-found',
  'call-back',
  'moved',
]);

/**
 * Where an entry stands that was closed in the office: not part of the study, and nothing left to do. It takes
 * nothing back from what she said herself, such as a refusal, so that nobody mends a rate by closing entries.
 */
export const closedStanding = ({ outcome, attempts }: CaseStanding): CaseStanding => ({
  outcome: SAYS_NOTHING_OF_HER.has(outcome) ? 'ineligible' : outcome,
  attempts,
  callBackAt: null,
  done: true,
});
