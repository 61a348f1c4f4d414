import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { collapseRows, distinctRows } from './distinct-rows.ts';
import { kMeans } from './k-means.ts';
import { runParts } from './k-means-steps.ts';
import { lloyd, lloydWorkspace } from './lloyd.ts';

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
        const workspace = lloydWorkspace(rows, k);
        const after = (maxIterations: number) =>
          runParts(lloyd(workspace, start, { tolerance: 0, maxIterations, progress01: 0 }));
        const fit = after(300);
        const path = Array.from({ length: fit.iterations }, (_, step) => after(step + 1).inertia);
        path.slice(1).forEach((inertia, step) => {
          expect(inertia).toBeLessThanOrEqual(path[step]! * (1 + 1e-12));
        });
        after(300);
        expect(fit.converged).toBe(true);
        expect(new Set(fit.labels).size).toBe(k);
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});

describe('distinctRows', () => {
  it('keeps each distinct row once, with the weight of all that are equal to it', () => {
    fc.assert(
      fc.property(data, (given) => {
        const { dimensions } = given;
        const rows = distinctRows(given.values, given.weights, dimensions);
        const keyAt = (values: Float64Array, row: number) =>
          values.subarray(row * dimensions, (row + 1) * dimensions).join();
        const expected = new Map<string, number>();
        given.weights.forEach((weight, row) => {
          const key = keyAt(given.values, row);
          expected.set(key, (expected.get(key) ?? 0) + weight);
        });
        expect(rows.count).toBe(expected.size);
        for (let group = 0; group < rows.count; group += 1) {
          const key = keyAt(rows.values, group);
          expect(rows.weights[group]).toBeCloseTo(expected.get(key)!, 10);
          for (const row of rows.order.subarray(rows.starts[group], rows.starts[group + 1])) {
            expect(keyAt(given.values, row)).toBe(key);
          }
        }
        expect([...rows.order].toSorted((a, b) => a - b)).toEqual([...given.weights.keys()]);
      }),
      { numRuns: 60, seed: 9 },
    );
  });

  it('is the same in the memory of the rows themselves, and with a zero below zero', () => {
    fc.assert(
      fc.property(data, ({ dimensions, values, weights }) => {
        const signed = values.map((value, place) => (value === 0 && place % 2 === 0 ? -0 : value));
        const rows = distinctRows(values, weights, dimensions);
        expect(distinctRows(signed, weights, dimensions)).toEqual(rows);
        const collapsed = collapseRows(signed, weights, dimensions);
        expect(collapsed).toEqual(rows);
        expect(collapsed.values.buffer).toBe(signed.buffer);
      }),
      { numRuns: 60, seed: 10 },
    );
  });
});
