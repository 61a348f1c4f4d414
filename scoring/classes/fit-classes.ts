import { WaymarkError } from '../../contracts/errors.ts';
import type { AnswerPatterns } from './answer-patterns.ts';
import { bestStart, type BestStart, type StartsInput } from './best-start.ts';
import { classPosteriors } from './class-posteriors.ts';
import type { LatentClasses } from './latent-classes.ts';
import { orderClasses } from './order-classes.ts';

export interface FitInput extends StartsInput {
  /**
   * Item → category → points of an answer, so that classes run from the least to the most; absent:
   * from the largest class to the smallest.
   */
  readonly points?: readonly (readonly number[])[];
}

/** The most classes that are tried. */
const MOST_CLASSES = 8;
const BOUNDARY = 1e-5;

/**
 * Latent class analysis (Lazarsfeld & Henry 1968; Goodman 1974) of categorical items, by EM from seeded
 * random starts, as R's poLCA: within a class answers are independent. A missing answer drops out of
 * the likelihood (missing at random). Same patterns, k, restarts and seed → the same bytes.
 *
 * Throws NOT_COMPUTABLE for k outside 1–8, fewer than two items, an item with one category in use, or
 * more classes than different answer patterns.
 */
export function fitClasses(input: FitInput): LatentClasses {
  checkFit(input);
  const { patterns, k, points } = input;
  const starts = bestStart(input);
  const { parameters, logLikelihood } = starts.best;
  const { stride, firstSlots } = starts.grouped;
  const order = orderClasses(parameters, starts.grouped, k, points && pointsOfSlots(points));
  const sizes = order.map((label) => parameters[label]!);
  const probabilities = patterns.categoryCounts.map((count, item) =>
    order.map((label) =>
      Array.from({ length: count }, (_, code) => parameters[(firstSlots[item]! + code) * stride + label]!),
    ),
  );
  const total = patterns.totalWeight;
  const free = k - 1 + k * patterns.categoryCounts.reduce((sum, count) => sum + count - 1, 0);
  const cells = patterns.categoryCounts.reduce((product, count) => product * count, 1);
  const fit: LatentClasses = {
    k,
    logLikelihood,
    parameters: free,
    degreesOfFreedom: Math.round(1e6 * Math.min(total, cells - 1)) / 1e6 - free,
    bic: -2 * logLikelihood + free * Math.log(total),
    aic: -2 * logLikelihood + 2 * free,
    relativeEntropy: null,
    sizes,
    probabilities,
    convergence: {
      converged: starts.best.converged,
      iterations: starts.steps,
      largestChange: starts.best.largestChange,
      restarts: starts.reached.length,
      reachedBest: reachedBest(starts),
    },
    boundaryEstimates: probabilities.flat(2).filter((share) => share < BOUNDARY || share > 1 - BOUNDARY)
      .length,
    warnings: [],
  };
  return { ...fit, relativeEntropy: relativeEntropy(patterns, fit), warnings: warningsOf(fit) };
}

/** Starts within 0.01 and two ten-millionths of the best log-likelihood: far nearer than maxima lie apart. */
function reachedBest({ best, reached }: BestStart): number {
  const slack = 0.01 + 2e-7 * Math.abs(best.logLikelihood);
  return reached.filter((value) => best.logLikelihood - value < slack).length;
}

/** Relative entropy of Ramaswamy et al. 1993, as Mplus and poLCA.entropy users report it. */
function relativeEntropy(patterns: AnswerPatterns, fit: LatentClasses): number | null {
  if (fit.k === 1) return null;
  const posteriors = classPosteriors(patterns, fit);
  let entropy = 0;
  posteriors.forEach((share, index) => {
    if (share > 0) entropy -= patterns.weights[Math.floor(index / fit.k)]! * share * Math.log(share);
  });
  return 1 - entropy / (patterns.totalWeight * Math.log(fit.k));
}

function warningsOf({ convergence, degreesOfFreedom, k, sizes, boundaryEstimates }: LatentClasses): string[] {
  const warnings: string[] = [];
  if (!convergence.converged)
    warnings.push('EM did not settle within 20,000 steps; read the figures with care.');
  if (degreesOfFreedom < 0)
    warnings.push(
      'Not identified: there are more parameters than the answers can tell apart (degrees of freedom below 0). Ask for fewer classes or items.',
    );
  if (k > 1 && convergence.restarts > 1 && convergence.reachedBest === 1)
    warnings.push(
      'Only one start reached the best log-likelihood, so a better one may exist. Ask for more restarts.',
    );
  if (sizes.some((share) => share < 0.01)) warnings.push('A class holds less than 1 % of the respondents.');
  if (boundaryEstimates > 0)
    warnings.push(
      `${boundaryEstimates} ${boundaryEstimates === 1 ? 'probability of an answer is' : 'probabilities of answers are'} 0 or 1 (boundary estimates).`,
    );
  return warnings;
}

const pointsOfSlots = (points: readonly (readonly number[])[]): Float64Array =>
  Float64Array.from([0, ...points.flat(), 0]);

function checkFit({ patterns, k, restarts }: FitInput): void {
  const refuse = (message: string, hint: string): never => {
    throw new WaymarkError('NOT_COMPUTABLE', message, hint);
  };
  const { categoryCounts, codes, count } = patterns;
  if (!(Number.isInteger(k) && k >= 1 && k <= MOST_CLASSES))
    refuse(`Expected 1 to ${MOST_CLASSES} classes; found ${k}.`, 'Ask for fewer classes.');
  if (!(Number.isInteger(restarts) && restarts >= 1))
    refuse(`Expected at least one start; found ${restarts}.`, 'Ask for 10 or more restarts.');
  if (categoryCounts.length < 2)
    refuse(`Expected at least 2 items; found ${categoryCounts.length}.`, 'Name more items.');
  categoryCounts.forEach((categories, item) => {
    const used = new Set<number>();
    for (let place = item; place < codes.length; place += categoryCounts.length)
      if (codes[place]! < categories) used.add(codes[place]!);
    if (used.size < 2)
      refuse(`Everybody gives the same answer to item ${item + 1}, or none.`, 'Leave the item out.');
  });
  if (k > count)
    refuse(
      `${k} classes need at least ${k} different answer patterns; there are ${count}.`,
      'Ask for fewer classes.',
    );
}
