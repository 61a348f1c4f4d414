import { expect, it } from 'vitest';
import { timeAgo } from './time-ago.ts';

const NOON = Date.UTC(2026, 4, 1, 12);

it('says how long ago in the largest whole unit', () => {
  expect(timeAgo(NOON - 3 * 3_600_000, NOON, 'en')).toBe('3 hours ago');
  expect(timeAgo(NOON - 86_400_000, NOON, 'es')).toBe('ayer');
  expect(timeAgo(NOON - 59_000, NOON, 'en')).toBe('now');
});

it('does not promise the future when the clock ran backwards', () => {
  expect(timeAgo(NOON + 86_400_000, NOON, 'en')).toBe('now');
});
