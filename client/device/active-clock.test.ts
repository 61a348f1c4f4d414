import { expect, it } from 'vitest';
import { startActiveClock } from './active-clock.ts';

it('counts while it is looked at, on from where it stopped', () => {
  let now = 100;
  const clock = startActiveClock(5000, () => now);
  now += 40;
  clock.pause();
  now += 1000;
  expect(clock.activeMs()).toBe(5040);
  clock.resume();
  clock.resume();
  now += 2;
  expect(clock.activeMs()).toBe(5042);
});
