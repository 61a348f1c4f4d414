import { fitScorecard } from './fit-scorecard.ts';
import { itemProducts } from './item-products.ts';
import { itemEvidence, priorEvidence } from './naive-bayes.ts';
import { segmentOf, totalOf } from './scorecard.ts';
import { itemsWithin, selectItems } from './select-items.ts';
import type { TypingData } from './typing-data.ts';

/** What comes out for respondents that nothing was learnt from, for one number of questions. */
export interface CrossValidated {
  readonly questions: number;
  /** Weight by segment and what the scorecard says, row-major segments × (segments + 1); last: nothing said. */
  readonly confusion: Float64Array;
  /** Weighted share sorted right by the scorecard, and by naive Bayes on the same items. */
  readonly accuracy01: number;
  readonly naiveBayesAccuracy01: number;
}

/**
 * Stratified cross-validation with selection inside: in each fold items are chosen, points fitted and cuts
 * set without the respondents it is then tried on, for 1 … `most` questions.
 */
export function crossValidate(
  data: TypingData,
  fold: Uint8Array,
  folds: number,
  most: number,
  onFold?: (done: number) => void,
): CrossValidated[] {
  const { items, target, weights, segmentCount: k } = data;
  const confusions = Array.from({ length: most }, () => new Float64Array(k * (k + 1)));
  const bayesRight = new Float64Array(most);
  for (let out = 0; out < folds; out += 1) {
    const training = Uint8Array.from(fold, (own) => Number(own !== out));
    const path = selectItems(data, training, fold, folds, most);
    const products = itemProducts(data, training);
    const held = [...fold.keys()].filter((row) => fold[row] === out);
    const prior = priorEvidence(data, training, fold, folds);
    const evidence = new Map<number, Float64Array>();
    for (let questions = 1; questions <= most; questions += 1) {
      const chosen = itemsWithin(path, questions);
      const card = fitScorecard(data, chosen, training, products);
      for (const item of chosen)
        if (!evidence.has(item)) evidence.set(item, itemEvidence(data, item, training, fold, folds));
      for (const row of held) {
        const said = segmentOf(totalOf(items, card, row), card.from);
        confusions[questions - 1]![target[row]! * (k + 1) + (said < 0 ? k : said)]! += weights[row]!;
        if (bayesSays(row, k, prior, chosen, evidence) === target[row])
          bayesRight[questions - 1]! += weights[row]!;
      }
    }
    onFold?.(out + 1);
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return confusions.map((confusion, place) => ({
    questions: place + 1,
    confusion,
    accuracy01: diagonal(confusion, k) / total,
    naiveBayesAccuracy01: bayesRight[place]! / total,
  }));
}

function diagonal(confusion: Float64Array, k: number): number {
  let sum = 0;
  for (let segment = 0; segment < k; segment += 1) sum += confusion[segment * (k + 1) + segment]!;
  return sum;
}

function bayesSays(
  row: number,
  k: number,
  prior: Float64Array,
  chosen: readonly number[],
  evidence: ReadonlyMap<number, Float64Array>,
): number {
  let best = 0;
  let most = -Infinity;
  for (let segment = 0; segment < k; segment += 1) {
    let score = prior[row * k + segment]!;
    for (const item of chosen) score += evidence.get(item)![row * k + segment]!;
    if (score > most) {
      most = score;
      best = segment;
    }
  }
  return best;
}
