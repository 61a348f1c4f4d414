import { describe, expect, it } from 'vitest';
import reference from '../reference/reference.json';
import { chiSquaredUpperTail } from './chi-squared-upper-tail.ts';
import { fUpperTail } from './f-upper-tail.ts';

/** Relative difference; 0 where both are 0. */
const off = (value: number, truth: number) => (value === truth ? 0 : Math.abs(value - truth) / truth);

describe('chiSquaredUpperTail', () => {
  it.each(reference.chiSquaredTails as [number, number, number][])(
    'of %d, df %d, is %d as in R',
    (x, df, p) => {
      expect(off(chiSquaredUpperTail(x, df), p)).toBeLessThan(1e-8);
    },
  );

  it('keeps its digits far out, where 1 − cdf is 0', () => {
    const exact = Math.exp(-161.13 / 2) * (1 + 161.13 / 2);
    expect(off(chiSquaredUpperTail(161.13, 4), exact)).toBeLessThan(1e-12);
  });

  it('is 1 at and below 0', () => {
    expect(chiSquaredUpperTail(0, 3)).toBe(1);
    expect(chiSquaredUpperTail(-1, 3)).toBe(1);
  });
});

describe('fUpperTail', () => {
  it.each(reference.fTails as [number, number, number, number][])(
    'of %d, df %d and %d, is %d as in R',
    (x, d1, d2, p) => {
      expect(off(fUpperTail(x, d1, d2), p)).toBeLessThan(1e-8);
    },
  );

  it('is 1 at 0', () => expect(fUpperTail(0, 2, 9)).toBe(1));
});
