import { z } from 'zod';
import type { SegmentationSummary } from '../../contracts/api.ts';
import { ARCHETYPES } from '../../contracts/archetype.ts';
import type { BranchScope } from '../../contracts/roles.ts';
import { agreementOf } from '../../scoring/segment/agreement.ts';
import type { SegmentationRecord } from '../storage/port.ts';
import { sumInScope } from './count-by-branch.ts';
import { rowsInScope } from './rows-in-scope.ts';

/** Of a stored result's text, what a summary needs. Ranks run 0–3; -1 is not classified. */
const storedResultSchema = z.object({
  tabletDifferences: z.array(z.tuple([z.string(), z.number()])),
  segmentation: z.object({
    branches: z.array(z.string()),
    archetype: z.array(z.number()),
    ruleArchetype: z.array(z.number()),
    clusterArchetype: z.array(z.number()),
    cluster: z.array(z.number()),
    weights: z.array(z.number()),
    moved: z.array(z.object({ index: z.number() })),
    clusters: z.object({ k: z.number(), refusal: z.string().nullable() }),
  }),
});

/**
 * Sums up a stored segmentation over the branches the reader may see. Clusters are those of the whole
 * study; counts, shares, agreement and tablet differences are those of her branches.
 */
export function summarizeSegmentation(
  record: SegmentationRecord & { readonly resultText: string },
  scope: BranchScope,
): SegmentationSummary {
  const { segmentation, tabletDifferences } = storedResultSchema.parse(JSON.parse(record.resultText));
  const places = [...rowsInScope(segmentation.branches, scope)];
  const seen = new Set(places);
  const pick = (ranks: readonly number[]): Int8Array => Int8Array.from(places, (place) => ranks[place] ?? -1);
  const archetype = pick(segmentation.archetype);
  const agreement = agreementOf({
    ruleArchetype: pick(segmentation.ruleArchetype),
    clusterArchetype: pick(segmentation.clusterArchetype),
    cluster: pick(segmentation.cluster),
    k: segmentation.clusters.k,
    weights: Float64Array.from(places, (place) => segmentation.weights[place] ?? 0),
    moved: segmentation.moved.filter(({ index }) => seen.has(index)).length,
  });
  const classified = archetype.filter((rank) => rank >= 0).length;
  return {
    id: record.id,
    studyId: record.studyId,
    instrument: record.instrument,
    modelVersion: record.modelVersion,
    seed: record.seed,
    dataVersion: record.dataVersion,
    resultHash: record.resultHash,
    computedAt: record.computedAt,
    respondents: archetype.length,
    shares: ARCHETYPES.map((name, rank) => {
      const count = archetype.filter((each) => each === rank).length;
      return { archetype: name, count, share01: classified > 0 ? count / classified : 0 };
    }),
    notClassified: archetype.length - classified,
    agreement: {
      compared: agreement.compared,
      agree01: agreement.agree01,
      kappa: agreement.kappa,
      weightedKappa: agreement.weightedKappa,
      adjustedRandIndex: agreement.adjustedRandIndex,
      moved: agreement.moved,
      disagreements: agreement.disagreements,
    },
    clusterRefusal: segmentation.clusters.refusal,
    tabletDifferences: sumInScope(tabletDifferences, scope),
  };
}
