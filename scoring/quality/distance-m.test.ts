import { expect, it } from 'vitest';
import { distanceM } from './distance-m.ts';

it('is known for a degree of the equator, from pole to pole, and for nothing', () => {
  const origin = { latitude: 0, longitude: 0 };
  expect(distanceM(origin, { latitude: 0, longitude: 1 })).toBeCloseTo(111_195.08, 1);
  const pole = { latitude: 90, longitude: 0 };
  expect(distanceM(pole, { latitude: -90, longitude: 0 })).toBeCloseTo(Math.PI * 6_371_008.8, 3);
  expect(distanceM(pole, pole)).toBe(0);
});

it('crosses the date line by the short way', () => {
  expect(distanceM({ latitude: 0, longitude: 179.9 }, { latitude: 0, longitude: -179.9 })).toBeCloseTo(
    22_239,
    -1,
  );
});
