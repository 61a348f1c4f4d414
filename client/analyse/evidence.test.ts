import { expect, test } from 'vitest';
import type { Crosstab } from '../../contracts/table.ts';
import { evidenceOf } from './evidence.ts';

const tests = (pearsonP: number | null, raoScottP: number | null): Crosstab['tests'] => ({
  pearson: { statistic: 1, degreesOfFreedom: 1, pValue: pearsonP, reason: 'pearson says why' },
  raoScott: {
    statistic: 1,
    numeratorDegreesOfFreedom: 1,
    denominatorDegreesOfFreedom: 9,
    pValue: raoScottP,
    reason: 'rao-scott says why',
  },
  cramersV: 0.1,
  cramersVBiasCorrected: 0.05,
});

test.each([
  [0.0009, 'veryStrong'],
  [0.001, 'strong'],
  [0.01, 'some'],
  [0.05, 'none'],
  [1, 'none'],
] as const)('p = %s is "%s"', (p, strength) =>
  expect(evidenceOf(tests(p, null), false)).toEqual({ kind: 'tested', strength, pValue: p }),
);

test('a weighted table is judged by Rao–Scott alone', () =>
  expect(evidenceOf(tests(0.5, 0.0001), true)).toMatchObject({ strength: 'veryStrong' }));

test('a missing p is a reason, never "no difference"', () =>
  expect(evidenceOf(tests(0.5, null), true)).toEqual({
    kind: 'notComputable',
    reason: 'rao-scott says why',
  }));
