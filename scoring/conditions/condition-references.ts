import type { Condition } from '../../contracts/condition.ts';

/** Everything a condition names, facts followed through. */
export interface ConditionReferences {
  readonly items: Set<string>;
  /** Score thresholds, each as the model writes it. */
  readonly thresholds: { score: string; atLeast: number }[];
}

/** Collects the items and score thresholds a condition depends on. Circular facts are followed once. */
export function conditionReferences(
  conditions: readonly Condition[],
  facts: Readonly<Record<string, Condition>>,
): ConditionReferences {
  const references: ConditionReferences = { items: new Set(), thresholds: [] };
  const followed = new Set<string>();
  const visit = (condition: Condition): void => {
    if ('item' in condition) references.items.add(condition.item);
    else if ('answered' in condition) references.items.add(condition.answered);
    else if ('score' in condition) references.thresholds.push({ ...condition });
    else if ('all' in condition) condition.all.forEach(visit);
    else if ('any' in condition) condition.any.forEach(visit);
    else if ('not' in condition) visit(condition.not);
    else if ('count' in condition) condition.count.forEach(visit);
    else if (!followed.has(condition.fact)) {
      followed.add(condition.fact);
      const fact = facts[condition.fact];
      if (fact !== undefined) visit(fact);
    }
  };
  conditions.forEach(visit);
  return references;
}
