import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allocateBackChecks } from './allocate-back-checks.ts';
import { drawBackChecks, type Candidate } from './draw-back-checks.ts';

const rates = fc.integer({ min: 1, max: 40 }).map((percent) => percent / 100);
const fieldwork = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 }).map((counts) =>
  counts.flatMap((count, who) =>
    Array.from({ length: count }, (_, number): Candidate => ({
      id: `${who}-${number}`,
      enumerator: `E${who}`,
      isDrawn: false,
    })),
  ),
);

it('gives the example of its documentation', () => {
  expect(allocateBackChecks([40, 22, 2], 0.15)).toEqual([6, 3, 1]);
});

it('checks everyone at least once, nobody by a whole interview more than her share, and the share in all', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1 }), rates, (interviews, rate) => {
      const numbers = allocateBackChecks(interviews, rate);
      const all = interviews.reduce((sum, count) => sum + count, 0);
      const drawn = numbers.reduce((sum, number) => sum + number, 0);
      numbers.forEach((number, who) => {
        const quota = rate * interviews[who]!;
        expect(number).toBeGreaterThanOrEqual(1);
        expect(number).toBeLessThanOrEqual(interviews[who]!);
        expect(number === 1 || Math.abs(number - quota) < 1).toBe(true);
      });
      expect(drawn).toBeGreaterThanOrEqual(Math.round(rate * all));
      if (interviews.every((count) => rate * count >= 1)) expect(drawn).toBe(Math.round(rate * all));
    }),
  );
});

it('draws the same from the same seed in any order of arrival, and nothing twice', () => {
  fc.assert(
    fc.property(fieldwork, rates, fc.nat(), (candidates, rate01, seed) => {
      const drawn = drawBackChecks({ candidates, rate01, seed });
      expect(drawBackChecks({ candidates: candidates.toReversed(), rate01, seed })).toEqual(drawn);
      const ids = new Set(drawn.flatMap((stratum) => stratum.drawn));
      const again = drawBackChecks({
        candidates: candidates.map((one) => ({ ...one, isDrawn: ids.has(one.id) })),
        rate01,
        seed: seed + 1,
      });
      expect(again.every((stratum) => stratum.drawn.length === 0)).toBe(true);
      for (const { enumerator, drawn: hers } of drawn)
        for (const id of hers) expect(id.startsWith(`${enumerator.slice(1)}-`)).toBe(true);
    }),
  );
});

it('draws each interview as often as any other of the same enumerator', () => {
  const candidates = Array.from({ length: 20 }, (_, number) => ({
    id: `i${number}`,
    enumerator: 'E',
    isDrawn: false,
  }));
  const times = new Map<string, number>();
  for (let seed = 0; seed < 4000; seed += 1)
    for (const { drawn } of drawBackChecks({ candidates, rate01: 0.15, seed }))
      for (const id of drawn) times.set(id, (times.get(id) ?? 0) + 1);
  // 3 of 20 each time; chi-square with 19 degrees of freedom, its 99.9th percentile.
  const expected = (4000 * 3) / 20;
  const chiSquare = candidates.reduce(
    (sum, { id }) => sum + ((times.get(id) ?? 0) - expected) ** 2 / expected,
    0,
  );
  expect(chiSquare).toBeLessThan(43.82);
});
