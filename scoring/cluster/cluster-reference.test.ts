import { describe, expect, it } from 'vitest';
import reference from '../reference/cluster.json' with { type: 'json' };
import resampling from '../reference/cluster-resampling.json' with { type: 'json' };
import { adjustedRandIndex } from '../statistics/adjusted-rand-index.ts';
import { cohenKappa } from '../statistics/cohen-kappa.ts';
import { bootstrapStability } from './bootstrap-stability.ts';
import { clusterIndices } from './cluster-indices.ts';
import { clusterSteps } from './cluster-rows.ts';
import { distinctRows } from './distinct-rows.ts';
import { gapChoice, gapSteps } from './gap-statistic.ts';
import { runParts } from './k-means-steps.ts';
import { kMeans } from './k-means.ts';
import { kappaStandardError } from './kappa-standard-error.ts';
import { lloyd, lloydWorkspace } from './lloyd.ts';
import type { Standardisation } from './standardise.ts';

/** Figures of scikit-learn, statsmodels, cluster, fpc and survey: `scoring/reference/cluster.py` and `.R`. */
const ITERATIVE = 1e-6;
const EXACT = 1e-10;

function near(found: number | null, expected: number, relative: number): void {
  expect(found).not.toBeNull();
  expect(Math.abs(found! - expected), `${found} against ${expected}`).toBeLessThanOrEqual(
    relative * Math.max(1e-300, Math.abs(expected)),
  );
}

type Case = (typeof reference.cases)[number];
const dataOf = ({ values, weights }: Case) => ({
  values: Float64Array.from(values.flat()),
  dimensions: values[0]!.length,
  weights: Float64Array.from(weights ?? values.map(() => 1)),
});

describe.each(reference.cases)('scikit-learn on $name', (given) => {
  const data = dataOf(given);
  const { k } = given;
  const run = (standardisation: Standardisation) =>
    runParts(
      clusterSteps({
        ...data,
        values: data.values.slice(),
        ks: [k],
        standardisation,
        restarts: 60,
        seed: 3,
        threads: 1,
      }),
    ).runs[0]!;

  it('finds the same clusters with weights', () => {
    const found = run('none');
    near(found.inertia, given.inertia, ITERATIVE);
    const sizes = found.sizes.toSorted((a, b) => a - b);
    given.sizes.forEach((size, place) => near(sizes[place]!, size, ITERATIVE));
    given.centroids.forEach((centroid, label) =>
      centroid.forEach((value, d) => near(found.centroids[label]![d]!, value, ITERATIVE)),
    );
  });

  it('has its inertia with standardised variables', () => {
    near(run('zscore').inertia, given.zscoreInertia, ITERATIVE);
    near(run('range').inertia, given.rangeInertia, ITERATIVE);
  });

  it('ends where it ends, from the same centroids', () => {
    const { start, inertia, centroids } = given.fromStart;
    const rows = distinctRows(data.values, data.weights, data.dimensions);
    const fit = runParts(
      lloyd(lloydWorkspace(rows, k), Float64Array.from(start.flat()), {
        tolerance: 0,
        maxIterations: 1000,
        progress01: 0,
      }),
    );
    near(fit.inertia, inertia, ITERATIVE);
    centroids.flat().forEach((value, place) => near(fit.centroids[place]!, value, ITERATIVE));
  });

  it('has its silhouette, Calinski–Harabasz and Davies–Bouldin', () => {
    const labels = Uint8Array.from(given.labels);
    const found = clusterIndices({ ...data, weights: data.weights.map(() => 1), labels, k });
    near(found.silhouette, given.silhouette, EXACT);
    near(found.calinskiHarabasz, given.calinskiHarabasz, EXACT);
    near(found.daviesBouldin, given.daviesBouldin, EXACT);
  });

  it.skipIf(given.repeated === undefined)('counts whole weights as repeated rows', () => {
    const labels = Uint8Array.from(given.labels);
    near(kMeans({ ...data, k, restarts: 60, seed: 3 }).inertia, given.repeated!.inertia, ITERATIVE);
    near(clusterIndices({ ...data, labels, k }).daviesBouldin, given.repeated!.daviesBouldin, EXACT);
  });
});

describe('gap statistic against cluster::clusGap (500 reference sets of each)', () => {
  it.each(resampling.gap)('$name', ({ name, gap, standardError, chosen }) => {
    const { values, weights, dimensions } = dataOf(reference.cases.find((one) => one.name === name)!);
    const rows = { values, weights, dimensions, count: weights.length };
    const ks = [1, 2, 3, 4, 5, 6];
    const found = runParts(gapSteps({ rows, distinct: weights.length, ks, seed: 5, draws: 500 }));
    found.forEach((one, place) => {
      // The mean of 500 draws is known to SE/√500; both sides are, and five of that is out of reach of chance.
      const tolerance = (5 * Math.SQRT2 * standardError[place]!) / Math.sqrt(500);
      expect(Math.abs(one.gap! - gap[place]!)).toBeLessThan(tolerance);
      near(one.standardError, standardError[place]!, 0.2);
    });
    expect(gapChoice(found)).toBe(chosen);
  });
});

describe('stability against fpc::clusterboot (400 bootstrap samples of each)', () => {
  it.each(resampling.stability)('$name in $k', ({ name, k, partition, jaccard }) => {
    const data = dataOf(reference.cases.find((one) => one.name === name)!);
    const labels = Uint8Array.from(partition, (cluster) => cluster - 1);
    const found = bootstrapStability({ ...data, labels, k, seed: 2, draws: 400 });
    // A Jaccard of one sample has a standard deviation of 0.25 at most, the mean of 400 of 0.0125; three of
    // them, and what different starts do, are within 0.05.
    found.jaccard.forEach((one, label) => expect(Math.abs(one! - jaccard[label]!)).toBeLessThan(0.05));
  });
});

describe('agreement', () => {
  it.each(reference.kappas)('kappa of statsmodels, case %#', (given) => {
    const size = given.table.length;
    const table = Float64Array.from(given.table.flat());
    near(cohenKappa(table, size, 'none'), given.kappa, EXACT);
    near(cohenKappa(table, size, 'quadratic'), given.weightedKappa, EXACT);
    near(kappaStandardError(table, table, size, 'none', null), given.standardError, EXACT);
    near(kappaStandardError(table, table, size, 'quadratic', null), given.weightedStandardError, EXACT);
  });

  it('weighted kappa and its standard error of survey::svykappa', () => {
    const { a, b, w, kappa, standardError } = resampling.weightedKappa;
    const sums = new Float64Array(9);
    const squares = new Float64Array(9);
    w.forEach((weight, row) => {
      const cell = (a[row]! - 1) * 3 + b[row]! - 1;
      sums[cell] = sums[cell]! + weight;
      squares[cell] = squares[cell]! + weight * weight;
    });
    near(cohenKappa(sums, 3, 'none'), kappa, EXACT);
    near(kappaStandardError(sums, squares, 3, 'none', w.length), standardError, EXACT);
  });

  it.each(reference.partitions)('adjusted Rand index of scikit-learn, case %#', (given) => {
    const rows = Math.max(...given.a) + 1;
    const columns = Math.max(...given.b) + 1;
    const counts = new Float64Array(rows * columns);
    given.a.forEach((label, row) => {
      const cell = label * columns + given.b[row]!;
      counts[cell] = counts[cell]! + 1;
    });
    near(adjustedRandIndex(counts, rows, columns), given.adjustedRandIndex, EXACT);
    // Pairs count the product of weights: with equal weights nothing changes.
    const tripled = counts.map((count) => 3 * count);
    const squares = counts.map((count) => 9 * count);
    near(adjustedRandIndex(tripled, rows, columns, squares), given.adjustedRandIndex, EXACT);
  });
});
