import type { ScoringModel } from '../../contracts/model.ts';
import { stabilitySteps, type StabilityWord } from '../cluster/bootstrap-stability.ts';
import { runParts } from '../cluster/k-means-steps.ts';
import type { LloydStep } from '../cluster/lloyd.ts';
import { pickScores } from './pick-scores.ts';
import type { Segmentation } from './segmentation.ts';

export interface SegmentStability {
  /** Per cluster, in the summary's order; empty where there are no clusters. */
  readonly clusters: readonly {
    /** Rank of the archetype it is named after; −1: not named. */
    readonly archetype: number;
    /** Mean Jaccard similarity, 0–1; null where it was never met again. */
    readonly jaccard: number | null;
    readonly word: StabilityWord | null;
  }[];
  readonly draws: number;
  /** Why something is null, or there is nothing. */
  readonly reason?: string;
}

export interface StabilityOptions {
  readonly seed: number;
  /** Bootstrap samples; the cost grows with them and with the respondents. */
  readonly draws?: number;
}

/**
 * How well each cluster of a segmentation is found again in bootstrap samples of the respondents it was
 * fitted on; see `bootstrapStability`.
 */
export function segmentStability(
  model: ScoringModel,
  segmentation: Segmentation,
  options: StabilityOptions,
): SegmentStability {
  return runParts(segmentStabilitySteps(model, segmentation, options));
}

/** As `segmentStability`, sample by sample, for who shows progress or lets others in between. */
export function* segmentStabilitySteps(
  model: ScoringModel,
  segmentation: Segmentation,
  options: StabilityOptions,
): Generator<LloydStep, SegmentStability> {
  const { clusters, cluster, weights, scores, size } = segmentation;
  if (clusters.centroids.length === 0)
    return { clusters: [], draws: 0, ...(clusters.refusal !== null && { reason: clusters.refusal }) };
  const dimensions = model.clusters.scores.length;
  const values = pickScores(model, scores);
  const rowAt = (index: number) => values.subarray(index * dimensions, (index + 1) * dimensions);
  const fitted: number[] = [];
  for (let index = 0; index < size; index += 1) if (!rowAt(index).some(Number.isNaN)) fitted.push(index);
  const rows = new Float64Array(fitted.length * dimensions);
  fitted.forEach((index, place) => rows.set(rowAt(index), place * dimensions));
  const { jaccard, words, draws, reason } = yield* stabilitySteps({
    values: rows,
    weights: Float64Array.from(fitted, (index) => weights[index]!),
    dimensions,
    labels: Uint8Array.from(fitted, (index) => cluster[index]!),
    k: clusters.k,
    ...options,
  });
  return {
    clusters: jaccard.map((value, label) => ({
      archetype: clusters.archetypeOfCluster[label]!,
      jaccard: value,
      word: words[label]!,
    })),
    draws,
    ...(reason !== undefined && { reason }),
  };
}
