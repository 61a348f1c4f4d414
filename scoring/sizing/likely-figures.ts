import type { SegmentLaws } from './adoption.ts';
import { clientTotal, REACHABLE, type BranchShares } from './branch-shares.ts';
import type { LikelyCount } from './sizing.ts';

/** Mean and parts of the variance of the likely clients of some segments in some branches. */
export interface LikelyMoments {
  readonly count: number;
  readonly sampling: number;
  readonly assumptions: number;
  readonly interaction: number;
}

/**
 * Likely clients L = Σ_s R_s·A_s, reachable clients R from the sample and adoption A from the assumptions,
 * independent of each other: mean Σ R_s·E A_s, and
 * var L = (E A)ᵀ cov(R) (E A) + Rᵀ cov(A) R + Σ cov(R)∘cov(A): sampling, assumptions, and both at once.
 * Exact where R has the linearised covariance of the design.
 *
 * @param segments which segments count.
 */
export function likelyMoments(
  shares: BranchShares,
  branches: readonly number[],
  segments: readonly number[],
  { laws, lawOf }: SegmentLaws,
): LikelyMoments {
  const isIn = new Set(segments);
  const mean = (segment: number): number => laws[lawOf[segment]!]!.mean;
  const expected = clientTotal(shares, branches, (segment, exit) =>
    exit === REACHABLE && isIn.has(segment) ? mean(segment) : 0,
  );
  let assumptions = 0;
  let interaction = 0;
  laws.forEach((law, index) => {
    if (law.variance === 0) return;
    const reachable = clientTotal(shares, branches, (segment, exit) =>
      Number(exit === REACHABLE && isIn.has(segment) && lawOf[segment] === index),
    );
    assumptions += law.variance * reachable.total ** 2;
    interaction += law.variance * reachable.variance;
  });
  return { count: expected.total, sampling: expected.variance, assumptions, interaction };
}

export interface LikelyInput {
  readonly moments: LikelyMoments;
  readonly clients: number;
  /** Of the simulation. */
  readonly quantiles: readonly number[];
  readonly interval: readonly [number, number];
  /** Why the sampling error cannot be computed. */
  readonly refusal: string | null;
}

const NOBODY =
  'Nobody in the sample can be reached: the error cannot be computed, and the truth need not be 0.';

/** The last stage of the funnel as it is shown. */
export function likelyFigures({ moments, clients, quantiles, interval, refusal }: LikelyInput): LikelyCount {
  const { count, sampling, assumptions, interaction } = moments;
  const share = count / clients;
  if (refusal !== null)
    return {
      count,
      share,
      standardError: null,
      interval: null,
      quantiles: null,
      varianceShares: null,
      reason: refusal,
    };
  const variance = sampling + assumptions + interaction;
  if (count === 0 && variance === 0)
    return {
      count,
      share,
      standardError: null,
      interval: null,
      quantiles: null,
      varianceShares: null,
      reason: NOBODY,
    };
  const varianceShares =
    variance > 0
      ? {
          sampling: sampling / variance,
          assumptions: assumptions / variance,
          interaction: interaction / variance,
        }
      : null;
  return {
    count,
    share,
    standardError: Math.sqrt(variance),
    interval,
    quantiles,
    varianceShares,
    ...(varianceShares === null && {
      reason: 'Nothing varies: the assumptions have no range, and the sample no error here.',
    }),
  };
}
