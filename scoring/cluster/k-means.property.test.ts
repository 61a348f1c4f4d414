import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { distinctRows } from './distinct-rows.ts';
import { kMeans } from './k-means.ts';
import { lloyd } from './lloyd.ts';

/** Rows on a coarse grid, as ordinal answers make them, so that ties and equal rows are common. */
const data = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 6, max: 60 }), fc.integer())
  .map(([dimensions, count, seed]) => {
    const random = createRandom(seed);
    const values = Float64Array.from(
      { length: count * dimensions },
      () => Math.floor(random.next() * 5) * 25,
    );
    const weights = Float64Array.from({ length: count }, () => 0.25 + random.next() * 4);
    return { dimensions, count, values, weights };
  });
type Data = { dimensions: number; count: number; values: Float64Array; weights: Float64Array };

function shuffled({ dimensions, count, values, weights }: Data, seed: number): Data {
  const random = createRandom(seed);
  const order = [...weights.keys()]
    .map((row) => ({ row, key: random.next() }))
    .toSorted((a, b) => a.key - b.key);
  return {
    dimensions,
    count,
    values: Float64Array.from(
      order.flatMap(({ row }) => [...values.subarray(row * dimensions, (row + 1) * dimensions)]),
    ),
    weights: Float64Array.from(order, ({ row }) => weights[row]!),
  };
}

describe('kMeans', () => {
  it('gives the same bytes for the same seed, in whatever order the rows come', () => {
    fc.assert(
      fc.property(data, fc.integer(), fc.integer({ min: 2, max: 4 }), (given, seed, k) => {
        if (distinctRows(given.values, given.weights, given.dimensions).count < k) return;
        const fit = kMeans({ ...given, k, restarts: 3, seed });
        expect(kMeans({ ...given, k, restarts: 3, seed })).toEqual(fit);
        expect(kMeans({ ...shuffled(given, seed), k, restarts: 3, seed })).toEqual(fit);
      }),
      { numRuns: 40, seed: 3 },
    );
  });

  it('returns finite centroids in order of their means', () => {
    fc.assert(
      fc.property(data, fc.integer(), (given, seed) => {
        if (distinctRows(given.values, given.weights, given.dimensions).count < 3) return;
        const { centroids, inertia } = kMeans({ ...given, k: 3, restarts: 3, seed });
        expect([...centroids, inertia].every(Number.isFinite)).toBe(true);
        const means = [0, 1, 2].map((cluster) =>
          centroids
            .subarray(cluster * given.dimensions, (cluster + 1) * given.dimensions)
            .reduce((a, b) => a + b, 0),
        );
        expect(means).toEqual(means.toSorted((a, b) => a - b));
      }),
      { numRuns: 40, seed: 5 },
    );
  });
});

describe('lloyd', () => {
  it('never lets the inertia rise, converges, and leaves no cluster empty', () => {
    fc.assert(
      fc.property(data, fc.integer(), fc.integer({ min: 2, max: 5 }), (given, seed, k) => {
        const rows = distinctRows(given.values, given.weights, given.dimensions);
        if (rows.count < k) return;
        const random = createRandom(seed);
        const start = Float64Array.from({ length: k * given.dimensions }, () => random.next() * 200 - 50);
        const fit = lloyd(rows, start, k);
        fit.inertiaPath.slice(1).forEach((inertia, step) => {
          expect(inertia).toBeLessThanOrEqual(fit.inertiaPath[step]! * (1 + 1e-12));
        });
        expect(fit.converged).toBe(true);
        expect(new Set(fit.labels).size).toBe(k);
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});

describe('distinctRows', () => {
  it('keeps the total weight and sorts what is left', () => {
    fc.assert(
      fc.property(data, (given) => {
        const rows = distinctRows(given.values, given.weights, given.dimensions);
        const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
        expect(sum(rows.weights)).toBeCloseTo(sum(given.weights), 9);
        const keys = Array.from({ length: rows.count }, (_, row) =>
          [...rows.values.subarray(row * rows.dimensions, (row + 1) * rows.dimensions)]
            .map((value) => String(value).padStart(3, '0'))
            .join(),
        );
        expect(keys).toEqual([...new Set(keys)].toSorted());
      }),
      { numRuns: 60, seed: 9 },
    );
  });
});
