import { describe, expect, test } from 'vitest';
import reference from '../reference/intervals.json' with { type: 'json' };
import { clopperPearsonInterval } from './clopper-pearson-interval.ts';
import { normalQuantile } from './normal-quantile.ts';
import { proportionInterval, type IntervalMethod } from './proportion-interval.ts';
import { tQuantile } from './t-quantile.ts';
import { wilsonInterval } from './wilson-interval.ts';

const plain = {
  variance: 0,
  degreesOfFreedom: 49,
  respondents: 50,
  effectiveBase: 50,
  isPlain: true,
  confidence: 0.95,
};
const closeTo = (value: number) => expect.closeTo(value, 12) as number;

/** 15 of 50 under a design with twice the variance of a simple sample. */
const clustered = {
  ...plain,
  proportion: 0.3,
  variance: (2 * 0.3 * 0.7) / 49,
  degreesOfFreedom: 8,
  effectiveBase: 40,
  isPlain: false,
};

test.each(reference.cases)(
  '$method of $count in $size at $confidence, as statsmodels',
  ({ count, size, confidence, method, interval }) => {
    const found = proportionInterval({
      ...plain,
      proportion: count / size,
      respondents: size,
      effectiveBase: size,
      method: method as IntervalMethod,
      confidence,
    });
    expect(found.interval).not.toBeNull();
    interval.forEach((end, place) => {
      // statsmodels lets the ends of Agresti and Coull's interval pass 0 and 1.
      const expected = Math.min(1, Math.max(0, end));
      expect(Math.abs(found.interval![place]! - expected)).toBeLessThanOrEqual(1e-10 * expected + 1e-15);
    });
  },
);

describe('under a design', () => {
  test('Wilson on the effective size, with t of the design’s degrees of freedom', () => {
    const found = proportionInterval({ ...clustered, method: 'wilson' });
    const shrink = (normalQuantile(0.975) / tQuantile(0.975, 8)) ** 2;
    const [low, high] = wilsonInterval(0.3, 24.5 * shrink, 0.95);
    expect(found).toMatchObject({ method: 'wilson', interval: [closeTo(low), closeTo(high)] });
  });

  test('what is for plain counts only is refused with the way out', () => {
    for (const method of ['clopper-pearson', 'agresti-coull'] as const)
      expect(proportionInterval({ ...clustered, method })).toEqual({
        interval: null,
        reason: expect.stringContaining('use korn-graubard, logit or wilson') as string,
      });
  });

  test('no degrees of freedom, no interval', () => {
    for (const method of ['logit', 'wilson', 'korn-graubard'] as const)
      expect(proportionInterval({ ...clustered, degreesOfFreedom: 0, method })).toMatchObject({
        interval: null,
        reason: expect.stringContaining('degrees of freedom') as string,
      });
  });
});

describe('a proportion of 0 or 1', () => {
  test.each([0, 1])('%d: never a point, whatever the method', (proportion) => {
    for (const method of ['logit', 'wilson', 'korn-graubard'] as const) {
      const { interval } = proportionInterval({ ...clustered, proportion, variance: 0, method });
      expect(interval![0]).toBe(proportion === 0 ? 0 : interval![0]);
      expect(interval![1]).toBe(proportion === 1 ? 1 : interval![1]);
      expect(interval![1] - interval![0]).toBeGreaterThan(0.05);
    }
  });

  test('logit falls back on Korn–Graubard on Kish’s effective base, and says so', () => {
    const found = proportionInterval({ ...clustered, proportion: 0, variance: 0, method: 'logit' });
    const widen = (tQuantile(0.975, 49) / tQuantile(0.975, 8)) ** 2;
    expect(found).toEqual({
      interval: clopperPearsonInterval(0, 40 * widen, 0.95),
      method: 'korn-graubard',
      reason: expect.stringContaining('logit') as string,
    });
  });

  test('a share between 0 and 1 that does not vary between PSUs has an interval too', () => {
    const found = proportionInterval({ ...clustered, variance: 1e-20, method: 'korn-graubard' });
    expect(found.interval![1] - found.interval![0]).toBeGreaterThan(0.05);
  });

  test('a census is certain', () => {
    const found = proportionInterval({
      ...clustered,
      proportion: 0,
      variance: 0,
      isCensus: true,
      method: 'logit',
    });
    expect(found).toEqual({ interval: [0, 0], method: 'census' });
  });
});
