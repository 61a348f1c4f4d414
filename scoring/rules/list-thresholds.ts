import type { ScoringModel } from '../../contracts/model.ts';
import { conditionReferences } from '../conditions/condition-references.ts';

export interface ModelThreshold {
  readonly score: string;
  readonly scoreIndex: number;
  readonly threshold: number;
}

/** Every score threshold that rules, caps and facts mention, each once, in the order the model names them. */
export function listThresholds(model: ScoringModel): ModelThreshold[] {
  const conditions = [
    ...model.rules.flatMap((rule) => rule.all.map((part) => part.when)),
    ...model.caps.map((cap) => cap.when),
  ];
  const distinct = new Map<string, ModelThreshold>();
  for (const { score, atLeast } of conditionReferences(conditions, model.facts).thresholds) {
    const key = `${atLeast} ${score}`;
    if (!distinct.has(key))
      distinct.set(key, { score, scoreIndex: model.scores.indexOf(score), threshold: atLeast });
  }
  return [...distinct.values()];
}
