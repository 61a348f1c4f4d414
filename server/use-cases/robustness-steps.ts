import type { Robustness } from '../../contracts/api.ts';
import { ARCHETYPES } from '../../contracts/archetype.ts';
import type { Explainer } from '../../scoring/segment/create-explainer.ts';
import { segmentStabilitySteps } from '../../scoring/segment/segment-stability.ts';
import type { StudyData } from './study-data.ts';

/**
 * How firm a study's segments are: each cluster looked for in bootstrap samples, each threshold moved.
 * Yields its progress (0–1). The same data and seed give the same figures, to the bit.
 */
export function* robustnessSteps(
  { codebook, segmentation, seed }: StudyData,
  explainer: Explainer,
): Generator<number, Omit<Robustness, 'resultHash'>, void> {
  const steps = segmentStabilitySteps(codebook.model, segmentation, { seed });
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) yield step.value.progress01;
  const stability = step.value;
  const { base, rows } = explainer.sensitivity(segmentation);
  return {
    stability: {
      ...stability,
      clusters: stability.clusters.map(({ archetype, jaccard, word }) => ({
        archetype: ARCHETYPES[archetype] ?? null,
        jaccard,
        word,
      })),
    },
    sensitivity: rows.map(({ score, threshold, movedBy, movedTo, note, combined, rules }) => ({
      score,
      threshold,
      movedBy,
      movedTo,
      share: combined.weightedShare,
      unweightedShare: combined.share,
      rulesShare: rules.weightedShare,
      moves: combined.moves
        .map(({ from, to, weight }) => ({ from, to, share: base.weighted > 0 ? weight / base.weighted : 0 }))
        .sort((one, other) => other.share - one.share),
      ...(note !== undefined && { note }),
    })),
  };
}
