import type { CaseGroup } from './respondents-texts.ts';

const GROUP_OF: Readonly<Record<string, CaseGroup>> = {
  completed: 'done',
  partial: 'done',
  refused: 'refused',
  'broken-off': 'refused',
  'not-found': 'notMet',
  'call-back': 'notMet',
  moved: 'notOurs',
  ineligible: 'notOurs',
};

/** Cases by the five groups of the picture, from those by outcome. */
export function caseGroups(outcomes: Readonly<Record<string, number>>): Record<CaseGroup, number> {
  const groups = { done: 0, refused: 0, notMet: 0, notOurs: 0, none: 0 };
  for (const [outcome, count] of Object.entries(outcomes)) groups[GROUP_OF[outcome] ?? 'none'] += count;
  return groups;
}
