import { describe, expect, it } from 'vitest';
import { adjustedRandIndex } from './adjusted-rand-index.ts';
import { cohenKappa } from './cohen-kappa.ts';
import { effectiveBase } from './effective-base.ts';

const T = Float64Array.of(120, 40, 10, 5, 20, 90, 30, 10, 5, 15, 80, 25, 0, 5, 10, 60);

describe('cohenKappa', () => {
  it('matches psych::cohen.kappa of R', () => {
    expect(cohenKappa(T, 4, 'none')).toBeCloseTo(0.5496324, 7);
    expect(cohenKappa(T, 4, 'quadratic')).toBeCloseTo(0.7467879, 7);
  });

  it('is 1 for full agreement, 0 for chance, and null where there is nothing to agree on', () => {
    expect(cohenKappa(Float64Array.of(5, 0, 0, 5), 2, 'none')).toBe(1);
    expect(cohenKappa(Float64Array.of(4, 4, 4, 4), 2, 'none')).toBe(0);
    expect(cohenKappa(Float64Array.of(9, 0, 0, 0), 2, 'none')).toBeNull();
    expect(cohenKappa(new Float64Array(4), 2, 'quadratic')).toBeNull();
  });
});

describe('adjustedRandIndex', () => {
  it('of 112233 and 111233 is 0.444444', () => {
    expect(adjustedRandIndex(Float64Array.of(2, 0, 0, 1, 1, 0, 0, 0, 2), 3, 3)).toBeCloseTo(0.444444, 6);
  });

  it('is 1 for the same partition under other names, and null for less than two cases', () => {
    expect(adjustedRandIndex(Float64Array.of(0, 4, 3, 0), 2, 2)).toBe(1);
    expect(adjustedRandIndex(Float64Array.of(4, 0, 0, 0), 2, 2)).toBe(1);
    expect(adjustedRandIndex(Float64Array.of(1, 0, 0, 0), 2, 2)).toBeNull();
  });
});

describe('effectiveBase', () => {
  it('is n for equal weights, less for uneven ones, 0 for none', () => {
    expect(effectiveBase(20, 40)).toBe(10);
    expect(effectiveBase(4, 10)).toBeCloseTo(1.6, 12);
    expect(effectiveBase(0, 0)).toBe(0);
  });
});
