import { describe, expect, test } from 'vitest';
import reference from '../reference/distributions.json' with { type: 'json' };
import { betaQuantile } from './beta-quantile.ts';
import { normalQuantile } from './normal-quantile.ts';
import { normalUpperTail } from './normal-upper-tail.ts';
import { tQuantile } from './t-quantile.ts';
import { tUpperTail } from './t-upper-tail.ts';

/** Relative to what R 4.2 gives; values below the smallest normal number count as equal. */
function expectRelative(found: number, expected: number): void {
  const slack = 1e-10 * Math.abs(expected) + 1e-300;
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(slack);
}

describe('quantiles and tails match R', () => {
  test('normal', () => {
    reference.p.forEach((p, place) => expectRelative(normalQuantile(p), reference.qnorm[place]!));
    reference.x.forEach((x, place) => expectRelative(normalUpperTail(x), reference.pnorm[place]!));
  });

  test.each(Object.entries(reference.qt))('quantiles of t with %s degrees of freedom', (df, expected) => {
    expected.forEach((t, place) => expectRelative(tQuantile(reference.p[place]!, Number(df)), t));
  });

  test.each(Object.entries(reference.pt))('tails of t with %s degrees of freedom', (df, expected) => {
    expected.forEach((tail, place) => expectRelative(tUpperTail(reference.x[place]!, Number(df)), tail));
  });

  test('beta', () => {
    for (const [p, a, b, x] of reference.beta) expectRelative(betaQuantile(p!, a!, b!), x!);
  });
});
