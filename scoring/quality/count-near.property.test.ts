import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countNear } from './count-near.ts';
import { distanceM } from './distance-m.ts';
import type { MeasuredPlace } from './quality-record.ts';

const LARGEST_M = 40;
const place = fc.option(
  fc.record({
    latitude: fc.double({ min: 22.57, max: 22.571, noNaN: true }),
    longitude: fc.double({ min: 88.36, max: 88.361, noNaN: true }),
    accuracyM: fc.integer({ min: 0, max: 60 }),
  }),
);

/** Every pair, one by one. */
const byAllPairs = (places: readonly (MeasuredPlace | null)[]): (number | null)[] =>
  places.map((one, index) => {
    if (one === null || one.accuracyM > LARGEST_M) return null;
    return places.filter(
      (other, place) =>
        place !== index &&
        other !== null &&
        other.accuracyM <= LARGEST_M &&
        distanceM(one, other) <= Math.min(one.accuracyM, other.accuracyM),
    ).length;
  });

it('finds in cells what comparing every pair finds', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 60 }), (places) => {
      expect(countNear(places, LARGEST_M, Infinity)).toEqual(byAllPairs(places));
    }),
  );
});

it('stops counting at the limit', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 60 }), fc.integer({ min: 1, max: 5 }), (places, limit) => {
      const counted = byAllPairs(places).map((count) => (count === null ? null : Math.min(count, limit)));
      expect(countNear(places, LARGEST_M, limit)).toEqual(counted);
    }),
  );
});
