import { toShared } from '../parallel/to-shared.ts';
import { createRandom } from '../random/create-random.ts';
import { stabilitySteps, type Stability } from './bootstrap-stability.ts';
import { chooseK, type Choice } from './choose-k.ts';
import { spreadIndices } from './cluster-indices.ts';
import { collapseRows, type DistinctRows } from './distinct-rows.ts';
import { gapChoice, gapSteps, type Gap } from './gap-statistic.ts';
import { kMeansSteps } from './k-means-steps.ts';
import { requireDistinct } from './k-means.ts';
import type { LloydResult, LloydStep } from './lloyd.ts';
import { sampleRespondents, type Respondents } from './sample-respondents.ts';
import { silhouettes } from './silhouettes.ts';
import { standardise, unscale, type Scaling, type Standardisation } from './standardise.ts';

export interface ClusterInput {
  /**
   * Complete rows, row-major respondents × dimensions. They are written over, so that there is no second
   * copy of many: pass a copy to keep them. In shared memory where there are threads, or else they are
   * copied there.
   */
  readonly values: Float64Array;
  readonly dimensions: number;
  /** Weight of each respondent, > 0; 1 for all where there are none. */
  readonly weights: Float64Array;
  /** Numbers of clusters, ascending, each from 1 to 100. */
  readonly ks: readonly number[];
  readonly standardisation: Standardisation;
  readonly restarts: number;
  readonly seed: number;
  /** Into how many parts long passes are split; changes no result. */
  readonly threads: number;
}

/** One number of clusters. What could not be computed is null, and `reason` says why. */
export interface ClusterRun {
  readonly k: number;
  /** Weighted sum of squared distances to the own centroid, on the standardised scale. */
  readonly inertia: number | null;
  /** Weighted sum per cluster, and respondents. */
  readonly sizes: readonly number[];
  readonly counts: readonly number[];
  /** Per cluster and variable, in the variables' own units. */
  readonly centroids: readonly (readonly number[])[];
  readonly silhouette: number | null;
  readonly calinskiHarabasz: number | null;
  readonly daviesBouldin: number | null;
  readonly gap: number | null;
  readonly gapStandardError: number | null;
  /** Mean Jaccard per cluster in bootstrap samples, 0–1, and what it means. */
  readonly stability: Stability['jaccard'] | null;
  readonly stabilityWords: Stability['words'] | null;
  readonly iterations: number;
  readonly converged: boolean;
  /** Empty clusters met and refilled on the way. */
  readonly repaired: number;
  readonly reason?: string;
}

export interface ClusterReport {
  readonly runs: readonly ClusterRun[];
  readonly choice: Choice;
  readonly scaling: Scaling;
  readonly distinct: number;
  /** Respondents that the costly figures were computed on. */
  readonly sampled: { readonly silhouette: number; readonly gap: number; readonly stability: number };
  /** Cluster of each respondent as given, for the chosen k; standardised centroids to measure distances to. */
  readonly labels: Uint8Array;
  readonly fitCentroids: Float64Array;
  /** The standardised rows that differ, row-major, and which of them each respondent has. */
  readonly rows: Float64Array;
  readonly rowOf: Uint32Array;
}

/** Above these numbers of respondents a figure is computed on a seeded sample of that many. */
export const SILHOUETTE_LIMIT = 5000;
export const GAP_LIMIT = 1000;
export const STABILITY_LIMIT = 1500;

/**
 * k-means for each number of clusters asked for, with the figures to choose between them. Work comes
 * step by step: drive it with `runParts` (here and now) or `runSteps` (threads, progress, cancelling).
 *
 * Same rows, weights, options and seed → the same bytes, in whatever order the rows are and however
 * many threads there are. Throws NOT_COMPUTABLE where no k is possible, or values are not finite.
 */
export function* clusterSteps(input: ClusterInput): Generator<LloydStep, ClusterReport> {
  const { weights, dimensions, ks, restarts, seed, threads } = input;
  const rows = collapseRows(threads > 1 ? toShared(input.values) : input.values, weights, dimensions);
  requireDistinct(rows.count, ks[0] ?? 1);
  const scaling = standardise(rows, input.standardisation);
  const random = createRandom(seed);
  const sample = (limit: number) => sampleRespondents(rows, weights, limit, random.next());
  const forSilhouette = sample(SILHOUETTE_LIMIT);
  const forGap = sample(GAP_LIMIT);
  const forStability = sample(STABILITY_LIMIT);

  const fits = new Map<number, LloydResult>();
  for (const [place, k] of ks.entries()) {
    if (k > rows.count) continue;
    const part = { from: (0.5 * place) / ks.length, to: (0.5 * (place + 1)) / ks.length };
    fits.set(k, yield* within(part, kMeansSteps(rows, { k, restarts, seed, threads })));
  }
  const possible = [...fits.keys()];
  const meanSilhouettes = silhouettes(
    forSilhouette,
    possible.map((k) => ({ k, labels: labelsOf(forSilhouette, fits.get(k)!) })),
  );
  const gapKs = ks.length > 1 ? Array.from({ length: ks.at(-1)! }, (_, index) => index + 1) : ks;
  const gaps = yield* within({ from: 0.5, to: 0.7 }, gapSteps(gapInput(forGap, gapKs, seed)));
  const stabilities = new Map<number, Stability>();
  for (const [place, k] of possible.entries()) {
    const step = 0.3 / possible.length;
    const part = { from: 0.7 + step * place, to: 0.7 + step * (place + 1) };
    const labels = labelsOf(forStability, fits.get(k)!);
    stabilities.set(k, yield* within(part, stabilitySteps({ ...forStability, labels, k, seed })));
  }

  const runs = ks.map((k): ClusterRun => {
    const fit = fits.get(k);
    if (fit === undefined) return notFitted(k, rows.count);
    const gap = gaps.find((one) => one.k === k);
    const silhouette = meanSilhouettes[possible.indexOf(k)] ?? null;
    return describe(k, rows, weights, scaling, fit, silhouette, gap, stabilities.get(k)!);
  });
  const choice = chooseK(
    runs.filter((run) => run.inertia !== null),
    ks.length > 1 ? gapChoice(gaps.filter(({ k }) => k <= rows.count)) : null,
  );
  const chosen = fits.get(choice.chosen ?? ks[0]!)!;
  const labels = new Uint8Array(weights.length);
  const rowOf = new Uint32Array(weights.length);
  forEachRespondent(rows, (row, group) => {
    labels[row] = chosen.labels[group]!;
    rowOf[row] = group;
  });
  return {
    runs,
    choice,
    scaling,
    distinct: rows.count,
    sampled: {
      silhouette: forSilhouette.weights.length,
      gap: forGap.weights.length,
      stability: forStability.weights.length,
    },
    labels,
    fitCentroids: chosen.centroids,
    rows: rows.values,
    rowOf,
  };
}

function describe(
  k: number,
  rows: DistinctRows,
  weights: Float64Array,
  scaling: Scaling,
  fit: LloydResult,
  silhouette: number | null,
  gap: Gap | undefined,
  stability: Stability,
): ClusterRun {
  const sizes = Array<number>(k).fill(0);
  const counts = Array<number>(k).fill(0);
  rows.weights.forEach((weight, group) => {
    const label = fit.labels[group]!;
    sizes[label] = sizes[label]! + weight;
    counts[label] = counts[label]! + rows.starts[group + 1]! - rows.starts[group]!;
  });
  const { reason, ...spread } = spreadIndices({
    ...rows,
    labels: fit.labels,
    k,
    respondents: weights.length,
  });
  const centroids = unscale(fit.centroids, scaling);
  const reasons = [
    k > 1 && silhouette === null ? 'The sample for the silhouette has respondents of one cluster only.' : '',
    k === 1 ? 'The silhouette compares clusters; there is one.' : '',
    reason ?? '',
    gap?.gap === null || gap === undefined ? 'The gap statistic needs spread within clusters.' : '',
    stability.reason ?? '',
  ].filter((text) => text !== '');
  return {
    k,
    inertia: fit.inertia,
    sizes,
    counts,
    centroids: sizes.map((_, label) => [
      ...centroids.subarray(label * rows.dimensions, (label + 1) * rows.dimensions),
    ]),
    silhouette,
    ...spread,
    gap: gap?.gap ?? null,
    gapStandardError: gap?.standardError ?? null,
    stability: stability.jaccard,
    stabilityWords: stability.words,
    iterations: fit.iterations,
    converged: fit.converged,
    repaired: fit.repaired,
    ...(reasons.length === 0 ? {} : { reason: reasons.join(' ') }),
  };
}

function notFitted(k: number, distinct: number): ClusterRun {
  return {
    k,
    inertia: null,
    sizes: [],
    counts: [],
    centroids: [],
    silhouette: null,
    calinskiHarabasz: null,
    daviesBouldin: null,
    gap: null,
    gapStandardError: null,
    stability: null,
    stabilityWords: null,
    iterations: 0,
    converged: false,
    repaired: 0,
    reason: `${k} clusters need at least ${k} different rows; there are ${distinct}.`,
  };
}

function gapInput({ values, weights, dimensions, groups }: Respondents, ks: readonly number[], seed: number) {
  const rows = { values, weights, dimensions, count: weights.length };
  return { rows, distinct: new Set(groups).size, ks, seed };
}

const labelsOf = ({ groups }: Respondents, fit: LloydResult): Uint8Array =>
  Uint8Array.from(groups, (group) => fit.labels[group]!);

function forEachRespondent(rows: DistinctRows, visit: (row: number, group: number) => void): void {
  for (let group = 0; group < rows.count; group += 1) {
    for (let place = rows.starts[group]!; place < rows.starts[group + 1]!; place += 1) {
      visit(rows.order[place]!, group);
    }
  }
}

/** The steps of a part of the work, with their progress as a stretch of the whole. */
function* within<T>(
  { from, to }: { readonly from: number; readonly to: number },
  work: Generator<LloydStep, T>,
): Generator<LloydStep, T> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    yield { parts: step.value.parts, progress01: from + (to - from) * step.value.progress01 };
  }
}
