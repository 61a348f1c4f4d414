import { ARCHETYPES, archetypeRank } from '../../contracts/archetype.ts';
import type { Answers } from '../../contracts/answer.ts';
import type { BackCheckComparison } from '../../contracts/back-check-report.ts';
import type { Codebook } from '../../contracts/codebook.ts';
import { conditionReferences } from '../conditions/condition-references.ts';
import { compileClassifier } from '../rules/compile-classifier.ts';
import type { CheckedPair } from './compare-answers.ts';
import { NO_CODE } from './item-codes.ts';
import { kappasOf } from './kappa-or-reason.ts';

type Segments = BackCheckComparison['segments'];

/**
 * Whether the rules place people the same after the back-check: on its answers alone, which few items often
 * leave open, and on the interview with its answers put in place of the interview's own.
 *
 * @param items what the back-check asked
 */
export function compareSegments(
  codebook: Codebook,
  items: readonly string[],
  pairs: readonly CheckedPair[],
): Segments {
  const classify = compileClassifier(codebook);
  const rankOf = (answers: Answers): number => {
    const { archetype } = classify(answers);
    return archetype === null ? NO_CODE : archetypeRank(archetype);
  };
  const first = Uint16Array.from(pairs, (pair) => rankOf(pair.first));
  const agreementWith = (second: Uint16Array): Segments['alone'] => {
    const { counts, compared, weightedKappa } = kappasOf({ size: ARCHETYPES.length, first, second });
    return {
      compared,
      agree: counts.reduce((sum, row, rank) => sum + row[rank]!, 0),
      counts: counts.map((row) => [...row]),
      weightedKappa,
    };
  };
  const needed = itemsNeeded(codebook);
  return {
    itemsNeeded: needed.size,
    itemsAsked: items.filter((item) => needed.has(item)).length,
    alone: agreementWith(Uint16Array.from(pairs, ({ second }) => rankOf(pick(second, items)))),
    corrected: agreementWith(
      Uint16Array.from(pairs, (pair) =>
        rankOf({ ...without(pair.first, items), ...pick(pair.second, items) }),
      ),
    ),
  };
}

const pick = (answers: Answers, items: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => items.includes(name)));

const without = (answers: Answers, items: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => !items.includes(name)));

/** Items that the rules and caps of the model look at, by themselves or through a score. */
function itemsNeeded({ model, variables }: Codebook): ReadonlySet<string> {
  const conditions = [
    ...model.rules.flatMap(({ all }) => all.map(({ when }) => when)),
    ...model.caps.map(({ when }) => when),
  ];
  const { items, thresholds } = conditionReferences(conditions, model.facts);
  const scores = new Set(thresholds.map(({ score }) => score));
  for (const { name, scoring } of variables) if (scoring && scores.has(scoring.score)) items.add(name);
  return items;
}
