import { jointCells } from './joint-cells.ts';
import type { Margin } from './margin.ts';

export interface RakeRequest {
  /** Weight of each respondent before raking, above 0. */
  readonly weights: Float64Array;
  /** As `checkMargins` lets them through. One margin is post-stratification. */
  readonly margins: readonly Margin[];
  readonly maximumIterations?: number;
  /** Largest relative miss of a count at which raking has converged. */
  readonly tolerance?: number;
}

export interface RakeResult {
  readonly weights: Float64Array;
  readonly converged: boolean;
  /** Passes over all margins. */
  readonly iterations: number;
  /** Largest |weighted count − count| / count of any category. */
  readonly largestError: number;
  /** Where not converged: which category is missed most. */
  readonly reason?: string;
}

const DEFAULT_ITERATIONS = 1000;
const DEFAULT_TOLERANCE = 1e-10;

/**
 * Raking: iterative proportional fitting of weights to known margins (Deming & Stephan 1940), as R's
 * `survey::rake` run to convergence, or `postStratify` for one margin. Each pass multiplies the weights so
 * that one margin after another is met; it stops where all are met within `tolerance`. The factors are
 * worked out on the cells of the cross-classification, so a pass costs cells, not respondents.
 *
 * Weights are never negative, and multiplying all starting weights by a number changes nothing.
 */
export function rake(request: RakeRequest): RakeResult {
  const { weights, margins, maximumIterations = DEFAULT_ITERATIONS, tolerance = DEFAULT_TOLERANCE } = request;
  const cells = jointCells(margins, weights.length);
  const start = new Float64Array(cells.count);
  weights.forEach((weight, row) => {
    start[cells.ofRespondent[row]!]! += weight;
  });
  const fitted = start.slice();
  let iterations = 0;
  let worst = largestMiss(fitted, margins, cells.categories);
  while (worst.error > tolerance && iterations < maximumIterations) {
    margins.forEach((margin, place) => {
      const categories = cells.categories[place]!;
      const sums = sumsOver(fitted, categories, margin.counts.length);
      for (let cell = 0; cell < cells.count; cell += 1) {
        const sum = sums[categories[cell]!]!;
        // A sum that has vanished stays so: its cells hold nothing that could be scaled up.
        if (sum > 0) fitted[cell]! *= margin.counts[categories[cell]!]! / sum;
      }
    });
    iterations += 1;
    worst = largestMiss(fitted, margins, cells.categories);
  }
  const factors = fitted.map((sum, cell) => sum / start[cell]!);
  const converged = worst.error <= tolerance;
  return {
    weights: weights.map((weight, row) => weight * factors[cells.ofRespondent[row]!]!),
    converged,
    iterations,
    largestError: worst.error,
    ...(converged ? {} : { reason: missed(iterations, worst) }),
  };
}

interface Miss {
  readonly error: number;
  readonly variable: string;
  readonly category: string;
}

function largestMiss(
  fitted: Float64Array,
  margins: readonly Margin[],
  categories: readonly Uint32Array[],
): Miss {
  let worst: Miss = { error: 0, variable: '', category: '' };
  margins.forEach((margin, place) => {
    sumsOver(fitted, categories[place]!, margin.counts.length).forEach((sum, category) => {
      const error = Math.abs(sum - margin.counts[category]!) / margin.counts[category]!;
      if (error > worst.error)
        worst = { error, variable: margin.name, category: margin.categories[category]! };
    });
  });
  return worst;
}

function sumsOver(values: Float64Array, categories: Uint32Array, count: number): Float64Array {
  const sums = new Float64Array(count);
  for (let cell = 0; cell < values.length; cell += 1) sums[categories[cell]!]! += values[cell]!;
  return sums;
}

const missed = (iterations: number, { error, variable, category }: Miss): string =>
  `After ${iterations} iterations "${variable}" = "${category}" still misses its count by ${(error * 100).toPrecision(3)} %. ` +
  'The margins may contradict each other where combinations of categories have no respondents: merge categories.';
