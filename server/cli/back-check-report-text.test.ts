import { expect, it } from 'vitest';
import type { BackChecks } from '../../contracts/back-check-report.ts';
import { backCheckReportText } from './back-check-report-text.ts';

const EMPTY_COUNTS = Array.from({ length: 4 }, () => [0, 0, 0, 0]);
const FEW = { isKnown: false, reason: 'few-pairs' } as const;
const SEGMENTS = { compared: 2, agree: 1, counts: EMPTY_COUNTS, weightedKappa: FEW };
const task = { id: 't', interviewId: 'i', branch: 'b', outcome: null, checkedBy: null, checkedAt: null };

const report = (parts: Partial<BackChecks['comparison']>): BackChecks => ({
  ...{ studyId: 's', synthetic: true, draws: [] },
  tasks: [
    { ...task, enumerator: 'Ana', isOpen: true, isByHerself: false },
    { ...task, enumerator: 'Ana', isOpen: false, isByHerself: false },
  ],
  comparison: {
    ...{ pairs: 0, denied: 0, items: [], enumerators: [] },
    overall: { agree: 0, differ: 0, oneMissing: 0, agreement01: null, interval: null },
    segments: { itemsNeeded: 20, itemsAsked: 12, alone: SEGMENTS, corrected: SEGMENTS },
    ...parts,
  },
});

it('says that there is nothing to compare, rather than a table of blanks', () => {
  expect(backCheckReportText(report({}))).toBe(
    'Synthetic data. 2 interviews drawn, 1 still to check; 0 answered again, 0 denied.\nThere is nothing to compare yet.\n',
  );
});

it('names who is doubtful, and why a kappa is not there', () => {
  const share = {
    agree: 9,
    differ: 2,
    oneMissing: 1,
    agreement01: 0.75,
    interval: [0.5, 0.9] as [number, number],
  };
  const text = backCheckReportText(
    report({
      ...{ pairs: 2, denied: 1, overall: share },
      enumerators: [
        { ...share, enumerator: 'Ana', pairs: 2, denied: 1, pooledKappa: FEW, isDoubtful: true },
        {
          ...{
            ...share,
            enumerator: '',
            pairs: 0,
            denied: 0,
            agreement01: null,
            interval: null,
            isDoubtful: false,
          },
          pooledKappa: { isKnown: true, value: 0.5, standardError: null, interval: null },
        },
      ],
      items: [{ ...share, item: 'q', label: { en: 'A phone?' }, kappa: FEW, weightedKappa: null }],
    }),
  );
  expect(text).toContain('Answers that agree: 75.0 % (95 % 50.0 % to 90.0 %); 2 differ, 1 on one side only.');
  expect(text).toMatch(/^Ana +2 +1 +75\.0 % +50\.0 % to 90\.0 % +too few +doubtful$/m);
  expect(text).toMatch(/^– +0 +0 +– +– +0\.50$/m);
  expect(text).toMatch(/^A phone\? +9 +2 +1 +75\.0 % +too few +–$/m);
  expect(text).toContain('asks 12 of the 20 questions');
});
