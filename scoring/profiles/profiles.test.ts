import { describe, expect, test } from 'vitest';
import reference from '../reference/profiles.json';
import { profileCategorical } from './profile-categorical.ts';
import { profileNumeric } from './profile-numeric.ts';

const segments = Uint16Array.from(reference.segment);
const values = Float64Array.from(reference.value, (value) => value ?? Number.NaN);
const codes = Uint16Array.from(reference.code);
const ones = new Float64Array(segments.length).fill(1);
const weights = Float64Array.from(reference.weight);
const near = (actual: number | null, expected: number) =>
  expect(Math.abs(actual! - expected)).toBeLessThan(1e-9 * Math.max(1, Math.abs(expected)));

describe('against statsmodels and scipy', () => {
  test('numbers: means, Cohen’s d against the rest, eta²', () => {
    const profile = profileNumeric(values, segments, 4, ones);
    near(profile.etaSquared, reference.plain.etaSquared);
    const df = values.filter((value) => !Number.isNaN(value)).length - 2;
    reference.plain.numeric.forEach((expected, segment) => {
      const own = profile.segments[segment]!;
      near(own.mean, expected.mean);
      near(own.restMean, expected.restMean);
      near(own.cohensD, expected.cohensD);
      near(own.hedgesG, expected.cohensD * (1 - 3 / (4 * df - 1)));
    });
  });
  test.each([
    ['plain', ones, reference.plain],
    ['weighted, as rows repeated', weights, reference.repeated],
  ] as const)('answers: Cramér’s V, odds ratio, Cohen’s h, difference (%s)', (_name, own, expected) => {
    const profile = profileCategorical(codes, 3, segments, 4, own);
    near(profile.cramersV, expected.cramersV);
    expected.categorical.forEach((categories, segment) =>
      categories.forEach((category, code) => {
        const found = profile.segments[segment]![code]!;
        near(found.oddsRatio, category.oddsRatio);
        near(found.cohensH, category.cohensH);
        near(found.difference, category.difference);
      }),
    );
  });
  test('weighted numbers: means and eta² are those of rows repeated', () => {
    const profile = profileNumeric(values, segments, 4, weights);
    near(profile.etaSquared, reference.repeated.etaSquared);
    reference.repeated.numeric.forEach((expected, segment) => {
      near(profile.segments[segment]!.mean, expected.mean);
      near(profile.segments[segment]!.restMean, expected.restMean);
    });
  });
});

describe('what cannot be computed is null with a reason', () => {
  test('a constant number, an empty segment, one segment only', () => {
    const constant = profileNumeric(Float64Array.of(5, 5, 5), Uint16Array.of(0, 1, 1), 3, ones.slice(0, 3));
    expect(constant.etaSquared).toBeNull();
    expect(constant.segments[0]).toMatchObject({ mean: 5, cohensD: null });
    expect(constant.segments[2]).toMatchObject({ respondents: 0, mean: null });
    const alone = profileNumeric(Float64Array.of(1, 2, 3), Uint16Array.of(0, 0, 0), 1, ones.slice(0, 3));
    expect(alone).toMatchObject({ etaSquared: null, segments: [{ mean: 2, restMean: null }] });
  });
  test('an answer everybody in the segment gives has no odds ratio', () => {
    const profile = profileCategorical(Uint16Array.of(0, 0, 1, 0), 2, Uint16Array.of(0, 0, 1, 1), 2, ones.slice(0, 4)); // prettier-ignore
    expect(profile.segments[0]![0]).toMatchObject({ share: 1, restShare: 0.5, oddsRatio: null });
    expect(profile.segments[0]![0]!.reason).toMatch(/everybody/);
  });
  test('everybody missing', () => {
    const profile = profileCategorical(Uint16Array.of(65535, 65535), 2, Uint16Array.of(0, 1), 2, ones.slice(0, 2)); // prettier-ignore
    expect(profile).toMatchObject({ cramersV: null, segments: [null, null] });
  });
});
