import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reliability, type Reliability } from './reliability.ts';
import type { ScaleItem } from './scale-item.ts';

const item = (name: string, values: readonly number[]): ScaleItem => ({
  name,
  label: name,
  values: Float64Array.from(values),
  states: new Uint8Array(values.length),
  range: null,
});

/** Items that share an ability more or less, or not at all, with gaps. */
const scales: fc.Arbitrary<ScaleItem[]> = fc
  .record({ size: fc.integer({ min: 2, max: 7 }), respondents: fc.integer({ min: 12, max: 60 }) })
  .chain(({ size, respondents }) =>
    fc
      .record({
        ability: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: respondents, maxLength: respondents }),
        loading: fc.array(fc.double({ min: -0.5, max: 2, noNaN: true }), {
          minLength: size,
          maxLength: size,
        }),
        noise: fc.array(
          fc.array(fc.integer({ min: 0, max: 9 }), { minLength: respondents, maxLength: respondents }),
          {
            minLength: size,
            maxLength: size,
          },
        ),
        gap: fc.nat(respondents - 1),
      })
      .map(({ ability, loading, noise, gap }) =>
        noise.map((own, place) =>
          item(
            `i${place}`,
            own.map((error, row) =>
              row === gap && place === 0 ? Number.NaN : Math.round(loading[place]! * ability[row]! + error),
            ),
          ),
        ),
      ),
  );

const ask = (items: readonly ScaleItem[], weights: Float64Array | null = null): Reliability =>
  reliability({ items, weights, confidence: 0.95 });

const change = (items: readonly ScaleItem[], by: (value: number, place: number) => number): ScaleItem[] =>
  items.map((one, place) => ({ ...one, values: one.values.map((value) => by(value, place)) }));

function near(found: number | null, expected: number | null, digits = 8): void {
  if (found === null || expected === null) expect(found).toBe(expected);
  else expect(found).toBeCloseTo(expected, digits);
}

test('adding a constant to items, and stretching all alike, leaves alpha and omega', () => {
  fc.assert(
    fc.property(scales, fc.integer({ min: -50, max: 50 }), (items, constant) => {
      const before = ask(items);
      const after = ask(change(items, (value, place) => 4 * (value + constant * (place + 1))));
      near(after.alpha, before.alpha);
      near(after.standardizedAlpha, before.standardizedAlpha);
      near(after.omega, before.omega, 6);
    }),
  );
});

test('the order of items and of respondents changes nothing', () => {
  fc.assert(
    fc.property(scales, (items) => {
      const before = ask(items);
      const after = ask(items.toReversed().map((one) => ({ ...one, values: one.values.toReversed() })));
      near(after.alpha, before.alpha);
      near(after.omega, before.omega, 6);
      after.items.toReversed().forEach((one, place) => {
        near(one.itemRest, before.items[place]!.itemRest);
        near(one.alphaIfDropped, before.items[place]!.alphaIfDropped);
      });
    }),
  );
});

test('equal weights are no weights; a weight of 2 is the same respondent twice', () => {
  fc.assert(
    fc.property(scales, fc.double({ min: 0.01, max: 100, noNaN: true }), (items, weight) => {
      const plain = ask(items);
      const size = items[0]!.values.length;
      const equal = ask(items, new Float64Array(size).fill(weight));
      near(equal.alpha, plain.alpha);
      near(equal.omega, plain.omega, 6);
      near(equal.items[0]!.standardDeviation, plain.items[0]!.standardDeviation, 6);
      const twice = items.map((one) => ({
        ...one,
        values: Float64Array.of(...one.values, ...one.values),
        states: new Uint8Array(2 * size),
      }));
      near(ask(items, new Float64Array(size).fill(2)).alpha, ask(twice).alpha);
    }),
  );
});

test('omega and shares are between 0 and 1, alpha at most 1, in its interval; never NaN', () => {
  fc.assert(
    fc.property(scales, (items) => {
      const found = ask(items);
      expect(
        JSON.stringify(found, (_, value: unknown) => (Number.isNaN(value) ? 'NaN' : value)),
      ).not.toContain('NaN');
      for (const share of [found.omega, found.floor, found.ceiling]) {
        expect(share ?? 0).toBeGreaterThanOrEqual(0);
        expect(share ?? 0).toBeLessThanOrEqual(1);
      }
      if (found.alpha === null) {
        expect(found.reason).toMatch(/\w/);
        return;
      }
      expect(found.alpha).toBeLessThanOrEqual(1);
      expect(found.alphaInterval![0]).toBeLessThanOrEqual(found.alpha);
      expect(found.alphaInterval![1]).toBeGreaterThanOrEqual(found.alpha);
      if (found.omega === null) expect(found.omegaReason).toMatch(/fewer than three|determine each other/);
    }),
    { numRuns: 300 },
  );
});
