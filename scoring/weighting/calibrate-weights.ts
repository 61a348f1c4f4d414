import type { Margin } from './margin.ts';
import { rake, type RakeResult } from './rake.ts';
import { trimWeights } from './trim-weights.ts';

/** Bounds relative to the mean weight: `low` under 1, `high` over 1. */
export interface TrimBounds {
  readonly low: number;
  readonly high: number;
}

export interface CalibrationRequest {
  /** Weight of each respondent to begin with, above 0. */
  readonly weights: Float64Array;
  /** As `checkMargins` lets them through; none: the weights are only trimmed. */
  readonly margins: readonly Margin[];
  readonly trim?: TrimBounds;
  readonly maximumIterations?: number;
  readonly tolerance?: number;
}

export interface Calibration extends RakeResult {
  /** The weights that the last raking began with: those given, or those trimmed. Variances need them. */
  readonly baseWeights: Float64Array;
  readonly trimming: Trimming | null;
}

export interface Trimming {
  /** Bounds in the units of the final weights. */
  readonly lower: number;
  readonly upper: number;
  /** Times that weights were trimmed and raked again. */
  readonly rounds: number;
  /** Respondents raised to the lower bound in any round, and cut to the upper. */
  readonly raised: number;
  readonly cut: number;
}

/** How far, relative to a bound, a weight may lie outside it after the last raking. */
const BOUND_TOLERANCE = 1e-9;
const MOST_ROUNDS = 1000;

/**
 * Rakes weights to margins; with bounds, trims them (`trimWeights`) and rakes again, in turns, until margins
 * and bounds both hold. The bounds are multiples of the mean weight, which the margins fix, so they do not
 * move meanwhile. Not converged, with the reason, where the two cannot be had together.
 */
export function calibrateWeights(request: CalibrationRequest): Calibration {
  const { weights, trim } = request;
  let raked = rake(request);
  if (trim === undefined) return { ...raked, baseWeights: weights, trimming: null };
  const mean = raked.weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  const lower = trim.low * mean;
  const upper = trim.high * mean;
  const sides = new Int8Array(weights.length);
  let baseWeights = weights;
  let { iterations } = raked;
  let rounds = 0;
  let isFeasible = true;
  while (raked.converged && isFeasible && rounds < MOST_ROUNDS && isOutside(raked.weights, lower, upper)) {
    const cut = trimWeights(raked.weights, lower, upper);
    isFeasible = cut.isFeasible;
    if (!isFeasible) break;
    cut.trimmed.forEach((side, row) => {
      if (side !== 0) sides[row] = side;
    });
    baseWeights = cut.weights;
    raked = rake({ ...request, weights: baseWeights });
    iterations += raked.iterations;
    rounds += 1;
  }
  const trimming = { lower, upper, rounds, raised: countOf(sides, -1), cut: countOf(sides, 1) };
  const holds = !isOutside(raked.weights, lower, upper);
  const done = { ...raked, iterations, baseWeights, trimming };
  if (!raked.converged || holds) return done;
  return {
    ...done,
    converged: false,
    reason: `After ${rounds} rounds of trimming and raking the margins and the bounds ${trim.low} to ${trim.high} do not hold together. Widen the bounds, or merge small categories.`,
  };
}

function isOutside(weights: Float64Array, lower: number, upper: number): boolean {
  return weights.some(
    (weight) => weight < lower * (1 - BOUND_TOLERANCE) || weight > upper * (1 + BOUND_TOLERANCE),
  );
}

const countOf = (sides: Int8Array, side: number): number =>
  sides.reduce((count, one) => count + (one === side ? 1 : 0), 0);
