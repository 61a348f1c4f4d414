import type { Condition } from '../../contracts/condition.ts';
import type { ScoringModel } from '../../contracts/model.ts';

/**
 * The model with one score threshold moved, wherever rules, caps and facts mention it; all else the same.
 *
 * @param score key of the score; @param from the threshold as the model has it; @param to 0–100.
 */
export function moveThreshold(model: ScoringModel, score: string, from: number, to: number): ScoringModel {
  const moved = (condition: Condition): Condition => {
    if ('score' in condition)
      return condition.score === score && condition.atLeast === from ? { score, atLeast: to } : condition;
    if ('all' in condition) return { all: condition.all.map(moved) };
    if ('any' in condition) return { any: condition.any.map(moved) };
    if ('not' in condition) return { not: moved(condition.not) };
    if ('count' in condition) return { count: condition.count.map(moved), atLeast: condition.atLeast };
    return condition;
  };
  return {
    ...model,
    facts: Object.fromEntries(Object.entries(model.facts).map(([name, fact]) => [name, moved(fact)])),
    rules: model.rules.map((rule) => ({
      ...rule,
      all: rule.all.map((part) => ({ ...part, when: moved(part.when) })),
    })),
    caps: model.caps.map((cap) => ({ ...cap, when: moved(cap.when) })),
  };
}
