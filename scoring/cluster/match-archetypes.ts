import { ARCHETYPES } from '../../contracts/archetype.ts';

export interface Match {
  /** Archetype rank per cluster; −1 where the clusters are not named. */
  readonly archetypeOfCluster: Int8Array;
  /** Why they are not named; null where they are. */
  readonly refusal: string | null;
}

export interface MatchInput {
  readonly k: number;
  /** Row-major k × scoreKeys, in canonical order (by mean). */
  readonly centroids: Float64Array;
  /** `dimension` or `dimension.context` per column. */
  readonly scoreKeys: readonly string[];
  /** Mean scores of each archetype by the rules, row-major 4 × scoreKeys; NaN where nobody is in it. */
  readonly ruleProfiles: Float64Array;
}

/** How far a more mature cluster may fall behind on one dimension, in points. */
const DIMENSION_TOLERANCE_100 = 2;
/** Neighbouring clusters whose overall means are nearer than this say nothing about an order. */
const MINIMUM_GAP_100 = 2;

/**
 * Names clusters after archetypes. The assignment must be monotone: the more mature cluster gets the
 * more mature archetype. The engine refuses, with a reason, where
 *
 * - there are not four clusters;
 * - neighbouring clusters do not differ in their overall mean, or a dimension (comfort, behaviour …)
 *   runs against the order by more than 2 points;
 * - the rules put nobody in an archetype, so there is no profile to compare with;
 * - of all 24 assignments, the one nearest to the rules' profiles (least squares) is not the monotone one.
 */
export function matchArchetypes(input: MatchInput): Match {
  const refusal = refusalOf(input);
  const archetypeOfCluster = Int8Array.from({ length: input.k }, (_, cluster) =>
    refusal === null ? cluster : -1,
  );
  return { archetypeOfCluster, refusal };
}

function refusalOf({ k, centroids, scoreKeys, ruleProfiles }: MatchInput): string | null {
  if (k !== ARCHETYPES.length) {
    return `There are ${k} clusters; only four can be named after the four archetypes.`;
  }
  const profiles = rowsOf(centroids, scoreKeys.length);
  return (
    gapRefusal(profiles) ??
    dimensionRefusal(profiles, scoreKeys) ??
    resemblanceRefusal(profiles, rowsOf(ruleProfiles, scoreKeys.length))
  );
}

function gapRefusal(profiles: readonly number[][]): string | null {
  const means = profiles.map(mean);
  const place = means.findIndex(
    (value, cluster) => cluster > 0 && value - means[cluster - 1]! < MINIMUM_GAP_100,
  );
  if (place < 0) return null;
  return `Clusters ${place} and ${place + 1} are equally mature overall (means ${format(means[place - 1]!)} and ${format(means[place]!)}), so they have no order.`;
}

function dimensionRefusal(profiles: readonly number[][], scoreKeys: readonly string[]): string | null {
  const dimensions = [...new Set(scoreKeys.map((key) => key.split('.')[0]!))];
  for (const dimension of dimensions) {
    const means = profiles.map((profile) =>
      mean(profile.filter((_, column) => scoreKeys[column]!.split('.')[0] === dimension)),
    );
    const place = means.findIndex(
      (value, cluster) => cluster > 0 && value < means[cluster - 1]! - DIMENSION_TOLERANCE_100,
    );
    if (place > 0) {
      return `Cluster ${place + 1} is more mature overall than cluster ${place}, but has less ${dimension} (${format(means[place]!)} against ${format(means[place - 1]!)}): the clusters are not ordered.`;
    }
  }
  return null;
}

function resemblanceRefusal(profiles: readonly number[][], archetypes: readonly number[][]): string | null {
  const nobody = archetypes.findIndex((profile) => profile.some(Number.isNaN));
  if (nobody >= 0) {
    return `The rules find nobody ${ARCHETYPES[nobody]!} with all scores, so the clusters cannot be matched with four archetypes.`;
  }
  const costOf = (assignment: readonly number[]) =>
    assignment.reduce(
      (sum, rank, cluster) => sum + squaredDistance(profiles[cluster]!, archetypes[rank]!),
      0,
    );
  const monotone = [...profiles.keys()];
  const monotoneCost = costOf(monotone);
  const better = permutations(monotone).find((assignment) => costOf(assignment) < monotoneCost - 1e-9);
  if (better === undefined) return null;
  const names = better.map((rank) => ARCHETYPES[rank]!).join(', ');
  return `From least to most mature, the clusters look most like ${names} as the rules see them: not the archetypes in order.`;
}

function permutations(items: readonly number[]): number[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((first) =>
    permutations(items.filter((item) => item !== first)).map((rest) => [first, ...rest]),
  );
}

function rowsOf(values: Float64Array, columns: number): number[][] {
  return Array.from({ length: values.length / columns }, (_, row) => [
    ...values.subarray(row * columns, (row + 1) * columns),
  ]);
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const squaredDistance = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, column) => sum + (value - b[column]!) ** 2, 0);
const format = (value: number) => value.toFixed(1);
