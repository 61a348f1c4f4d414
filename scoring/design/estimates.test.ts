import { describe, expect, test } from 'vitest';
import reference from '../reference/design.json' with { type: 'json' };
import type { IntervalMethod } from '../statistics/proportion-interval.ts';
import { createDesign } from './create-design.ts';
import { estimateMean } from './estimate-mean.ts';
import { estimateProportions } from './estimate-proportions.ts';
import { estimateQuantiles } from './estimate-quantiles.ts';
import { estimateTotal } from './estimate-total.ts';
import { referenceCases, referenceDesign, relativeError } from './test-designs.ts';

const confidence = 0.95;
const expectClose = (found: ArrayLike<number | null>, expected: ArrayLike<number | null>) => {
  const missing = (list: ArrayLike<number | null>) => Array.from(list, (value) => value === null);
  expect(missing(found)).toEqual(missing(expected));
  const numbers = (list: ArrayLike<number | null>) => Array.from(list).filter((value) => value !== null);
  expect(relativeError(numbers(found), numbers(expected))).toBeLessThan(1e-8);
};

describe.each(referenceCases())('as R: $name', ({ design, inDomain, a, y, expected }) => {
  const options = { confidence, inDomain };

  test('mean, standard error, t interval, design effect', () => {
    const { mean, standardError, interval, base, degreesOfFreedom, designEffect, designEffectMethod } =
      estimateMean(design, y, options);
    expectClose([mean, standardError, ...interval!], [expected.y.mean, expected.y.se, ...expected.y.ci]);
    expect([base.unweighted, degreesOfFreedom]).toEqual([expected.y.n, expected.y.df]);
    const isScaled = expected.y.deff === null;
    expectClose([designEffect], [isScaled ? expected.y.deffReplace : expected.y.deff]);
    expect(designEffectMethod).toBe(isScaled ? 'with replacement' : 'without replacement');
  });

  test('total, with the normal and the t interval', () => {
    const { estimate, standardError, interval, intervalT } = estimateTotal(design, y, options);
    expectClose([estimate, standardError], [expected.y.total, expected.y.totalSe]);
    expectClose(interval!, expected.y.totalNormal);
    expectClose(intervalT!, expected.y.totalT);
  });

  test('quantiles with Woodruff’s intervals', () => {
    const shares = [0.1, 0.25, 0.5, 0.75, 0.9];
    estimateQuantiles(design, y, shares, options).forEach(({ estimate, interval, standardError }, place) => {
      const [wanted, low, high, se] = expected.y.quantiles[place]!;
      expect(estimate).toBe(wanted);
      if (low === null || high === null) {
        expect(interval).toBeNull();
        return;
      }
      expect(interval).toEqual([low, high]);
      expectClose([standardError], [se!]);
    });
  });

  test('shares, totals and intervals of categories', () => {
    const cell = Uint16Array.from(a, (code, row) => (code === null || inDomain[row] === 0 ? 65535 : code));
    const estimate = (interval: IntervalMethod) =>
      estimateProportions(design, cell, 3, { interval, confidence });
    const { categories, base, degreesOfFreedom } = estimate('logit');
    expect([base.unweighted, degreesOfFreedom]).toEqual([expected.a.n, expected.a.df]);
    expectClose(
      categories.map(({ proportion }) => proportion),
      expected.a.share,
    );
    expectClose(
      categories.map(({ standardError }) => standardError),
      expected.a.se,
    );
    expectClose(
      categories.flatMap(({ interval }) => interval),
      expected.a.logit.flat(),
    );
    expectClose(
      categories.map(({ total }) => total.estimate),
      expected.a.total,
    );
    expectClose(
      categories.map(({ total }) => total.standardError),
      expected.a.totalSe,
    );
    expectClose(
      estimate('korn-graubard').categories.flatMap(({ interval }) => interval),
      expected.a.beta.flat(),
    );
    if (expected.a.deff[0] !== null)
      expectClose(
        categories.map(({ designEffect }) => designEffect),
        expected.a.deff,
      );
  });
});

describe('domains with too little in them', () => {
  const { design, y } = referenceDesign(['stratum', 'psu', 'fpc', 'weight']);
  const domain = (name: string) =>
    Uint8Array.from(reference.data.region, (region) => Number(region === name));

  test('a single PSU: the estimate, no uncertainty, and why', () => {
    const options = { confidence, inDomain: domain('island') };
    const found = estimateMean(design, y, options);
    expectClose([found.mean], [reference.few.island.mean]);
    const nothing = {
      standardError: null,
      interval: null,
      reason: expect.stringContaining('single PSU') as string,
    };
    expect(found).toMatchObject({ ...nothing, designEffect: null });
    expect(estimateTotal(design, y, options)).toMatchObject({ ...nothing, intervalT: null });
    expect(estimateQuantiles(design, y, [0.5], options)[0]).toMatchObject(nothing);
    const cell = Uint16Array.from(options.inDomain, (isIn, row) => (isIn === 1 ? row % 2 : 65535));
    const { categories } = estimateProportions(design, cell, 2, { interval: 'wilson', confidence });
    for (const category of categories) expect(category).toMatchObject({ ...nothing, total: nothing });
  });

  test('one PSU in each of two strata: a standard error, but no degrees of freedom for an interval', () => {
    const options = { confidence, inDomain: domain('coast') };
    const found = estimateMean(design, y, options);
    expectClose([found.mean, found.standardError], [reference.few.coast.mean, reference.few.coast.se]);
    expect(found).toMatchObject({ degreesOfFreedom: 0, interval: null });
    expect(found.reason).toContain('degrees of freedom');
    expect(estimateTotal(design, y, options)).toMatchObject({ interval: null, intervalT: null });
    expect(estimateQuantiles(design, y, [0.5], options)[0]?.reason).toContain('degrees of freedom');
  });

  test('nobody', () => {
    const options = { confidence, inDomain: domain('nowhere') };
    expect(estimateMean(design, y, options)).toMatchObject({ mean: null, standardError: null });
    expect(estimateQuantiles(design, y, [0.5], options)[0]).toMatchObject({ estimate: null, interval: null });
    const { categories } = estimateProportions(design, new Uint16Array(design.size).fill(65535), 1, {
      interval: 'logit',
      confidence,
    });
    expect(categories[0]).toMatchObject({ proportion: null, interval: null, designEffect: null });
  });
});

test('a constant has a mean and no spread: no design effect, and no NaN', () => {
  const { design } = referenceDesign(['stratum', 'psu', 'weight']);
  const found = estimateMean(design, new Float64Array(design.size).fill(0.1), { confidence });
  expect(found).toMatchObject({ mean: 0.1, standardError: 0, interval: [0.1, 0.1], designEffect: null });
  expect(found.designEffectReason).toContain('do not vary');
});

test.each([Infinity, -Infinity, 1e200])('%d is refused with its row', (value) => {
  const { design, y } = referenceDesign(['weight']);
  const values = y.slice();
  values[4] = value;
  for (const estimate of [estimateMean, estimateTotal])
    expect(() => estimate(design, values, { confidence })).toThrow(
      expect.objectContaining({ code: 'BAD_NUMBER', message: expect.stringContaining('Row 5') as string }),
    );
});

test('the largest values that are taken give finite figures', () => {
  const design = createDesign({ size: 3, weights: Float64Array.of(1e9, 1e-9, 5) });
  const values = Float64Array.of(1e120, -1e120, 3);
  const mean = estimateMean(design, values, { confidence });
  const total = estimateTotal(design, values, { confidence });
  const figures = [mean.mean, mean.standardError, mean.designEffect, total.estimate, total.standardError];
  for (const figure of [...figures, ...mean.interval!, ...total.intervalT!])
    expect(Number.isFinite(figure)).toBe(true);
});
