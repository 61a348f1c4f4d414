import { describe, expect, test } from 'vitest';
import reference from '../reference/reliability.json' with { type: 'json' };
import { mcdonaldOmega } from './mcdonald-omega.ts';
import { oneFactor } from './one-factor.ts';
import { reliability, type Reliability } from './reliability.ts';
import { RESPONSE_STATES, type ScaleItem } from './scale-item.ts';

const ANSWERED = RESPONSE_STATES.indexOf('answered');
const UNANSWERED = RESPONSE_STATES.indexOf('unanswered');

function itemsOf(
  data: Readonly<Record<string, readonly (number | null)[]>>,
  names = Object.keys(data),
): ScaleItem[] {
  return names.map((name) => ({
    name,
    label: name,
    values: Float64Array.from(data[name]!, (value) => value ?? Number.NaN),
    states: Uint8Array.from(data[name]!, (value) => (value === null ? UNANSWERED : ANSWERED)),
    range: null,
  }));
}

const near = (found: number | null, expected: number, relative = 1e-10): void => {
  expect(found).not.toBeNull();
  expect(Math.abs((found ?? 0) - expected)).toBeLessThanOrEqual(relative * Math.abs(expected));
};

interface Expected {
  readonly alpha: number;
  readonly standardizedAlpha: number;
  readonly meanInterItem: number;
  readonly interval: readonly number[];
  readonly itemRest: readonly number[];
  readonly alphaIfDropped: readonly number[];
  readonly means: readonly number[];
  readonly standardDeviations: readonly number[];
  readonly omega: number;
  readonly loadings: readonly number[];
  readonly n: number;
}

function expectScale(found: Reliability, expected: Expected): void {
  expect(found.complete).toBe(expected.n);
  near(found.alpha, expected.alpha);
  near(found.standardizedAlpha, expected.standardizedAlpha);
  near(found.meanInterItemCorrelation, expected.meanInterItem);
  near(found.alphaInterval?.[0] ?? null, expected.interval[0]!);
  near(found.alphaInterval?.[1] ?? null, expected.interval[1]!);
  near(found.omega, expected.omega, 1e-6);
  found.items.forEach((item, place) => {
    near(item.itemRest, expected.itemRest[place]!);
    near(item.alphaIfDropped, expected.alphaIfDropped[place]!);
    near(item.mean, expected.means[place]!);
    near(item.standardDeviation, expected.standardDeviations[place]!);
    near(Math.abs(item.loading ?? 0), expected.loadings[place]!, 1e-5);
  });
}

const { attitude, synthetic } = reference;
const weights = Float64Array.from(synthetic.weight);
const FOUR = ['a', 'b', 'c', 'd'];

/** R leaves out who has a gap on any of the five items, also from the scale of four. */
const complete = Uint8Array.from(synthetic.weight, (_, row) =>
  Number(Object.values(synthetic.data).every((column) => column[row] !== null)),
);

describe('as psych::alpha, factanal and survey::svycralpha', () => {
  test('the attitude data of R', () => {
    const found = reliability({ items: itemsOf(attitude.data), weights: null, confidence: 0.95 });
    expectScale(found, attitude);
    near(found.alpha, 0.8431428, 1e-7);
    near(found.omega, 0.8405447, 1e-6);
    expect(found.items.map(({ itemRest }) => itemRest?.toFixed(4))).toEqual(
      ['.6713', '.7421', '.5607', '.7144', '.7863', '.2650', '.4608'].map((text) => `0${text}`),
    );
    expect(found.warnings).toEqual([]);
  });

  test('a scale of three items, where the factor is just identified', () => {
    const items = itemsOf(attitude.data).slice(0, 3);
    near(reliability({ items, weights: null, confidence: 0.95 }).alpha, attitude.twoItems);
  });

  test('answers with gaps, one item the other way round', () => {
    const found = reliability({ items: itemsOf(synthetic.data), weights: null, confidence: 0.95 });
    expectScale(found, synthetic.five);
    expect(found.warnings).toEqual([expect.stringMatching(/^"e" runs against the other items .*-0\.16/)]);
    found.items.forEach((item, place) => {
      near(item.missingShare, synthetic.missingShare[place]!);
      near(item.floor, synthetic.floor[place]!);
      near(item.ceiling, synthetic.ceiling[place]!);
      expect(item.answered + item.unanswered).toBe(240);
    });
  });

  test('the same with weights', () => {
    const found = reliability({ items: itemsOf(synthetic.data), weights, confidence: 0.95 });
    expectScale(found, synthetic.fiveWeighted);
    near(found.alpha, synthetic.fiveWeighted.surveyAlpha);
    near(found.effectiveBase, synthetic.fiveWeighted.effectiveBase);
    found.items.forEach((item, place) => {
      near(item.weightedMissingShare, synthetic.weightedMissingShare[place]!);
      near(item.floor, synthetic.weightedFloor[place]!);
      near(item.ceiling, synthetic.weightedCeiling[place]!);
    });
  });

  test('without the item that runs the other way, plain and weighted; weight 0 leaves out', () => {
    const items = itemsOf(synthetic.data, FOUR);
    const plain = Float64Array.from(complete);
    expectScale(reliability({ items, weights: plain, confidence: 0.95 }), synthetic.four);
    const weighed = weights.map((weight, row) => weight * complete[row]!);
    expectScale(reliability({ items, weights: weighed, confidence: 0.95 }), synthetic.fourWeighted);
  });
});

describe('what cannot be computed has a reason', () => {
  const ask = (data: Readonly<Record<string, readonly (number | null)[]>>): Reliability =>
    reliability({ items: itemsOf(data), weights: null, confidence: 0.95 });

  test.each([
    ['one item', { a: [1, 2, 3, 4] }, /at least two items/],
    ['a constant item', { a: [1, 2, 3, 4], b: [2, 2, 2, 2] }, /"b" is the same for all/],
    ['too few complete', { a: [1, 2, null, 4], b: [2, 1, 3, null] }, /Only 2 respondents .* at least 3/],
    ['nobody', { a: [null, null], b: [null, 1] }, /Only 0 respondents/],
    ['items that cancel out', { a: [1, 2, 3, 4], b: [4, 3, 2, 1] }, /does not vary/],
  ])('%s', (_, data, reason) => {
    const found = ask(data);
    expect(found.alpha).toBeNull();
    expect(found.omega).toBeNull();
    expect(found.reason).toMatch(reason);
    expect(JSON.stringify(found)).not.toContain('NaN');
  });

  test('two items have alpha but no omega, and none of them can be dropped', () => {
    const found = ask({ a: [1, 2, 3, 4, 4], b: [1, 3, 2, 4, 3] });
    expect(found.alpha).toBeGreaterThan(0.5);
    expect(found.omega).toBeNull();
    expect(found.omegaReason).toMatch(/fewer than three items/);
    expect(found.items.map(({ alphaIfDropped }) => alphaIfDropped)).toEqual([null, null]);
  });

  test('items that say the same twice', () => {
    const a = [1, 2, 3, 4, 4, 1, 2];
    const found = ask({ a, b: a, c: [1, 3, 2, 4, 3, 2, 2] });
    expect(found.alpha).toBeGreaterThan(0.8);
    expect(found.omegaReason).toMatch(/determine each other/);
  });
});

test('a Heywood case ends at the bound, as in factanal', () => {
  const { correlation, uniquenesses, loadings, omega } = reference.heywood;
  const fit = oneFactor(Float64Array.from(correlation.flat()), 4);
  if ('reason' in fit) throw new Error(fit.reason);
  expect(fit.isAtBound).toBe(true);
  uniquenesses.forEach((value, item) => near(fit.uniquenesses[item]!, value, 1e-6));
  loadings.forEach((value, item) => near(fit.loadings[item]!, value, 1e-6));
  near(mcdonaldOmega(fit), omega, 1e-6);
});
