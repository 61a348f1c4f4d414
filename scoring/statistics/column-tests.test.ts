import { describe, expect, it } from 'vitest';
import { adjustPValues } from './adjust-p-values.ts';
import { biasCorrectedCramersV } from './bias-corrected-cramers-v.ts';
import { pearson } from './pearson.ts';
import { twoProportionTest } from './two-proportion-test.ts';

const close = (found: readonly number[], expected: readonly number[]) =>
  found.forEach((value, place) => expect(value).toBeCloseTo(expected[place]!, 12));

describe('adjustPValues, as p.adjust of R', () => {
  it('Holm, Benjamini–Hochberg, Bonferroni, none', () => {
    const p = [0.01, 0.02, 0.03, 0.04, 0.05];
    close(adjustPValues(p, 'holm'), [0.05, 0.08, 0.09, 0.09, 0.09]);
    close(adjustPValues(p, 'benjamini-hochberg'), [0.05, 0.05, 0.05, 0.05, 0.05]);
    close(adjustPValues(p, 'bonferroni'), [0.05, 0.1, 0.15, 0.2, 0.25]);
    expect(adjustPValues(p, 'none')).toEqual(p);
  });

  it('keeps the order of the tests, and stays within 1', () => {
    close(adjustPValues([0.6, 0.01, 0.5], 'holm'), [1, 0.03, 1]);
    close(adjustPValues([0.6, 0.01, 0.5], 'benjamini-hochberg'), [0.6, 0.03, 0.6]);
    close(adjustPValues([0.6, 0.01, 0.5], 'bonferroni'), [1, 0.03, 1]);
    expect(adjustPValues([], 'holm')).toEqual([]);
  });
});

describe('biasCorrectedCramersV', () => {
  it('matches the published table', () => {
    const table = pearson(Float64Array.of(15, 30, 5, 20, 35, 15), 2, 3)!;
    expect(biasCorrectedCramersV(table.statistic, 120, 2, 3)).toBeCloseTo(0.083406, 6);
  });

  it('is 0 where chance gives as much, 1 where one decides the other, null where there is one row', () => {
    expect(biasCorrectedCramersV(0.4, 100, 3, 3)).toBe(0);
    expect(biasCorrectedCramersV(200, 100, 3, 3)).toBeCloseTo(1, 12);
    expect(biasCorrectedCramersV(0, 100, 1, 3)).toBeNull();
    expect(biasCorrectedCramersV(2, 2, 2, 2)).toBeNull();
  });
});

describe('twoProportionTest', () => {
  it('matches prop.test(correct = FALSE) of R', () => {
    const test = twoProportionTest(45, 200, 70, 210)!;
    expect(test.z).toBeCloseTo(-2.440724, 6);
    expect(test.pValue).toBeCloseTo(0.0146578, 7);
    expect(test.difference).toBeCloseTo(-0.1083333, 7);
  });

  it('has no answer where all or none say so, or nobody was asked', () => {
    expect(twoProportionTest(0, 10, 0, 20)).toBeNull();
    expect(twoProportionTest(10, 10, 20, 20)).toBeNull();
    expect(twoProportionTest(0, 0, 5, 20)).toBeNull();
  });
});
