import { expect, it } from 'vitest';
import { countPlaceAlerts } from './count-place-alerts.ts';

it('counts each interview once for each kind, and no other doubts or people', () => {
  const finding = (id: string, check: 'outside-area' | 'same-place' | 'clock') => ({
    ...{ id, check },
    ...{ rule: check, reason: { en: 'far' } },
  });
  const found = countPlaceAlerts(
    [
      finding('a', 'outside-area'),
      finding('a', 'outside-area'),
      finding('a', 'same-place'),
      finding('b', 'outside-area'),
      finding('c', 'clock'),
      finding('reviewed', 'same-place'),
    ],
    new Map([
      ['a', 'north'],
      ['b', 'north'],
      ['c', 'south'],
    ]),
  );
  expect([...found]).toEqual([['north', { outsideArea: 2, samePlace: 1 }]]);
});
