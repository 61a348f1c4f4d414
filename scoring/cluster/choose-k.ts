import type { Stability } from './bootstrap-stability.ts';

/** What is known of one number of clusters. */
export interface Candidate {
  readonly k: number;
  readonly silhouette: number | null;
  readonly calinskiHarabasz: number | null;
  readonly daviesBouldin: number | null;
  readonly stability: Stability['jaccard'] | null;
}

export interface Choice {
  readonly chosen: number | null;
  readonly rule: string;
  /** Which k each index prefers; null where it prefers none of those asked for. */
  readonly votes: {
    readonly silhouette: number | null;
    readonly calinskiHarabasz: number | null;
    readonly daviesBouldin: number | null;
    readonly gap: number | null;
  };
  readonly notes: readonly string[];
}

/** The least stable cluster must reach this for a k to be in the choice: below it, fpc calls it unstable. */
const MINIMUM_JACCARD = 0.6;
const RULE =
  'Of the k whose least stable cluster has a mean Jaccard of 0.60 or more, the one preferred by most of: highest silhouette, highest Calinski–Harabasz, lowest Davies–Bouldin, gap statistic (Tibs2001SEmax). On a tie the more stable, then the smaller. Never by one index alone.';

/**
 * Chooses a number of clusters, by the rule that is in the result. Where no k is stable, all are in the
 * choice and a note says so; with one k there is nothing to choose.
 *
 * @param gapPrefers by the gap statistic; null where it was not computed.
 */
export function chooseK(candidates: readonly Candidate[], gapPrefers: number | null): Choice {
  const votes = {
    silhouette: best(candidates, ({ silhouette }) => silhouette),
    calinskiHarabasz: best(candidates, ({ calinskiHarabasz }) => calinskiHarabasz),
    daviesBouldin: best(candidates, ({ daviesBouldin }) => (daviesBouldin === null ? null : -daviesBouldin)),
    gap: candidates.some(({ k }) => k === gapPrefers) ? gapPrefers : null,
  };
  if (candidates.length < 2) {
    return { chosen: candidates[0]?.k ?? null, rule: 'The only k that could be computed.', votes, notes: [] };
  }
  const notes: string[] = [];
  if (gapPrefers === 1) notes.push('The gap statistic prefers one cluster: there may be no groups at all.');
  const stable = candidates.filter((candidate) => leastJaccard(candidate) >= MINIMUM_JACCARD);
  if (stable.length === 0) notes.push('No k is stable: draw another sample and other groups appear.');
  const eligible = stable.length > 0 ? stable : candidates;
  const votesFor = (k: number) => Object.values(votes).filter((vote) => vote === k).length;
  const [first] = eligible.toSorted(
    (a, b) => votesFor(b.k) - votesFor(a.k) || leastJaccard(b) - leastJaccard(a) || a.k - b.k,
  );
  if (first !== undefined && votesFor(first.k) < 2) {
    notes.push('The indices do not agree on a number of clusters: prefer what the archetypes suggest.');
  }
  return { chosen: first?.k ?? null, rule: RULE, votes, notes };
}

/** 0 where it is not known: what cannot be shown to be stable is not taken for stable. */
function leastJaccard({ stability }: Candidate): number {
  if (stability === null) return 0;
  return Math.min(...stability.map((jaccard) => jaccard ?? 0));
}

/** The k with the highest figure; the smaller on a tie. */
function best(candidates: readonly Candidate[], figure: (one: Candidate) => number | null): number | null {
  let prefers: number | null = null;
  let most = -Infinity;
  for (const candidate of candidates) {
    const value = figure(candidate);
    if (value === null || value <= most) continue;
    most = value;
    prefers = candidate.k;
  }
  return prefers;
}
