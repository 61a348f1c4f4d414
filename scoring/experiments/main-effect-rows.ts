import type { UsedCell } from './adjustable-cells.ts';

/** The rows of a regression on arm + segment: 1, a dummy for each arm but the first, the same for segments. */
export function mainEffectRows(used: readonly UsedCell[]): number[][] {
  const arms = [...new Set(used.map(({ arm }) => arm))];
  const segments = [...new Set(used.map(({ segment }) => segment))];
  return used.map(({ arm, segment }) => [
    1,
    ...arms.slice(1).map((one) => Number(one === arm)),
    ...segments.slice(1).map((one) => Number(one === segment)),
  ]);
}
