import { expect, it } from 'vitest';
import { SIGN_IN_LIMITS, waitAfter } from './sign-in-limits.ts';

it('lets a few go, then doubles the wait up to its longest, and never further', () => {
  const limit = { free: 5, firstWaitMs: 15_000, longestWaitMs: 900_000 };
  expect([0, 4, 5, 6, 7, 11, 5000].map((failures) => waitAfter(failures, limit))).toEqual([
    0, 0, 15_000, 30_000, 60_000, 900_000, 900_000,
  ]);
});

it('keeps the owner of an account out for a minute at most, however many guess from elsewhere', () => {
  const account = SIGN_IN_LIMITS.find((limit) => limit.of === 'account');
  expect(account && waitAfter(1e9, account)).toBe(60_000);
});
