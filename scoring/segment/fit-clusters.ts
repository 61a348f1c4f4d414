import { ARCHETYPES } from '../../contracts/archetype.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import type { ScoringModel } from '../../contracts/model.ts';
import { kMeans, type KMeansResult } from '../cluster/k-means.ts';
import { matchArchetypes } from '../cluster/match-archetypes.ts';
import { nearestCentroids } from '../cluster/nearest-centroids.ts';
import { pickScores } from './pick-scores.ts';
import type { ClusterSummary } from './segmentation.ts';

export interface FitInput {
  readonly model: ScoringModel;
  readonly seed: number;
  /** Row-major respondents × model.scores; NaN is absent. */
  readonly scores: Float64Array;
  readonly weights: Float64Array;
  /** Rank by the rules; −1 is none. */
  readonly ruleArchetype: Int8Array;
}

export interface FittedClusters {
  readonly summary: ClusterSummary;
  /** Per respondent: cluster label (−1 is none) and how clearly it is hers (NaN is none). */
  readonly cluster: Int8Array;
  readonly separation01: Float64Array;
}

/**
 * Fits the model's clusters on respondents who have every score it names, assigns everyone with at
 * least half of them, and names the clusters after archetypes where that is possible. What cannot be
 * computed is a refusal in the summary, not an error: the rules stand without clusters.
 */
export function fitClusters(input: FitInput): FittedClusters {
  const { model, seed, weights } = input;
  const { k, restarts, scores: scoreKeys } = model.clusters;
  const dimensions = scoreKeys.length;
  const values = pickScores(model, input.scores);
  const size = weights.length;
  const rowOf = (index: number) => values.subarray(index * dimensions, (index + 1) * dimensions);
  const complete = [...weights.keys()].filter((index) => !rowOf(index).some(Number.isNaN));
  const cluster = new Int8Array(size).fill(-1);
  const separation01 = new Float64Array(size).fill(Number.NaN);

  const fit = tryFit(() =>
    kMeans({
      values: gather(complete, rowOf, dimensions),
      dimensions,
      weights: Float64Array.from(complete, (index) => weights[index]!),
      k,
      restarts,
      seed,
    }),
  );
  const centroids = typeof fit === 'string' ? new Float64Array(0) : fit.centroids;
  const match =
    typeof fit === 'string'
      ? { archetypeOfCluster: new Int8Array(k).fill(-1), refusal: fit }
      : matchArchetypes({
          k,
          centroids,
          scoreKeys,
          ruleProfiles: ruleProfiles(input, complete, rowOf, dimensions),
        });

  const sizes = Array<number>(k).fill(0);
  const weightedSizes = Array<number>(k).fill(0);
  for (let index = 0; centroids.length > 0 && index < size; index += 1) {
    const nearest = nearestCentroids(rowOf(index), centroids);
    if (nearest.label < 0) continue;
    cluster[index] = nearest.label;
    separation01[index] = nearest.separation01;
    sizes[nearest.label]! += 1;
    weightedSizes[nearest.label]! += weights[index]!;
  }
  const assigned = sizes.reduce((sum, count) => sum + count, 0);
  const figures = typeof fit === 'string' ? NOT_FITTED : fit;
  return {
    cluster,
    separation01,
    summary: {
      k,
      scoreKeys,
      centroids,
      sizes,
      weightedSizes,
      fitted: complete.length,
      assignedOnPart: Math.max(0, assigned - complete.length),
      inertia: figures.inertia,
      iterations: figures.iterations,
      converged: figures.converged,
      repaired: figures.repaired,
      seed,
      restarts,
      ...match,
    },
  };
}

const NOT_FITTED = { inertia: null, iterations: 0, converged: false, repaired: 0 };

function tryFit(fit: () => KMeansResult): KMeansResult | string {
  try {
    return fit();
  } catch (error) {
    if (error instanceof WaymarkError && error.code === 'NOT_COMPUTABLE') return error.message;
    throw error;
  }
}

function gather(
  rows: readonly number[],
  rowOf: (index: number) => Float64Array,
  dimensions: number,
): Float64Array {
  const gathered = new Float64Array(rows.length * dimensions);
  rows.forEach((row, place) => gathered.set(rowOf(row), place * dimensions));
  return gathered;
}

/** Weighted mean scores of each archetype by the rules; NaN where nobody with all scores is in it. */
function ruleProfiles(
  { ruleArchetype, weights }: FitInput,
  complete: readonly number[],
  rowOf: (index: number) => Float64Array,
  dimensions: number,
): Float64Array {
  const sums = new Float64Array(ARCHETYPES.length * dimensions);
  const totals = new Float64Array(ARCHETYPES.length);
  for (const index of complete) {
    const rank = ruleArchetype[index]!;
    if (rank < 0) continue;
    const weight = weights[index]!;
    totals[rank] = totals[rank]! + weight;
    rowOf(index).forEach((value, d) => {
      sums[rank * dimensions + d] = sums[rank * dimensions + d]! + weight * value;
    });
  }
  return sums.map((sum, place) => sum / totals[Math.floor(place / dimensions)]!);
}
