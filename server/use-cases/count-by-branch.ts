import type { BranchScope } from '../../contracts/roles.ts';
import { inScope } from './in-scope.ts';

/** How often each branch stands in the list. */
export function countByBranch(branches: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const branch of branches) counts.set(branch, (counts.get(branch) ?? 0) + 1);
  return counts;
}

/** Both counts together. */
export function addCounts(
  one: ReadonlyMap<string, number>,
  other: ReadonlyMap<string, number>,
): Map<string, number> {
  const sums = new Map(one);
  for (const [branch, count] of other) sums.set(branch, (sums.get(branch) ?? 0) + count);
  return sums;
}

/** Sum of the counts whose branch may be seen. */
export function sumInScope(
  counts: Iterable<readonly [branch: string, count: number]>,
  scope: BranchScope,
): number {
  let sum = 0;
  for (const [branch, count] of counts) if (inScope(scope, branch)) sum += count;
  return sum;
}
