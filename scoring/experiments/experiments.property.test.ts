import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adjustFamily } from './adjust-family.ts';
import { assignArms } from './assign-arms.ts';
import { interactionOfShares } from './interaction-of-shares.ts';
import { detectableShare, powerOfProportions, sampleSizeOfProportions } from './power-of-proportions.ts';
import { twoProportions } from './two-proportions.ts';

const NUMBER = { noNaN: true, noDefaultInfinity: true };

test('adjusted p-values: raw ≤ Benjamini–Hochberg ≤ Holm ≤ 1, in the order of the raw ones', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, ...NUMBER }), { minLength: 1, maxLength: 20 }), (p) => {
      const { holm, benjaminiHochberg } = adjustFamily(p);
      p.forEach((raw, place) => {
        expect(benjaminiHochberg[place]!).toBeGreaterThanOrEqual(raw * (1 - 1e-12));
        expect(holm[place]!).toBeGreaterThanOrEqual(benjaminiHochberg[place]! * (1 - 1e-12));
        expect(holm[place]!).toBeLessThanOrEqual(1);
        p.forEach((other, at) => {
          if (raw < other) expect(holm[place]!).toBeLessThanOrEqual(holm[at]!);
          if (raw < other) expect(benjaminiHochberg[place]!).toBeLessThanOrEqual(benjaminiHochberg[at]!);
        });
      });
    }),
  );
});

test('swapping arm and control negates the difference and turns its intervals round', () => {
  const arm = fc
    .integer({ min: 1, max: 400 })
    .chain((n) => fc.record({ n: fc.constant(n), successes: fc.integer({ min: 0, max: n }) }));
  fc.assert(
    fc.property(arm, arm, (one, other) => {
      const there = twoProportions(one, other, 0.95);
      const back = twoProportions(other, one, 0.95);
      expect(there.difference).toBeCloseTo(-back.difference!, 12);
      expect(there.pValue ?? -1).toBeCloseTo(back.pValue ?? -1, 12);
      expect(there.newcombeInterval![0]).toBeCloseTo(-back.newcombeInterval![1], 12);
      for (const interval of [there.newcombeInterval, there.interval]) {
        if (interval === null) continue;
        expect(interval[0]).toBeLessThanOrEqual(there.difference! + 1e-12);
        expect(interval[1]).toBeGreaterThanOrEqual(there.difference! - 1e-12);
        expect(interval[1] - interval[0]).toBeGreaterThan(0);
        expect(Math.max(Math.abs(interval[0]), Math.abs(interval[1]))).toBeLessThanOrEqual(1 + 1e-12);
      }
    }),
  );
});

test('an interaction is a number from 0 or null with its reason, whatever the cells', () => {
  const cell = fc
    .integer({ min: 0, max: 25 })
    .chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n })));
  fc.assert(
    fc.property(fc.array(cell, { minLength: 12, maxLength: 12 }), (cells) => {
      const found = interactionOfShares(
        { n: Float64Array.from(cells, ([n]) => n), sum: Float64Array.from(cells, ([, sum]) => sum) },
        ['control', 'a', 'b'],
        ['s', 't', 'u', 'v'],
      );
      if (found.statistic === null) {
        expect(found.reason).toMatch(/left out|remain to compare/);
        return;
      }
      expect(found.statistic).toBeGreaterThanOrEqual(0);
      expect(found.pValue).toBeGreaterThanOrEqual(0);
      expect(found.pValue).toBeLessThanOrEqual(1);
      expect(found.degreesOfFreedom).toBeGreaterThan(0);
    }),
    { numRuns: 200 },
  );
});

describe('power', () => {
  const baseline = fc.double({ min: 0.02, max: 0.6, ...NUMBER });
  const effect = fc.double({ min: 0.01, max: 0.3, ...NUMBER });
  const size = fc.integer({ min: 10, max: 20_000 });

  test('rises with people and with the effect', () => {
    fc.assert(
      fc.property(baseline, effect, size, (from, by, n) => {
        const power = powerOfProportions({ baseline: from, target: from + by, alpha: 0.05 }, n);
        const more = powerOfProportions({ baseline: from, target: from + by, alpha: 0.05 }, n + 100);
        expect(more).toBeGreaterThanOrEqual(power);
        const further = powerOfProportions({ baseline: from, target: from + by + 0.05, alpha: 0.05 }, n);
        expect(further).toBeGreaterThanOrEqual(power * (1 - 1e-12));
      }),
    );
  });

  test('size and detectable effect undo it', () => {
    fc.assert(
      fc.property(baseline, effect, fc.double({ min: 0.55, max: 0.99, ...NUMBER }), (from, by, power) => {
        const shares = { baseline: from, target: from + by, alpha: 0.05 };
        const n = sampleSizeOfProportions(shares, power);
        expect(powerOfProportions(shares, n)).toBeCloseTo(power, 9);
        expect(detectableShare(shares, n, power)).toBeCloseTo(from + by, 8);
      }),
    );
  });
});

describe('assignment', () => {
  const people = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 120 });
  const strataOf = (ids: readonly string[], count: number): string[] =>
    ids.map((id) => `stratum ${((id.codePointAt(0) ?? 0) * 7 + id.length) % count}`);
  const seeds = fc.integer({ min: 0, max: 0xffffffff });

  test('arms of an equal ratio differ by at most one, in each stratum and over all', () => {
    fc.assert(
      fc.property(
        people,
        seeds,
        fc.integer({ min: 2, max: 6 }),
        fc.integer({ min: 1, max: 9 }),
        (ids, seed, arms, count) => {
          const strata = strataOf(ids, count);
          const assigned = assignArms({ ids, strata, ratio: new Array<number>(arms).fill(1), seed });
          const spread = (rows: readonly number[]): number => {
            const sizes = new Array<number>(arms).fill(0);
            for (const row of rows) sizes[assigned[row]!]! += 1;
            return Math.max(...sizes) - Math.min(...sizes);
          };
          const all = [...ids.keys()];
          expect(spread(all)).toBeLessThanOrEqual(1);
          for (const stratum of new Set(strata))
            expect(spread(all.filter((row) => strata[row] === stratum))).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  test('an unequal ratio is kept in each stratum to less than one round', () => {
    fc.assert(
      fc.property(people, seeds, (ids, seed) => {
        const assigned = assignArms({ ids, strata: ids.map(() => ''), ratio: [4, 2, 2], seed });
        const sizes = [0, 1, 2].map((arm) => assigned.filter((one) => one === arm).length);
        const rounds = Math.floor(ids.length / 4);
        expect(sizes[0]).toBeGreaterThanOrEqual(2 * rounds);
        expect(sizes[0]).toBeLessThanOrEqual(2 * rounds + 2);
        expect(Math.abs(sizes[1]! - sizes[2]!)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('the order of rows plays no role; another seed gives another assignment', () => {
    fc.assert(
      fc.property(people, seeds, (ids, seed) => {
        const of = (order: readonly string[]): Map<string, number> => {
          const assigned = assignArms({ ids: order, strata: strataOf(order, 4), ratio: [1, 1], seed });
          return new Map(order.map((id, row) => [id, assigned[row]!]));
        };
        const one = of(ids);
        const other = of(ids.toReversed());
        for (const id of ids) expect(other.get(id)).toBe(one.get(id));
      }),
    );
    const ids = Array.from({ length: 200 }, (_, id) => String(id));
    const request = { ids, strata: ids.map(() => ''), ratio: [1, 1] };
    expect(assignArms({ ...request, seed: 1 })).not.toEqual(assignArms({ ...request, seed: 2 }));
  });

  test('everybody has the chance of each arm that the ratio says', () => {
    const ids = Array.from({ length: 7 }, (_, id) => `p${id}`);
    const strata = ids.map((_, row) => (row < 4 ? 'a' : 'b'));
    const hits = ids.map(() => 0);
    const draws = 6000;
    for (let seed = 0; seed < draws; seed += 1)
      assignArms({ ids, strata, ratio: [1, 2], seed }).forEach((arm, row) => {
        if (arm === 0) hits[row]! += 1;
      });
    // Five standard errors of a share of 1/3 among 6,000 draws.
    for (const count of hits) expect(Math.abs(count / draws - 1 / 3)).toBeLessThan(0.0305);
  });
});
