import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inlineRunner } from '../parallel/kernel-runner.ts';
import { createRandom } from '../random/create-random.ts';
import { clusterSteps, type ClusterInput } from './cluster-rows.ts';
import { distinctRows } from './distinct-rows.ts';
import { kMeansSteps, runParts } from './k-means-steps.ts';
import { kMeans } from './k-means.ts';
import { runSteps } from './run-steps.ts';

const OPTIONS = { ks: [2, 3], standardisation: 'zscore', restarts: 4, seed: 5, threads: 1 } as const;
const report = (input: ClusterInput) => runParts(clusterSteps({ ...input, values: input.values.slice() }));

/** Groups on an ordinal grid with weights; enough different rows for four clusters. */
const data = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 20, max: 50 }), fc.integer())
  .map(([dimensions, count, seed]) => {
    const random = createRandom(seed);
    const level = Array.from({ length: count }, () => Math.floor(random.next() * 4) * 20);
    const values = Float64Array.from(
      { length: count * dimensions },
      (_, place) => level[Math.floor(place / dimensions)]! + Math.floor(random.next() * 4) * 5,
    );
    const weights = Float64Array.from({ length: count }, () => 1 + Math.floor(random.next() * 4));
    return { dimensions, values, weights };
  })
  .filter(({ values, weights, dimensions }) => distinctRows(values, weights, dimensions).count > 6);

function inOrder(
  given: { values: Float64Array; weights: Float64Array; dimensions: number },
  order: readonly number[],
) {
  const { values, weights, dimensions } = given;
  return {
    dimensions,
    values: Float64Array.from(
      order.flatMap((row) => [...values.subarray(row * dimensions, (row + 1) * dimensions)]),
    ),
    weights: Float64Array.from(order, (row) => weights[row]!),
  };
}

function shuffledRows(count: number, seed: number): number[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, row) => ({ row, key: random.next() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ row }) => row);
}

describe('clusterSteps', () => {
  it('is the same bytes again, and in whatever order the rows come', () => {
    fc.assert(
      fc.property(data, fc.integer(), (given, seed) => {
        const order = shuffledRows(given.weights.length, seed);
        const first = report({ ...given, ...OPTIONS });
        const again = report({ ...given, ...OPTIONS });
        const moved = report({ ...inOrder(given, order), ...OPTIONS });
        expect(again).toEqual(first);
        expect({ ...moved, labels: null, rowOf: null }).toEqual({ ...first, labels: null, rowOf: null });
        expect([...moved.labels]).toEqual(order.map((row) => first.labels[row]));
        expect([...moved.rowOf]).toEqual(order.map((row) => first.rowOf[row]));
      }),
      { numRuns: 4, seed: 11 },
    );
  });

  it('changes nothing but inertia and sizes when all weights are four times as large', () => {
    fc.assert(
      fc.property(data, (given) => {
        const first = report({ ...given, ...OPTIONS });
        const scaled = report({ ...given, weights: given.weights.map((weight) => 4 * weight), ...OPTIONS });
        scaled.runs.forEach((run, place) => {
          const { inertia, sizes, ...others } = first.runs[place]!;
          expect(run).toEqual({
            ...others,
            inertia: inertia! * 4,
            sizes: sizes.map((size) => size * 4),
          });
        });
        expect(scaled.choice).toEqual(first.choice);
        expect(scaled.labels).toEqual(first.labels);
      }),
      { numRuns: 4, seed: 13 },
    );
  });

  it('keeps every figure in its range and adds sizes up to the weights', () => {
    fc.assert(
      fc.property(data, (given) => {
        const { runs } = report({ ...given, ...OPTIONS });
        for (const run of runs) {
          expect(Math.abs(run.silhouette!)).toBeLessThanOrEqual(1);
          expect(run.calinskiHarabasz ?? 1).toBeGreaterThan(0);
          expect(run.daviesBouldin!).toBeGreaterThanOrEqual(0);
          run.stability!.forEach((jaccard) => {
            expect(jaccard).toBeGreaterThanOrEqual(0);
            expect(jaccard).toBeLessThanOrEqual(1);
          });
          const total = given.weights.reduce((sum, weight) => sum + weight, 0);
          expect(run.sizes.reduce((sum, size) => sum + size, 0)).toBeCloseTo(total, 8);
          expect(run.counts.reduce((sum, count) => sum + count, 0)).toBe(given.weights.length);
        }
      }),
      { numRuns: 6, seed: 17 },
    );
  });
});

describe('kMeans', () => {
  it('takes whole weights for repeated rows', () => {
    fc.assert(
      fc.property(data, fc.integer(), (given, seed) => {
        const repeats = [...given.weights.keys()].flatMap((row) =>
          Array<number>(given.weights[row]!).fill(row),
        );
        const repeated = inOrder({ ...given, weights: given.weights.map(() => 1) }, repeats);
        const options = { k: 3, restarts: 3, seed };
        expect(kMeans({ ...repeated, ...options })).toEqual(kMeans({ ...given, ...options }));
      }),
      { numRuns: 40, seed: 19 },
    );
  });
});

describe('threads', () => {
  const random = createRandom(3);
  const count = 40_000;
  const values = Float64Array.from(
    { length: count * 2 },
    (_, place) => (Math.floor(place / 2) % 3) * 2 + random.next() * 3,
  );
  const weights = Float64Array.from({ length: count }, () => 0.5 + random.next());
  const options = { k: 4, restarts: 2, seed: 1 };

  it('change no byte, however many parts a pass is split into', () => {
    const fit = (threads: number) => {
      const rows = distinctRows(values, weights, 2, threads > 1);
      return runParts(kMeansSteps(rows, { ...options, threads }));
    };
    const alone = fit(1);
    expect(alone.converged).toBe(true);
    for (const threads of [2, 3, 5]) {
      const { labels, ...others } = fit(threads);
      expect(others).toEqual({ ...alone, labels: undefined });
      expect(Uint8Array.from(labels)).toEqual(alone.labels);
    }
  });

  it('may be those of any runner, which reports progress and can be stopped', async () => {
    const rows = distinctRows(values, weights, 2);
    const shares: number[] = [];
    const fit = await runSteps(kMeansSteps(rows, options), {
      runner: inlineRunner,
      onProgress: (share01) => shares.push(share01),
    });
    expect(fit).toEqual(runParts(kMeansSteps(rows, options)));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeGreaterThan(0.5);

    let asked = 0;
    const stopped = runSteps(kMeansSteps(rows, options), {
      runner: inlineRunner,
      isCancelled: () => (asked += 1) > 3,
    });
    await expect(stopped).rejects.toMatchObject({ code: 'NOT_COMPUTABLE' });
    expect(asked).toBe(4);
  });
});
