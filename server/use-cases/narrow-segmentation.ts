import type { BranchScope } from '../../contracts/roles.ts';
import { rowsInScope } from './rows-in-scope.ts';
import { agreementOf } from '../../scoring/segment/agreement.ts';
import type { Segmentation } from '../../scoring/segment/segmentation.ts';

/** The rows of a segmentation whose branch may be seen. Agreement is that of these rows; the clusters stay those of the whole study. */
export function narrowSegmentation(whole: Segmentation, scope: BranchScope): Segmentation {
  if (scope === null) return whole;
  const places = rowsInScope(whole.branches, scope);
  const width = whole.scoreKeys.length;
  const newPlace = new Map([...places].map((place, index) => [place, index]));
  const scores = new Float64Array(places.length * width);
  for (const [index, place] of places.entries())
    scores.set(whole.scores.subarray(place * width, (place + 1) * width), index * width);
  const ranksOf = (ranks: Int8Array): Int8Array => Int8Array.from(places, (place) => ranks[place] ?? -1);
  const rows = {
    weights: Float64Array.from(places, (place) => whole.weights[place] ?? Number.NaN),
    ruleArchetype: ranksOf(whole.ruleArchetype),
    clusterArchetype: ranksOf(whole.clusterArchetype),
    cluster: ranksOf(whole.cluster),
  };
  const moved = whole.moved.flatMap((move) => {
    const index = newPlace.get(move.index);
    return index === undefined ? [] : [{ ...move, index }];
  });
  return {
    ...whole,
    ...rows,
    size: places.length,
    ids: Array.from(places, (place) => whole.ids[place] ?? ''),
    branches: Array.from(places, (place) => whole.branches[place] ?? ''),
    archetype: ranksOf(whole.archetype),
    confidence: Float64Array.from(places, (place) => whole.confidence[place] ?? Number.NaN),
    scores,
    agreement: agreementOf({ ...rows, k: whole.clusters.k, moved: moved.length }),
    moved,
  };
}
