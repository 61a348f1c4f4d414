import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calibrateWeights } from './calibrate-weights.ts';
import type { Margin } from './margin.ts';
import { rake } from './rake.ts';
import { weightSummary } from './weight-summary.ts';

interface Case {
  readonly weights: Float64Array;
  readonly margins: readonly Margin[];
}

/**
 * A sample in which every combination of two variables occurs, with margins of a population made by giving
 * each respondent another weight: so there are weights that meet them.
 */
const cases: fc.Arbitrary<Case> = fc
  .record({ rows: fc.integer({ min: 2, max: 5 }), columns: fc.integer({ min: 2, max: 4 }) })
  .chain(({ rows, columns }) =>
    fc
      .array(
        fc.record({
          row: fc.nat(rows - 1),
          column: fc.nat(columns - 1),
          weight: fc.double({ min: 0.2, max: 5, noNaN: true }),
          truth: fc.double({ min: 1, max: 20, noNaN: true }),
        }),
        { minLength: 0, maxLength: 60 },
      )
      .map((more) => {
        const all = Array.from({ length: rows * columns }, (_, cell) => ({
          row: Math.floor(cell / columns),
          column: cell % columns,
          weight: 1 + (cell % 3),
          truth: 2 + (cell % 5),
        })).concat(more);
        const margin = (name: string, size: number, of: (one: (typeof all)[number]) => number): Margin => {
          const counts = new Float64Array(size);
          for (const one of all) counts[of(one)]! += one.truth;
          return {
            name,
            categories: Array.from(counts, (_, place) => `c${place}`),
            counts,
            indices: Uint16Array.from(all, of),
          };
        };
        return {
          weights: Float64Array.from(all, ({ weight }) => weight),
          margins: [margin('row', rows, ({ row }) => row), margin('column', columns, ({ column }) => column)],
        };
      }),
  );

const near = (found: Float64Array, expected: Float64Array): void => {
  found.forEach((value, row) => {
    expect(Math.abs(value / expected[row]! - 1)).toBeLessThan(1e-7);
  });
};

test('raked weights are positive and meet every margin', () => {
  fc.assert(
    fc.property(cases, ({ weights, margins }) => {
      const raked = rake({ weights, margins });
      expect(raked.converged).toBe(true);
      expect(raked.weights.every((weight) => weight > 0)).toBe(true);
      for (const { counts, indices } of margins) {
        const sums = new Float64Array(counts.length);
        raked.weights.forEach((weight, row) => {
          sums[indices[row]!]! += weight;
        });
        near(sums, counts);
      }
    }),
  );
});

test('the order of rows and the scale of the starting weights change nothing', () => {
  fc.assert(
    fc.property(cases, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), ({ weights, margins }, scale) => {
      const raked = rake({ weights, margins }).weights;
      near(rake({ weights: weights.map((weight) => weight * scale), margins }).weights, raked);
      const reversed = rake({
        weights: weights.toReversed(),
        margins: margins.map((margin) => ({ ...margin, indices: margin.indices.toReversed() })),
      });
      near(reversed.weights.toReversed(), raked);
    }),
  );
});

test('raking what is raked changes nothing', () => {
  fc.assert(
    fc.property(cases, ({ weights, margins }) => {
      const once = rake({ weights, margins }).weights;
      const again = rake({ weights: once, margins });
      expect(again.iterations).toBeLessThanOrEqual(1);
      near(again.weights, once);
    }),
  );
});

test('within a combination of categories raking keeps the ratio of weights', () => {
  fc.assert(
    fc.property(cases, ({ weights, margins }) => {
      const raked = rake({ weights, margins }).weights;
      const factors = new Map<string, number>();
      raked.forEach((weight, row) => {
        const key = margins.map(({ indices }) => indices[row]).join(' ');
        const factor = weight / weights[row]!;
        expect(factor / (factors.get(key) ?? factor)).toBeCloseTo(1, 9);
        factors.set(key, factor);
      });
    }),
  );
});

test('the effective base is at most the respondents, and scale does not touch it', () => {
  fc.assert(
    fc.property(
      cases,
      fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
      ({ weights: { length }, weights }, scale) => {
        const { effectiveBase, designEffect } = weightSummary(weights);
        expect(effectiveBase).toBeLessThanOrEqual(length * (1 + 1e-12));
        expect(designEffect).toBeGreaterThanOrEqual(1 - 1e-12);
        expect(effectiveBase * designEffect).toBeCloseTo(length, 8);
        const scaled = weightSummary(weights.map((weight) => weight * scale));
        expect(scaled.effectiveBase / effectiveBase).toBeCloseTo(1, 10);
      },
    ),
  );
});

test('trimming keeps to its bounds and to the population, or says that it cannot', () => {
  let converged = 0;
  fc.assert(
    fc.property(
      cases,
      fc.double({ min: 0.05, max: 0.7, noNaN: true }),
      fc.double({ min: 1.6, max: 6, noNaN: true }),
      ({ weights, margins }, low, high) => {
        const result = calibrateWeights({ weights, margins, trim: { low, high } });
        if (!result.converged) {
          expect(result.reason).toMatch(/do not hold together|is outside the bounds/);
          return;
        }
        converged += 1;
        const total = margins[0]!.counts.reduce((sum, count) => sum + count, 0);
        const summary = weightSummary(result.weights);
        expect(summary.sum / total).toBeCloseTo(1, 8);
        expect(summary.minimum).toBeGreaterThanOrEqual(low * summary.mean * (1 - 1e-8));
        expect(summary.maximum).toBeLessThanOrEqual(high * summary.mean * (1 + 1e-8));
        expect(result.largestError).toBeLessThanOrEqual(1e-10);
      },
    ),
  );
  expect(converged).toBeGreaterThan(30);
});
