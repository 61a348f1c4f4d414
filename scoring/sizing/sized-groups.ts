import type { SegmentLaws } from './adoption.ts';
import {
  clientTotal,
  EXITS,
  NOT_ELIGIBLE,
  REACHABLE,
  type BranchShares,
  type CountOf,
} from './branch-shares.ts';
import { countFigures } from './count-figures.ts';
import { likelyFigures, likelyMoments } from './likely-figures.ts';
import type { Draws } from './simulate.ts';
import type { LikelyCount, SizedCount, SizedGroup } from './sizing.ts';
import { sortedQuantiles } from './sorted-quantiles.ts';

export interface GroupsInput {
  readonly shares: BranchShares;
  /** The branches that the figures are about. */
  readonly branches: readonly number[];
  readonly segments: readonly string[];
  readonly laws: SegmentLaws | null;
  /** Simulated clients of these branches; sorted in place. */
  readonly drawn: Draws;
  readonly probabilities: readonly number[];
  readonly confidence: number;
  readonly degreesOfFreedom: number;
  /** Stages that all pass because no condition stands before them: the frame knows their number. */
  readonly unfiltered: number;
  /** Why no error can be computed, or what it leaves out; null: neither. */
  readonly refusal: string | null;
  readonly caveat: string | null;
}

/** Whether a client who leaves the funnel at an exit has passed each stage. */
const PASSED: readonly ((exit: number) => boolean)[] = [
  () => true,
  (exit) => exit !== NOT_ELIGIBLE,
  (exit) => exit === REACHABLE,
];
const NO_ASSUMPTIONS = 'No adoption assumptions were given.';

/** The funnel of all segments together, then of each, over some branches. */
export function sizedGroups(input: GroupsInput): SizedGroup[] {
  const { shares, branches, segments } = input;
  const everyone = [...segments.keys()];
  const clients = branches.reduce((sum, branch) => sum + shares.clients[branch]!, 0);
  const groupOf = (name: string | null, own: readonly number[]): SizedGroup => {
    const place = name === null ? segments.length : own[0]!;
    const isIn = new Set(own);
    const stage = (index: number): SizedCount => {
      const passed = PASSED[index]!;
      const countOf: CountOf = (segment, exit) => Number(isIn.has(segment) && passed(exit));
      const { total, variance } = clientTotal(shares, branches, countOf);
      const isKnown = name === null && index < input.unfiltered;
      return withCaveat(
        countFigures({
          ...input,
          count: isKnown ? clients : total,
          variance,
          clients,
          quantiles: sortedQuantiles(input.drawn.at(place, index), input.probabilities),
          isKnown,
        }),
        isKnown ? null : input.caveat,
      );
    };
    let interviews = 0;
    for (const branch of branches)
      for (const segment of own)
        for (let exit = 0; exit < EXITS; exit += 1)
          interviews += shares.totals.n[(branch * segments.length + segment) * EXITS + exit]!;
    return {
      segment: name,
      interviews,
      clients: stage(0),
      eligible: stage(1),
      reachable: stage(2),
      likely: likelyOf(input, own, place, clients),
    };
  };
  return [groupOf(null, everyone), ...everyone.map((segment) => groupOf(segments[segment]!, [segment]))];
}

function likelyOf(input: GroupsInput, own: readonly number[], place: number, clients: number): LikelyCount {
  const { shares, branches, laws, probabilities, refusal, caveat } = input;
  if (laws === null)
    return {
      count: null,
      share: null,
      standardError: null,
      interval: null,
      quantiles: null,
      varianceShares: null,
      reason: NO_ASSUMPTIONS,
    };
  const quantiles = sortedQuantiles(input.drawn.at(place, 3), probabilities);
  const interval = [quantiles[0]!, quantiles.at(-1)!] as const;
  const moments = likelyMoments(shares, branches, own, laws);
  return withCaveat(likelyFigures({ moments, clients, quantiles, interval, refusal }), caveat);
}

function withCaveat<T extends SizedCount>(figures: T, caveat: string | null): T {
  return caveat === null || figures.reason !== undefined ? figures : { ...figures, reason: caveat };
}
