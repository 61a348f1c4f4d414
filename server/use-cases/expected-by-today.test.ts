import { expect, it } from 'vitest';
import { expectedByToday } from './expected-by-today.ts';

const TARGET = { interviews: 100, startsOn: '2026-02-25', endsOn: '2026-03-06' };

it.each([
  ['2026-02-24', 0],
  ['2026-02-25', 10],
  ['2026-03-01', 50],
  ['2026-03-06', 100],
  ['2027-01-01', 100],
])('expects on %s of ten days, the end of February among them, %i of 100', (today, expected) => {
  expect(expectedByToday(TARGET, today)).toBe(expected);
});

it('expects everything on a single day', () => {
  expect(expectedByToday({ ...TARGET, endsOn: TARGET.startsOn }, TARGET.startsOn)).toBe(100);
});
