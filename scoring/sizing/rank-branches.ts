import { rankDraws } from './rank-draws.ts';
import type { Sizing, Stage } from './sizing.ts';

export interface RankInput {
  readonly branches: readonly {
    readonly branch: string;
    /** Simulated clients, one value per draw. */
    readonly values: Float64Array;
    readonly count: number;
    /** What is doubtful about it; null: nothing. */
    readonly reason: string | null;
  }[];
  readonly by: Stage;
  readonly top: number;
}

/** Ranks branches by their estimate, largest first, with the probability that each is truly among the first. */
export function rankBranches({ branches, by, top }: RankInput): Sizing['ranking'] {
  const order = [...branches.keys()].sort((a, b) => branches[b]!.count - branches[a]!.count || a - b);
  const drawn = rankDraws(
    branches.map(({ values }) => values),
    top,
    order.slice(0, top),
  );
  const draws = branches[0]?.values.length ?? 0;
  return {
    by,
    top,
    probabilityAllTop: drawn.probabilityAll,
    branches: order.map((place) => {
      const { branch, count, reason } = branches[place]!;
      const probabilityTop = drawn.probabilityTop[place]!;
      return {
        branch,
        rank: 1 + branches.filter((other) => other.count > count).length,
        count,
        probabilityTop,
        monteCarloError: Math.sqrt(Math.max(0, probabilityTop * (1 - probabilityTop)) / draws),
        expectedRank: drawn.expectedRank[place]!,
        ...(reason !== null && { reason }),
      };
    }),
  };
}
