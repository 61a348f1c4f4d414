import { expect, test } from 'vitest';
import { createRandom } from './create-random.ts';

test('gives the same numbers for the same seed and others for another', () => {
  const draw = (seed: number): number[] => {
    const random = createRandom(seed);
    return Array.from({ length: 1000 }, () => random.next());
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)[0]).not.toBe(draw(8)[0]);
});

test('is uniform on [0, 1): each tenth of the range gets its tenth of 100,000 draws', () => {
  const random = createRandom(42);
  const tenths = new Array<number>(10).fill(0);
  for (let i = 0; i < 100_000; i++) {
    const u = random.next();
    expect(u >= 0 && u < 1).toBe(true);
    const bin = Math.floor(u * 10);
    tenths[bin] = (tenths[bin] ?? 0) + 1;
  }
  // Chi-square with 9 df; 27.88 is its 99.9th percentile.
  const chiSquare = tenths.reduce((sum, n) => sum + (n - 10_000) ** 2 / 10_000, 0);
  expect(chiSquare).toBeLessThan(27.88);
});
