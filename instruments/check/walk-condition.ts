import type { Condition } from '../../contracts/condition.ts';

/** Calls `visit` on the condition and on every condition inside it. */
export function walkCondition(condition: Condition, visit: (part: Condition) => void): void {
  visit(condition);
  if ('all' in condition) for (const part of condition.all) walkCondition(part, visit);
  else if ('any' in condition) for (const part of condition.any) walkCondition(part, visit);
  else if ('count' in condition) for (const part of condition.count) walkCondition(part, visit);
  else if ('not' in condition) walkCondition(condition.not, visit);
}
