import { describe, expect, test } from 'vitest';
import { WaymarkError } from '../../contracts/errors.ts';
import binary from '../reference/classes-binary.json';
import numpy from '../reference/classes.json';
import { answerPatterns } from './answer-patterns.ts';
import { classPosteriors } from './class-posteriors.ts';
import { fitClasses } from './fit-classes.ts';

const MISSING = 65535;
const patternsOf = (
  answers: readonly (readonly number[])[],
  categoryCounts: readonly number[],
  weights?: readonly number[],
) =>
  answerPatterns({
    items: categoryCounts.map((_, item) =>
      Uint16Array.from(answers, (row) => (row[item]! < 0 ? MISSING : row[item]!)),
    ),
    categoryCounts,
    ...(weights === undefined ? {} : { weights: Float64Array.from(weights) }),
  });
const near = (actual: number, expected: number, tolerance = 1e-6) =>
  expect(Math.abs(actual - expected) / Math.max(1e-2, Math.abs(expected))).toBeLessThan(tolerance);
const nearAll = (actual: readonly number[], expected: readonly number[], tolerance?: number) => {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, index) => near(value, expected[index]!, tolerance));
};

describe('against a plain EM in numpy: missing answers, unequal weights', () => {
  const patterns = patternsOf(numpy.answers, numpy.categories, numpy.weights);
  test.each(numpy.results)('$k classes', (expected) => {
    const fit = fitClasses({ patterns, k: expected.k, restarts: 20, seed: 1 });
    near(fit.logLikelihood, expected.logLikelihood, 1e-9);
    near(fit.bic, expected.bic, 1e-9);
    near(fit.aic, expected.aic, 1e-9);
    expect(fit.parameters).toBe(expected.parameters);
    if (expected.relativeEntropy === null) expect(fit.relativeEntropy).toBeNull();
    else near(fit.relativeEntropy!, expected.relativeEntropy);
    nearAll(fit.sizes, expected.sizes);
    fit.probabilities.forEach((classes, item) =>
      classes.forEach((shares, label) => nearAll(shares, expected.probabilities[item]![label]!)),
    );
    const posteriors = classPosteriors(patterns, fit);
    expected.posteriors.forEach((row, person) => {
      const at = patterns.patternOf[person]! * fit.k;
      nearAll([...posteriors.subarray(at, at + fit.k)], row);
    });
  });
});

describe('carcinoma: 118 slides, 7 pathologists', () => {
  const patterns = patternsOf(binary.carcinoma.answers, Array<number>(7).fill(2));
  test.each([
    [2, -317.2568],
    [3, -293.705],
    [4, -289.2858],
  ])('%i classes: the log-likelihood that poLCA prints', (k, printed) => {
    const fit = fitClasses({ patterns, k, restarts: 20, seed: 1 });
    expect(Math.abs(fit.logLikelihood - printed)).toBeLessThan(5e-5);
    expect(fit.convergence.converged).toBe(true);
    expect(fit.convergence.reachedBest).toBeGreaterThan(1);
  });
  test('three classes: the degrees of freedom and criteria that poLCA prints', () => {
    const fit = fitClasses({ patterns, k: 3, restarts: 10, seed: 1 });
    expect(fit.parameters).toBe(23);
    expect(fit.degreesOfFreedom).toBe(95);
    near(fit.aic, 633.41, 1e-6);
    near(fit.bic, 697.1357, 1e-6);
    expect(fit.boundaryEstimates).toBeGreaterThan(0);
    expect(fit.warnings.join()).toMatch(/boundary/);
  });
});

describe.each([
  ['five items', binary.two],
  ['seven items', binary.three],
])('against e1071::lca, %s', (_name, { answers, results }) => {
  const patterns = patternsOf(answers, Array<number>(answers[0]!.length).fill(2));
  test.each(results)('$k classes', (expected) => {
    const fit = fitClasses({ patterns, k: expected.k, restarts: 30, seed: 1 });
    near(fit.logLikelihood, expected.logLikelihood, 1e-8);
    expect(fit.parameters).toBe(expected.parameters);
    nearAll(fit.sizes, expected.sizes, 1e-4);
    fit.probabilities.forEach((classes, item) =>
      classes.forEach((shares, label) => near(shares[1]!, expected.yes[label]![item]!, 1e-3)),
    );
  });
});

describe('order and warnings', () => {
  const patterns = patternsOf(numpy.answers, numpy.categories, numpy.weights);
  test('with points, classes run from the least to the most', () => {
    const points = numpy.categories.map((count) => Array.from({ length: count }, (_, code) => code));
    const fit = fitClasses({ patterns, k: 3, restarts: 5, seed: 1, points });
    const expected = fit.sizes.map((_, label) =>
      fit.probabilities.reduce(
        (sum, classes) => sum + classes[label]!.reduce((mean, share, code) => mean + share * code, 0),
        0,
      ),
    );
    expect(expected).toEqual(expected.toSorted((a, b) => a - b));
  });
  test('more parameters than the answers can tell apart', () => {
    const few = patternsOf(
      [
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ],
      [2, 2],
    );
    const fit = fitClasses({ patterns: few, k: 3, restarts: 3, seed: 1 });
    expect(fit.degreesOfFreedom).toBeLessThan(0);
    expect(fit.warnings.join()).toMatch(/Not identified/);
  });
});

describe('what cannot be done says so', () => {
  const fit = (answers: number[][], counts: number[], k: number) => () =>
    fitClasses({ patterns: patternsOf(answers, counts), k, restarts: 2, seed: 1 });
  test.each([
    ['one item', [[0], [1]], [2], 2, /at least 2 items/],
    ['a constant item', [[0, 0], [1, 0], [0, -1]], [2, 2], 2, /same answer to item 2/], // prettier-ignore
    ['more classes than patterns', [[0, 0], [1, 1]], [2, 2], 3, /3 classes need at least 3/], // prettier-ignore
    ['nine classes', [[0, 0], [1, 1]], [2, 2], 9, /1 to 8 classes/], // prettier-ignore
  ] as [string, number[][], number[], number, RegExp][])('%s', (_name, answers, counts, k, message) => {
    expect(fit(answers, counts, k)).toThrow(message);
    expect(fit(answers, counts, k)).toThrow(WaymarkError);
  });
});
