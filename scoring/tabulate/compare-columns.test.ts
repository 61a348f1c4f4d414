import { describe, expect, it } from 'vitest';
import { compareColumns, differenceTest, lettersOf, type PairTest } from './compare-columns.ts';

const test = (difference: number, pValue: number): PairTest => ({
  difference,
  standardError: 1,
  statistic: difference,
  degreesOfFreedom: null,
  pValue,
});

describe('comparing columns', () => {
  const p: Readonly<Record<string, PairTest>> = {
    '0-1': test(0.3, 0.001),
    '0-3': test(0.2, 1 / 64),
    '1-3': test(-0.1, 0.4),
  };
  const compared = compareColumns([0, 1, 3], (one, other) => p[`${one}-${other}`]!, 'bonferroni');

  it('corrects for the pairs that were tested, and gives the higher column the letter of the lower', () => {
    expect(compared.map(({ adjustedPValue }) => adjustedPValue)).toEqual([0.003, 3 / 64, 1]);
    expect(lettersOf(4, compared, [0.05])).toEqual([['b', 'd'], [], [], []]);
    expect(lettersOf(4, compared, [0.05, 0.01])).toEqual([['B', 'd'], [], [], []]);
    expect(lettersOf(4, compared, [0.01, 0.05])).toEqual([['B', 'd'], [], [], []]);
  });

  it('does not count a pair without a test in the family, and gives it no letter', () => {
    const one = compareColumns(
      [0, 1, 3],
      (first) => (first === 0 ? { reason: 'no variance' } : test(-0.1, 0.04)),
      'bonferroni',
    );
    expect(one.map(({ adjustedPValue }) => adjustedPValue)).toEqual([null, null, 0.04]);
    expect(lettersOf(4, one, [0.05])).toEqual([[], [], [], ['b']]);
  });

  it('has no t test without degrees of freedom or variance: a reason, not "no difference"', () => {
    expect(differenceTest(0.2, 0.01, 1)).toEqual({
      reason: expect.stringContaining('too few PSUs') as string,
    });
    expect(differenceTest(0.2, 0, 9)).toEqual({ reason: expect.stringContaining('no variance') as string });
    expect(differenceTest(0.2, 0.01, 9)).toMatchObject({ statistic: 2, degreesOfFreedom: 8 });
  });
});
