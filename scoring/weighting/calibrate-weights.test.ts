import { describe, expect, test } from 'vitest';
import { AGE, PLACE, reference, SEX, SEX_AND_AGE, WEIGHTS } from './test-reference.ts';
import { calibrateWeights } from './calibrate-weights.ts';
import { rake } from './rake.ts';
import { trimWeights } from './trim-weights.ts';
import { weightSummary } from './weight-summary.ts';

function expectAll(found: Float64Array, expected: readonly number[], relative: number): void {
  expect(found.length).toBe(expected.length);
  found.forEach((value, row) => {
    expect(Math.abs(value / expected[row]! - 1)).toBeLessThan(relative);
  });
}

const ONES = new Float64Array(WEIGHTS.length).fill(1);

describe('weights match survey::postStratify, rake and calibrate', () => {
  test.each([
    ['one margin', [SEX], WEIGHTS, reference.postStratified.weights, 1e-12],
    ['one margin of two variables', [SEX_AND_AGE], WEIGHTS, reference.postStratifiedJointly.weights, 1e-12],
    ['three margins', [SEX, AGE, PLACE], WEIGHTS, reference.raked.weights, 1e-8],
    ['three margins, by Newton', [SEX, AGE, PLACE], WEIGHTS, reference.calibrated.weights, 1e-8],
    ['a joint margin and another', [SEX_AND_AGE, PLACE], WEIGHTS, reference.rakedJointly.weights, 1e-8],
    ['equal starting weights', [SEX, AGE], ONES, reference.rakedFromEqualWeights.weights, 1e-8],
  ] as const)('%s', (_, margins, weights, expected, relative) => {
    const raked = rake({ weights, margins });
    expect(raked.converged).toBe(true);
    expect(raked.largestError).toBeLessThanOrEqual(1e-10);
    expectAll(raked.weights, expected, relative);
  });

  test.each([
    ['before', WEIGHTS, reference.before],
    ['raked', Float64Array.from(reference.raked.weights), reference.raked],
  ])('effective base and design effect, %s', (_, weights, expected) => {
    const summary = weightSummary(weights);
    expect(summary.effectiveBase).toBeCloseTo(expected.effectiveBase, 9);
    expect(summary.designEffect).toBeCloseTo(expected.designEffect, 12);
  });

  test('one pass is enough for one margin', () => {
    expect(rake({ weights: WEIGHTS, margins: [SEX] }).iterations).toBe(1);
  });
});

describe('trimming matches survey::trimWeights(strict = TRUE)', () => {
  const mean = 8000 / WEIGHTS.length;

  test('once', () => {
    const { weights, isFeasible } = trimWeights(
      Float64Array.from(reference.raked.weights),
      0.5 * mean,
      1.6 * mean,
    );
    expect(isFeasible).toBe(true);
    expectAll(weights, reference.trimmedOnce, 1e-10);
  });

  test('trimmed and raked in turns until both hold', () => {
    const result = calibrateWeights({
      weights: WEIGHTS,
      margins: [SEX, AGE, PLACE],
      trim: { low: 0.5, high: 1.6 },
    });
    expect(result.converged).toBe(true);
    expectAll(result.weights, reference.trimmedAndRaked.weights, 1e-6);
    const outside = reference.raked.weights.filter((weight) => weight > 1.6 * mean).length;
    expect(result.trimming?.cut).toBeGreaterThanOrEqual(outside);
    expect(outside).toBeGreaterThan(0);
  });

  test('bounds that leave no room for the sum are not feasible', () => {
    expect(trimWeights(Float64Array.of(1, 2, 3), 0.1, 1.5).isFeasible).toBe(false);
    expect(trimWeights(Float64Array.of(1, 2, 3), 2.5, 9).isFeasible).toBe(false);
  });

  test('where nobody is within the bounds, all share', () => {
    const { weights, isFeasible } = trimWeights(Float64Array.of(0.1, 0.1, 0.1, 3.7), 0.5, 1.5);
    expect(isFeasible).toBe(true);
    expect([...weights].map((weight) => weight.toFixed(9))).toEqual([
      '0.833333333',
      '0.833333333',
      '0.833333333',
      '1.500000000',
    ]);
  });
});

describe('what cannot be had is said', () => {
  const contradiction = {
    // Women are all old, men all young: the two margins cannot differ.
    weights: Float64Array.of(1, 1, 1, 1),
    margins: [
      {
        name: 'sex',
        categories: ['m', 'w'],
        counts: Float64Array.of(50, 50),
        indices: Uint16Array.of(0, 0, 1, 1),
      },
      {
        name: 'age',
        categories: ['young', 'old'],
        counts: Float64Array.of(20, 80),
        indices: Uint16Array.of(0, 0, 1, 1),
      },
    ],
  };

  test('margins that contradict each other do not converge', () => {
    const raked = rake(contradiction);
    expect(raked).toMatchObject({ converged: false, iterations: 1000 });
    expect(raked.reason).toMatch(/^After 1000 iterations "sex" = "m" still misses its count by 60\.0 %/);
    expect(calibrateWeights({ ...contradiction, trim: { low: 0.1, high: 9 } }).converged).toBe(false);
  });

  test('a category whose clients are too many or too few for the bounds', () => {
    const result = calibrateWeights({
      weights: WEIGHTS,
      margins: [SEX, AGE, PLACE],
      trim: { low: 0.97, high: 1.03 },
    });
    expect(result.converged).toBe(false);
    expect(result.reason).toMatch(
      /^"age" = "old": 55 respondents stand for 1500 clients, 27\.27 each, which is outside the bounds 23\.30 to 24\.74/,
    );
  });
});
