import { describe, expect, test } from 'vitest';
import { createDesign } from '../design/create-design.ts';
import { encode } from '../tabulate/encode.ts';
import { designWeights } from './design-weights.ts';
import { estimateCalibrated, type CalibratedEstimate } from './estimate-calibrated.ts';
import type { Margin } from './margin.ts';
import { rake } from './rake.ts';
import { AGE, marginOf, PLACE, reference, SEX, SEX_AND_AGE, WEIGHTS } from './test-reference.ts';

const { data } = reference;
const numbers = (values: readonly (number | null)[]): Float64Array =>
  Float64Array.from(values, (value) => value ?? Number.NaN);
const places = (values: readonly number[]): Uint32Array =>
  Uint32Array.from(encode(values.map(String)).indices);

const SIZE = WEIGHTS.length;
const FULL = createDesign({
  size: SIZE,
  weights: WEIGHTS,
  strata: places(data.stratum),
  psu: places(data.psu),
  fpc: numbers(data.fpc),
});
const CLUSTERED = createDesign({ size: SIZE, strata: places(data.stratum), psu: places(data.psu) });
const PLAIN = createDesign({ size: SIZE, weights: WEIGHTS });
const ONES = new Float64Array(SIZE).fill(1);
const COLUMNS = {
  score: numbers(data.score),
  loan: numbers(data.loan),
  rural: Float64Array.from(data.place, (place) => Number(place === 'rural')),
  town: Float64Array.from(data.place, (place) => Number(place === 'town')),
};

function expectRelative(found: number | null, expected: number, relative: number): void {
  expect(found).not.toBeNull();
  expect(Math.abs((found ?? 0) - expected)).toBeLessThanOrEqual(relative * Math.abs(expected));
}

function expectFigures(
  found: CalibratedEstimate,
  mean: { estimate: number; standardError: number },
  total: { estimate: number; standardError: number },
  relative: number,
): void {
  expectRelative(found.mean.estimate, mean.estimate, relative);
  expectRelative(found.mean.standardError, mean.standardError, relative);
  expectRelative(found.total.estimate, total.estimate, relative);
  expectRelative(found.total.standardError, total.standardError, relative);
}

const RAKE = null;

describe('calibrated means, totals and standard errors match R', () => {
  test.each([
    ['postStratify', FULL, WEIGHTS, [SEX], WEIGHTS, reference.postStratified, 1e-10],
    [
      'postStratify, two variables',
      FULL,
      WEIGHTS,
      [SEX_AND_AGE],
      WEIGHTS,
      reference.postStratifiedJointly,
      1e-10,
    ],
    ['rake', FULL, WEIGHTS, [SEX, AGE, PLACE], RAKE, reference.raked, 1e-8],
    ['rake, a joint margin', FULL, WEIGHTS, [SEX_AND_AGE, PLACE], RAKE, reference.rakedJointly, 1e-8],
    [
      'rake, no strata or clusters',
      PLAIN,
      WEIGHTS,
      [SEX, AGE, PLACE],
      RAKE,
      reference.rakedWithoutDesign,
      1e-8,
    ],
    ['rake, equal weights', CLUSTERED, ONES, [SEX, AGE], RAKE, reference.rakedFromEqualWeights, 1e-8],
    ['rake is calibrate then', CLUSTERED, ONES, [SEX, AGE], ONES, reference.rakedFromEqualWeights, 1e-8],
    ['calibrate(calfun = "raking")', FULL, WEIGHTS, [SEX, AGE, PLACE], WEIGHTS, reference.calibrated, 1e-8],
  ] as const)('%s', (_, design, start, margins, baseWeights, expected, relative) => {
    const { weights } = rake({ weights: start, margins });
    const estimate = (values: Float64Array): CalibratedEstimate =>
      estimateCalibrated({ design, values, weights, margins, baseWeights, confidence: 0.95 });
    const score = estimate(COLUMNS.score);
    expectFigures(score, expected.score, expected.scoreTotal, relative);
    expect(score.degreesOfFreedom).toBe(expected.degreesOfFreedom);
    expectFigures(estimate(COLUMNS.loan), expected.loan, expected.loanTotal, relative);
    if (margins.some((margin: Margin) => margin === PLACE)) return;
    const shares = { estimate: expected.place.estimate, error: expected.place.standardError };
    const totals = { estimate: expected.placeTotal.estimate, error: expected.placeTotal.standardError };
    [COLUMNS.rural, COLUMNS.town].forEach((column, place) => {
      expectFigures(
        estimate(column),
        { estimate: shares.estimate[place]!, standardError: shares.error[place]! },
        { estimate: totals.estimate[place]!, standardError: totals.error[place]! },
        relative,
      );
    });
  });

  test('intervals as confint and svyciprop(method = "logit")', () => {
    const { weights } = rake({ weights: WEIGHTS, margins: [SEX] });
    const intervalOf = (values: Float64Array, confidence: number, isShare: boolean) =>
      estimateCalibrated({
        ...{ design: FULL, values, weights, margins: [SEX], baseWeights: WEIGHTS, confidence, isShare },
      }).mean.interval;
    const { score, score90, rural } = reference.intervals;
    for (const [found, expected] of [
      [intervalOf(COLUMNS.score, 0.95, false), score],
      [intervalOf(COLUMNS.score, 0.9, false), score90],
      [intervalOf(COLUMNS.rural, 0.95, true), rural],
    ] as const) {
      expectRelative(found?.[0] ?? null, expected[0]!, 1e-9);
      expectRelative(found?.[1] ?? null, expected[1]!, 1e-9);
    }
  });

  test('what a margin fixes does not vary', () => {
    const margins = [SEX, AGE, PLACE];
    const { weights } = rake({ weights: WEIGHTS, margins });
    const { mean } = estimateCalibrated({
      ...{ design: FULL, values: COLUMNS.rural, weights, margins, baseWeights: WEIGHTS, confidence: 0.95 },
    });
    expect(mean.estimate).toBeCloseTo(4500 / 8000, 9);
    expect(mean.standardError).toBeLessThan(1e-12);
  });

  test('weights from a frame, with its sizes as finite population', () => {
    const names = ['1', '2', '3', '4'];
    const frame = names.map((name, place) => ({ name, count: [1800, 2500, 1200, 2500][place]! }));
    const strata = places(data.stratum);
    const { weights, frameCounts } = designWeights(strata, names, frame);
    weights.forEach((weight, row) => {
      expectRelative(weight, reference.frame.weights[row]!, 1e-13);
      expectRelative(weight, reference.frame.rWeights[row]!, 1e-13);
    });
    const design = createDesign({ size: SIZE, weights, strata, fpc: frameCounts });
    const { score, scoreTotal } = reference.frame;
    const found = estimateCalibrated({
      ...{ design, values: COLUMNS.score, weights, margins: [], baseWeights: weights, confidence: 0.95 },
    });
    expectFigures(found, score, scoreTotal, 1e-10);
  });
});

describe('apiclus1, as METHODS has it', () => {
  const api = reference.apiclus1;
  const weights = Float64Array.from(api.data.pw);
  const design = createDesign({
    size: weights.length,
    weights,
    psu: places(api.data.dnum),
    fpc: Float64Array.from(api.data.fpc),
  });
  const TYPES = marginOf('stype', api.data.stype, { E: 4421, H: 755, M: 1018 });
  const WIDE = marginOf('sch.wide', api.data['sch.wide'], { No: 1072, Yes: 5122 });
  const estimate = (margins: readonly Margin[], baseWeights: Float64Array | null) =>
    estimateCalibrated({
      design,
      values: Float64Array.from(api.data.api00),
      weights: rake({ weights, margins }).weights,
      margins,
      baseWeights,
      confidence: 0.95,
    }).mean;

  test('post-stratified', () => {
    const { estimate: mean, standardError } = estimate([TYPES], weights);
    expectRelative(mean, api.postStratified.estimate, 1e-10);
    expectRelative(standardError, api.postStratified.standardError, 1e-10);
    expect(mean?.toFixed(5)).toBe('642.31079');
    expect(standardError?.toFixed(5)).toBe('23.92049');
  });

  test.each([
    ['as calibrate', weights],
    ['as rake', null],
  ])('raked, %s: the weights are equal, so the variants agree', (_, baseWeights) => {
    const { estimate: mean, standardError } = estimate([TYPES, WIDE], baseWeights);
    expectRelative(mean, api.raked.estimate, 1e-10);
    expectRelative(standardError, api.raked.standardError, 1e-10);
    // R's default stops once no cell moves by 1 client, so it has not quite met the margins.
    expectRelative(mean, 641.23025, 1e-6);
    expectRelative(standardError, 23.70364, 1e-6);
  });
});

describe('what cannot be computed', () => {
  const weights = Float64Array.of(1, 2, 3, 4);
  const request = { weights, margins: [], baseWeights: weights, confidence: 0.95 };
  const design = createDesign({ size: 4, weights });

  test('nobody has a value', () => {
    const found = estimateCalibrated({ ...request, design, values: new Float64Array(4).fill(Number.NaN) });
    expect(found).toMatchObject({
      respondents: 0,
      mean: { estimate: null },
      reason: 'No respondent has a value.',
    });
  });

  test('all in one PSU', () => {
    const one = createDesign({ size: 4, weights, psu: new Uint32Array(4) });
    const found = estimateCalibrated({ ...request, design: one, values: Float64Array.of(1, 2, 3, 4) });
    expect(found.mean.estimate).toBe(3);
    expect(found.mean.interval).toBeNull();
    expect(found.reason).toMatch(/\w/);
  });

  test('a share that is all or nothing has no interval', () => {
    const found = estimateCalibrated({
      ...request,
      design,
      values: Float64Array.of(1, 1, 1, 1),
      isShare: true,
    });
    expect(found.mean).toEqual({ estimate: 1, standardError: 0, interval: null });
    expect(found.reason).toMatch(/same/);
  });
});
