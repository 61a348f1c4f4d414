import { expect, it } from 'vitest';
import { locationSchema } from '../../contracts/location.ts';
import { readLocation } from './read-location.ts';

const now = () => '2026-05-01T09:00:00+05:30';
const sensor = (getCurrentPosition: Geolocation['getCurrentPosition']): Geolocation => ({
  getCurrentPosition,
  watchPosition: () => 0,
  clearWatch: () => undefined,
});

it('gives the place with its accuracy', async () => {
  const coords = {
    latitude: 22.572_645_999,
    longitude: 88.363_892_1,
    accuracy: 12.3,
  } as GeolocationCoordinates;
  const found = await readLocation(
    sensor((take) => {
      take({ coords, timestamp: 0 } as GeolocationPosition);
    }),
    now,
  );
  expect(locationSchema.parse(found)).toEqual({
    latitude: 22.572646,
    longitude: 88.363892,
    accuracyM: 13,
    at: now(),
  });
});

it.each([
  [1, 'denied'],
  [2, 'unavailable'],
  [3, 'timeout'],
])('says why there is none: %i is %s', async (code, reason) => {
  const refused = sensor((_take, refuse) => {
    refuse?.({ code, message: '' } as GeolocationPositionError);
  });
  expect(await readLocation(refused, now)).toEqual({ reason, at: now() });
});

it('says so where there is no sensor at all', async () => {
  expect(await readLocation(undefined, now)).toEqual({ reason: 'unsupported', at: now() });
});
