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
  const impossible = outOfBounds(request.margins, lower, upper);
  let baseWeights = weights;
  let { iterations } = raked;
  let rounds = 0;
  const isDone = (): boolean => !raked.converged || !isOutside(raked.weights, lower, upper);
  while (impossible === null && rounds < MOST_ROUNDS && !isDone()) {
    const { weights: within, trimmed } = trimWeights(raked.weights, lower, upper);
    trimmed.forEach((side, row) => {
      if (side !== 0) sides[row] = side;
    });
    baseWeights = within;
    raked = rake({ ...request, weights: baseWeights });
    iterations += raked.iterations;
    rounds += 1;
  }
  const trimming = { lower, upper, rounds, raised: countOf(sides, -1), cut: countOf(sides, 1) };
  const done = { ...raked, iterations, baseWeights, trimming };
  if (isDone()) return done;
  return {
    ...done,
    converged: false,
    reason:
      impossible ??
      `After ${rounds} rounds of trimming and raking the margins and the bounds ${trim.low} to ${trim.high} do not hold together. Widen the bounds, or merge small categories.`,
  };
}

function isOutside(weights: Float64Array, lower: number, upper: number): boolean {
  return weights.some(
    (weight) => weight < lower * (1 - BOUND_TOLERANCE) || weight > upper * (1 + BOUND_TOLERANCE),
  );
}

/** A category whose mean weight, which its count fixes, is out of bounds: then nothing can help. */
function outOfBounds(margins: readonly Margin[], lower: number, upper: number): string | null {
  for (const { name, categories, counts, indices } of margins) {
    const respondents = new Float64Array(counts.length);
    for (const category of indices) respondents[category]! += 1;
    const place = counts.findIndex((count, category) => {
      const mean = count / respondents[category]!;
      return mean < lower * (1 - BOUND_TOLERANCE) || mean > upper * (1 + BOUND_TOLERANCE);
    });
    if (place < 0) continue;
    const mean = counts[place]! / respondents[place]!;
    return `"${name}" = "${categories[place]!}": ${respondents[place]!} respondents stand for ${counts[place]!} clients, ${mean.toPrecision(4)} each, which is outside the bounds ${lower.toPrecision(4)} to ${upper.toPrecision(4)}. Widen the bounds, or merge the category with a neighbour.`;
  }
  return null;
}

const countOf = (sides: Int8Array, side: number): number =>
  sides.reduce((count, one) => count + (one === side ? 1 : 0), 0);
