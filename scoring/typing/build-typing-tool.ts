import { WaymarkError } from '../../contracts/errors.ts';
import { cohenKappa } from '../statistics/cohen-kappa.ts';
import { effectiveBase } from '../statistics/effective-base.ts';
import { crossValidate, type CrossValidated } from './cross-validate.ts';
import { fitScorecard } from './fit-scorecard.ts';
import { itemProducts } from './item-products.ts';
import type { Scorecard } from './scorecard.ts';
import { itemsWithin, selectItems } from './select-items.ts';
import { sortRespondents } from './sort-respondents.ts';
import { stratifiedFolds } from './stratified-folds.ts';
import type { TypingData } from './typing-data.ts';

export interface TypingToolInput {
  readonly data: TypingData;
  /** Fewest and most questions that the tool may have. */
  readonly minimum: number;
  readonly maximum: number;
  readonly folds: number;
  readonly seed: number;
  /** Called after each fold. To cancel, throw. */
  readonly onFold?: (done: number) => void;
}

export interface TypingTool {
  /** Points and cuts, learnt from everybody. */
  readonly scorecard: Scorecard;
  /** Cross-validated, by number of questions from 1 to 12 (or to `maximum` where that is more). */
  readonly byQuestions: readonly CrossValidated[];
  readonly chosen: CrossValidated;
  /** Share of the largest segment: what saying the same of everybody would get right. */
  readonly baseline01: number;
  /** Quadratic-weighted kappa of segment and tool, of those the tool places. */
  readonly weightedKappa: number | null;
  readonly standardError: number;
  readonly effectiveBase: number;
}

const CURVE = 12;

/**
 * The shortest set of questions that tells the segment: items by forward selection (see `selectItems`),
 * points by `fitPoints`, cuts by `bestCuts`. Of the sizes allowed it takes the smallest whose
 * cross-validated accuracy is within one standard error of the best (Breiman et al. 1984). Same data and
 * seed → the same bytes, in whatever order respondents are.
 *
 * Throws NOT_COMPUTABLE for fewer than two segments with respondents, a segment with fewer respondents
 * than folds, or no item that fits.
 */
export function buildTypingTool(input: TypingToolInput): TypingTool {
  const { minimum, maximum, folds, seed, onFold } = input;
  checkTool(input);
  const data = sortRespondents(input.data);
  const { target, weights, segmentCount: k } = data;
  const fold = stratifiedFolds(target, folds, seed);
  const byQuestions = crossValidate(data, fold, folds, Math.max(CURVE, maximum), onFold);
  let sum = 0;
  let squares = 0;
  const shares = new Float64Array(k);
  weights.forEach((weight, row) => {
    sum += weight;
    squares += weight * weight;
    shares[target[row]!]! += weight;
  });
  const base = effectiveBase(sum, squares);
  const errorOf = ({ accuracy01 }: CrossValidated) => Math.sqrt((accuracy01 * (1 - accuracy01)) / base);
  const allowed = byQuestions.slice(minimum - 1, maximum);
  const best = allowed.reduce((most, one) => (one.accuracy01 > most.accuracy01 ? one : most));
  const size = allowed.find(({ accuracy01 }) => accuracy01 >= best.accuracy01 - errorOf(best))!;
  const everybody = new Uint8Array(target.length).fill(1);
  const path = selectItems(data, everybody, fold, folds, Math.max(CURVE, maximum));
  const items = itemsWithin(path, size.questions);
  if (items.length === 0)
    throw new WaymarkError('NOT_COMPUTABLE', 'No item fits into the tool.', 'Raise --maximum.');
  return {
    scorecard: fitScorecard(data, items, everybody, itemProducts(data, everybody)),
    byQuestions,
    chosen: size,
    baseline01: Math.max(...shares) / sum,
    weightedKappa: cohenKappa(placedOnly(size.confusion, k), k, 'quadratic'),
    standardError: errorOf(size),
    effectiveBase: base,
  };
}

const placedOnly = (confusion: Float64Array, k: number): Float64Array =>
  Float64Array.from({ length: k * k }, (_, cell) => confusion[Math.floor(cell / k) * (k + 1) + (cell % k)]!);

function checkTool({ data, folds, minimum, maximum }: TypingToolInput): void {
  const refuse = (message: string, hint: string): never => {
    throw new WaymarkError('NOT_COMPUTABLE', message, hint);
  };
  const counts = new Uint32Array(data.segmentCount);
  for (const segment of data.target) counts[segment]! += 1;
  if (counts.filter((count) => count > 0).length < 2)
    refuse('A typing tool needs at least two segments with respondents.', 'Choose another target.');
  const small = counts.findIndex((count) => count < folds);
  if (small >= 0)
    refuse(
      `Segment ${small + 1} has ${counts[small]!} respondents; ${folds} folds need ${folds} in each.`,
      'Ask for fewer folds, or collect more interviews.',
    );
  if (minimum > maximum)
    refuse(`Expected a minimum of at most the maximum; found ${minimum} and ${maximum}.`, 'Swap them.');
}
