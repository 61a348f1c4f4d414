import { rankDraws } from './rank-draws.ts';
import type { Sizing, Stage } from './sizing.ts';

export interface RankInput {
  readonly branches: readonly {
    readonly branch: string;
    /** Simulated clients, one value per draw. */
    readonly values: Float64Array;
    readonly count: number;
    /** Why its values do not vary as they should; null: they do. */
    readonly reason: string | null;
  }[];
  readonly by: Stage;
  readonly top: number;
}

/**
 * Ranks branches by their estimate, largest first, with the probability that each is truly among the
 * first. A branch that is held at its estimate has none of its own; the others are ranked beside it.
 */
export function rankBranches({ branches, by, top }: RankInput): Sizing['ranking'] {
  const order = [...branches.keys()].sort((a, b) => branches[b]!.count - branches[a]!.count || a - b);
  const drawn = rankDraws(
    branches.map(({ values }) => values),
    top,
    order.slice(0, top),
  );
  const draws = branches[0]?.values.length ?? 0;
  const held = branches.filter(({ reason }) => reason !== null);
  return {
    by,
    top,
    ...(held.length === 0
      ? { probabilityAllTop: drawn.probabilityAll }
      : {
          probabilityAllTop: null,
          reason: `Held at the estimate, because the sampling error cannot be computed: ${held.map(({ branch }) => branch).join(', ')}.`,
        }),
    branches: order.map((place) => {
      const { branch, count, reason } = branches[place]!;
      const probabilityTop = drawn.probabilityTop[place]!;
      const rank = 1 + branches.filter((other) => other.count > count).length;
      if (reason !== null)
        return {
          branch,
          rank,
          count,
          probabilityTop: null,
          monteCarloError: null,
          expectedRank: null,
          reason,
        };
      return {
        branch,
        rank,
        count,
        probabilityTop,
        monteCarloError: Math.sqrt(Math.max(0, probabilityTop * (1 - probabilityTop)) / draws),
        expectedRank: drawn.expectedRank[place]!,
      };
    }),
  };
}
