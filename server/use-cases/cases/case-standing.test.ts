import { expect, it } from 'vitest';
import type { CaseOutcome } from '../../../contracts/work.ts';
import { caseStanding } from './case-standing.ts';

const after = (...outcomes: CaseOutcome[]) =>
  caseStanding(
    outcomes.map((outcome, index) => ({
      outcome,
      callBackAt: outcome === 'call-back' ? `2026-11-2${index}` : null,
    })),
  );

it.each<[CaseOutcome[], CaseOutcome | null, boolean]>([
  [[], null, false],
  [['not-found'], 'not-found', false],
  [['not-found', 'refused'], 'refused', true],
  [['refused', 'not-found'], 'refused', true],
  [['refused', 'completed'], 'completed', true],
  [['completed', 'refused'], 'completed', true],
  [['call-back', 'not-found'], 'call-back', false],
  [['moved', 'call-back'], 'call-back', false],
  [['call-back', 'ineligible'], 'ineligible', true],
])('after %j a case is %s', (outcomes, outcome, done) => {
  expect(after(...outcomes)).toMatchObject({ outcome, done, attempts: outcomes.length });
});

it('keeps the day that was named last, and only while it is still to come', () => {
  expect(after('call-back', 'call-back', 'not-found').callBackAt).toBe('2026-11-21');
  expect(after('call-back', 'refused').callBackAt).toBeNull();
});
