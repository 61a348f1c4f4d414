import { expect, it } from 'vitest';
import { LONGEST_WAIT_MS, retryDelayMs } from './retry-delay.ts';

it('doubles from five seconds up to a quarter of an hour', () => {
  expect([1, 2, 3, 4].map((attempts) => retryDelayMs(attempts, 0.5))).toEqual([5000, 10_000, 20_000, 40_000]);
  expect(retryDelayMs(50, 0.5)).toBe(900_000);
});

it('spreads by half to either side, and never beyond the longest honest wait', () => {
  expect(retryDelayMs(1, 0)).toBe(2500);
  expect(retryDelayMs(99, 0.999)).toBeLessThanOrEqual(LONGEST_WAIT_MS);
});
