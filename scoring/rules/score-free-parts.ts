import type { Condition } from '../../contracts/condition.ts';
import { conditionReferences } from '../conditions/condition-references.ts';

/**
 * The largest parts of conditions that depend on no score, each once: together with the scores they fix
 * how the conditions stand, wherever the thresholds lie.
 */
export function scoreFreeParts(
  conditions: readonly Condition[],
  facts: Readonly<Record<string, Condition>>,
): Condition[] {
  const parts = new Map<string, Condition>();
  const followed = new Set<string>();
  const visit = (condition: Condition): void => {
    if ('score' in condition) return;
    if (conditionReferences([condition], facts).thresholds.length === 0) {
      parts.set(JSON.stringify(condition), condition);
    } else if ('all' in condition) condition.all.forEach(visit);
    else if ('any' in condition) condition.any.forEach(visit);
    else if ('not' in condition) visit(condition.not);
    else if ('count' in condition) condition.count.forEach(visit);
    else if ('fact' in condition && !followed.has(condition.fact)) {
      followed.add(condition.fact);
      visit(facts[condition.fact]!);
    }
  };
  conditions.forEach(visit);
  return [...parts.values()];
}
