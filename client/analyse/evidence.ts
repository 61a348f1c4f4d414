import type { Crosstab } from '../../contracts/table.ts';

/** How strong the evidence is that rows and columns have to do with each other. */
export type Strength = 'veryStrong' | 'strong' | 'some' | 'none';

export type Evidence =
  | { readonly kind: 'tested'; readonly strength: Strength; readonly pValue: number }
  | { readonly kind: 'notComputable'; readonly reason: string };

/** Conventional limits of p, named; Waymark's own choice of words. */
const LIMITS: readonly (readonly [below: number, Strength])[] = [
  [0.001, 'veryStrong'],
  [0.01, 'strong'],
  [0.05, 'some'],
];

/** What a table's test says: Rao–Scott where it is weighted, Pearson where it is not. */
export function evidenceOf(tests: Crosstab['tests'], weighted: boolean): Evidence {
  const test = weighted ? tests.raoScott : tests.pearson;
  if (test.pValue === null) return { kind: 'notComputable', reason: test.reason ?? '' };
  const { pValue } = test;
  const strength = LIMITS.find(([below]) => pValue < below)?.[1] ?? 'none';
  return { kind: 'tested', strength, pValue };
}
