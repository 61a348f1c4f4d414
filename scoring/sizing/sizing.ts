import type { AdoptionAssumptions } from './adoption.ts';

/** Stages of the funnel: all clients, those the product is meant for, those who can be reached, those who will likely take it up. */
export const STAGES = ['clients', 'eligible', 'reachable', 'likely'] as const;
export type Stage = (typeof STAGES)[number];

/** How many clients of the institution, and how sure that is. */
export interface SizedCount {
  readonly count: number | null;
  /** Of all clients of the branch, or of the branches that have interviews (0–1). */
  readonly share: number | null;
  readonly standardError: number | null;
  /** Design-based for all stages but `likely`, whose interval comes from the simulation. */
  readonly interval: readonly [number, number] | null;
  /** Of the simulation, at `simulation.probabilities`. */
  readonly quantiles: readonly number[] | null;
  /** Why a figure is null, known without error, or known only in part. */
  readonly reason?: string;
}

export interface LikelyCount extends SizedCount {
  /** Parts of the variance (0–1): of having asked a sample, of not knowing the adoption, and of both at once. */
  readonly varianceShares: {
    readonly sampling: number;
    readonly assumptions: number;
    readonly interaction: number;
  } | null;
}

/** The funnel of one segment; `segment` null: of all together. */
export interface SizedGroup {
  readonly segment: string | null;
  readonly interviews: number;
  readonly clients: SizedCount;
  readonly eligible: SizedCount;
  readonly reachable: SizedCount;
  readonly likely: LikelyCount;
}

export interface SizedBranch {
  readonly branch: string;
  /** Known from the frame. */
  readonly clients: number;
  readonly interviews: number;
  /** Why there are no figures, or no intervals. */
  readonly reason?: string;
  /** All together first, then segment by segment; empty where there are no interviews. */
  readonly groups: readonly SizedGroup[];
}

export interface RankedBranch {
  readonly branch: string;
  /** By the estimate; those that tie share the better rank. */
  readonly rank: number;
  readonly count: number;
  /** Probability of being truly among the first `top`, and its Monte Carlo standard error. */
  readonly probabilityTop: number | null;
  readonly monteCarloError: number | null;
  readonly expectedRank: number | null;
  readonly reason?: string;
}

export interface Sizing {
  readonly base: { readonly unweighted: number; readonly weighted: number; readonly effective: number };
  readonly frame: {
    readonly clients: number;
    /** Clients of branches with interviews: what every overall figure is about. */
    readonly covered: number;
    readonly branches: number;
    readonly withoutInterviews: readonly { readonly branch: string; readonly clients: number }[];
  };
  /** As given; null: none were, so the funnel stops at reachable. */
  readonly assumptions: AdoptionAssumptions | null;
  readonly simulation: {
    readonly draws: number;
    readonly seed: number;
    readonly probabilities: readonly number[];
    /** What was drawn, in words. */
    readonly sampling: string;
    readonly adoption: string | null;
  };
  /** All together first, then segment by segment. */
  readonly overall: readonly SizedGroup[];
  readonly branches: readonly SizedBranch[];
  readonly ranking: {
    readonly by: Stage;
    readonly top: number;
    /** Probability that the first `top` by the estimate are truly the first `top`, all of them. */
    readonly probabilityAllTop: number | null;
    /** Why it is null. */
    readonly reason?: string;
    readonly branches: readonly RankedBranch[];
  };
  readonly degreesOfFreedom: number;
  readonly notes: readonly string[];
}
