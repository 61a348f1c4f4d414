import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kMeans } from './k-means.ts';
import { distinctRows, type DistinctRows } from './distinct-rows.ts';
import { runParts } from './k-means-steps.ts';
import { lloyd, lloydWorkspace } from './lloyd.ts';
import { nearestCentroids } from './nearest-centroids.ts';

const IRIS = new URL('../../../shared/reference/iris.csv', import.meta.url);
const ones = (count: number) => new Float64Array(count).fill(1);

/** Lloyd from these centroids to the end. */
const polish = (rows: DistinctRows, start: Float64Array, k: number) =>
  runParts(lloyd(lloydWorkspace(rows, k), start, { tolerance: 0, maxIterations: 300, progress01: 0 }));

function sizesOf(values: Float64Array, dimensions: number, centroids: Float64Array): number[] {
  const sizes = Array<number>(centroids.length / dimensions).fill(0);
  for (let at = 0; at < values.length; at += dimensions) {
    sizes[nearestCentroids(values.subarray(at, at + dimensions), centroids).label]! += 1;
  }
  return sizes;
}

describe('kMeans', () => {
  it.skipIf(!existsSync(IRIS))(
    'matches scikit-learn and R on iris (skipped where ../shared/reference is absent)',
    () => {
      const rows = readFileSync(IRIS, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) =>
          line
            .split(',')
            .map((cell) => Number(cell.replaceAll('"', '')))
            .filter(Number.isFinite),
        );
      const values = Float64Array.from(rows.flatMap((row) => row.slice(-4)));
      for (const seed of [1, 2, 3]) {
        const fit = kMeans({ values, dimensions: 4, weights: ones(150), k: 3, restarts: 10, seed });
        expect(fit.inertia).toBeCloseTo(78.8514414261, 9);
        expect(sizesOf(values, 4, fit.centroids).toSorted((a, b) => a - b)).toEqual([38, 50, 62]);
      }
    },
  );

  it('matches scikit-learn with weights', () => {
    const fit = kMeans({
      values: Float64Array.of(0, 1, 10, 20),
      dimensions: 1,
      weights: Float64Array.of(1, 1, 1, 5),
      k: 2,
      restarts: 10,
      seed: 1,
    });
    expect(fit.centroids[0]).toBeCloseTo(11 / 3, 12);
    expect(fit.centroids[1]).toBe(20);
    expect(fit.converged).toBe(true);
  });

  it('counts a respondent of weight 3 as three respondents', () => {
    const weighted = kMeans({
      values: Float64Array.of(0, 2, 9, 10, 30),
      dimensions: 1,
      weights: Float64Array.of(3, 1, 2, 1, 1),
      k: 3,
      restarts: 5,
      seed: 9,
    });
    const repeated = kMeans({
      values: Float64Array.of(0, 0, 0, 2, 9, 9, 10, 30),
      dimensions: 1,
      weights: ones(8),
      k: 3,
      restarts: 5,
      seed: 9,
    });
    expect(repeated).toEqual(weighted);
  });

  it('finds exactly the distinct rows where there are as many as clusters', () => {
    const values = Float64Array.of(5, 5, 1, 1, 9, 9, 5, 5, 1, 1);
    const fit = kMeans({ values, dimensions: 2, weights: ones(5), k: 3, restarts: 3, seed: 2 });
    expect([...fit.centroids]).toEqual([1, 1, 5, 5, 9, 9]);
    expect(fit.inertia).toBe(0);
  });

  it('refuses more clusters than distinct rows, and says how many there are', () => {
    const values = Float64Array.of(1, 1, 2, 2, 3, 3, 4, 4);
    expect(() => kMeans({ values, dimensions: 1, weights: ones(8), k: 5, restarts: 3, seed: 1 })).toThrow(
      '5 clusters need at least 5 respondents with different scores; there are 4.',
    );
    expect(() =>
      kMeans({ values: new Float64Array(0), dimensions: 2, weights: ones(0), k: 2, restarts: 1, seed: 1 }),
    ).toThrow('there are 0');
  });

  it.each([Number.NaN, Infinity])('refuses a score of %d and such a weight', (bad) => {
    const input = { dimensions: 1, k: 2, restarts: 1, seed: 1 };
    expect(() => kMeans({ ...input, values: Float64Array.of(1, bad, 3), weights: ones(3) })).toThrow(
      'finite scores',
    );
    expect(() =>
      kMeans({ ...input, values: Float64Array.of(1, 2, 3), weights: Float64Array.of(1, bad, 1) }),
    ).toThrow('weights above 0');
  });
});

describe('lloyd', () => {
  it('gives an empty cluster the row that costs most, and says so', () => {
    const rows = distinctRows(Float64Array.of(0, 1, 10, 11), ones(4), 1);
    const fit = polish(rows, Float64Array.of(0, 500, 900), 3);
    expect(fit.repaired).toBe(2);
    expect(new Set(fit.labels)).toEqual(new Set([0, 1, 2]));
    expect(fit.centroids.every(Number.isFinite)).toBe(true);
    expect(fit.converged).toBe(true);
  });

  it('puts a row halfway between two centroids in the lower one', () => {
    const rows = distinctRows(Float64Array.of(0, 5, 10), Float64Array.of(1, 1e-9, 1), 1);
    const { labels } = polish(rows, Float64Array.of(0, 10), 2);
    expect([0, 5, 10].map((value) => labels[rows.values.indexOf(value)])).toEqual([0, 0, 1]);
  });
});

describe('nearestCentroids', () => {
  const centroids = Float64Array.of(0, 0, 0, 0, 10, 10, 10, 10);
  it('uses the values that are there, if they are half of them or more', () => {
    expect(nearestCentroids(Float64Array.of(9, 8, Number.NaN, Number.NaN), centroids).label).toBe(1);
    expect(nearestCentroids(Float64Array.of(9, Number.NaN, Number.NaN, Number.NaN), centroids)).toEqual({
      label: -1,
      separation01: Number.NaN,
    });
  });

  it('is as separate as the next centroid is farther', () => {
    expect(nearestCentroids(Float64Array.of(0, 0, 0, 0), centroids).separation01).toBe(1);
    expect(nearestCentroids(Float64Array.of(5, 5, 5, 5), centroids)).toEqual({ label: 0, separation01: 0 });
    expect(nearestCentroids(Float64Array.of(2, 2, 2, 2), centroids).separation01).toBeCloseTo(0.75, 12);
    const same = Float64Array.of(1, 1, 1, 1);
    expect(nearestCentroids(Float64Array.of(1, 1), same)).toEqual({ label: 0, separation01: 0 });
  });
});
