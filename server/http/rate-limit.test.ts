import { expect, it } from 'vitest';
import { createRateLimit } from './rate-limit.ts';

it('allows so many attempts per key and minute, then again', () => {
  let now = 1_000_000;
  const count = createRateLimit(2, () => new Date(now));
  count('a');
  count('a');
  expect(() => {
    count('a');
  }).toThrow(expect.objectContaining({ code: 'TOO_MANY_ATTEMPTS' }));
  count('b');
  now += 60_000;
  count('a');
});

it('does not count what is taken back, nor takes it from a later minute', () => {
  let now = 1_000_000;
  const count = createRateLimit(1, () => new Date(now));
  for (let attempt = 0; attempt < 5; attempt += 1) count('a')();
  const takeBack = count('a');
  now += 60_000;
  count('a');
  takeBack();
  expect(() => count('a')).toThrow(expect.objectContaining({ code: 'TOO_MANY_ATTEMPTS' }));
});
