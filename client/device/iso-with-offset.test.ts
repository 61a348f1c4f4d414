import { expect, it } from 'vitest';
import { isoWithOffset } from './iso-with-offset.ts';

it.each([
  [330, '2026-05-01T14:03:09.120+05:30'],
  [-240, '2026-05-01T04:33:09.120-04:00'],
  [0, '2026-05-01T08:33:09.120+00:00'],
])('writes local time with an offset of %i minutes', (offset, expected) => {
  const text = isoWithOffset(Date.UTC(2026, 4, 1, 8, 33, 9, 120), offset);
  expect(text).toBe(expected);
  expect(Date.parse(text)).toBe(Date.UTC(2026, 4, 1, 8, 33, 9, 120));
});
