import { ARCHETYPES, archetypeRank, type Archetype } from '../../contracts/archetype.ts';
import type { Localized } from '../../contracts/language.ts';
import type { ScoringModel } from '../../contracts/model.ts';
import { TRUE } from '../conditions/kleene.ts';
import type { RespondentState } from '../items/respondent-state.ts';
import type { BuiltRules, Decision } from './build-rules.ts';

export interface Reason {
  readonly id: string;
  readonly text: Localized;
}

/** The nearest rule above a respondent and the conditions of it that bind. */
export interface NextUp {
  readonly ruleId: string;
  readonly archetype: Archetype;
  /** Conditions that do not hold yet, in the rule's order; empty where only a cap holds her. */
  readonly binding: readonly Reason[];
}

/**
 * What keeps her from the next archetype: of the rules for the lowest archetype above hers, the one
 * with the fewest conditions that do not hold. Null at the top, or where no rule leads higher.
 */
export function explainNext(
  model: ScoringModel,
  rules: BuiltRules,
  decision: Decision,
  state: RespondentState,
): NextUp | null {
  if (decision.lowest !== decision.highest) return null;
  let best: NextUp | null = null;
  let bestRank: number = ARCHETYPES.length;
  model.rules.forEach((rule, index) => {
    const rank = archetypeRank(rule.archetype);
    if (rank <= decision.highest || rank > bestRank) return;
    const stands = rules.conditionsOf(index, state);
    const binding = rule.all.flatMap((part, place) =>
      stands[place] === TRUE ? [] : [{ id: part.id, text: part.reason }],
    );
    if (rank === bestRank && best !== null && binding.length >= best.binding.length) return;
    best = { ruleId: rule.id, archetype: rule.archetype, binding };
    bestRank = rank;
  });
  return best;
}
