import type { ScoringModel } from '../../contracts/model.ts';

export interface CombineInput {
  /** Range the rules leave open; equal where they decided. Ranks. */
  readonly lowest: number;
  readonly highest: number;
  /** Caps that hold or may hold: no move goes above. */
  readonly ceiling: number;
  /** Rank of her cluster; −1 is none. */
  readonly clusterArchetype: number;
  readonly separation01: number;
  /** Points to the nearest deciding threshold above and below her; Infinity where none is near. */
  readonly up100: number;
  readonly down100: number;
}

export interface Combined {
  /** Rank; −1 is not classified. */
  readonly archetype: number;
  readonly moved: 'borderline' | 'undecided' | null;
}

/**
 * Combines rules and cluster for one respondent. The rules decide, but
 *
 * - a borderline case (a deciding threshold within `margin100` points, on the side of her cluster)
 *   moves to her cluster's archetype where that is the next one up or down;
 * - where the rules leave a range open, her cluster's archetype is taken if it lies in that range.
 *
 * Either only where she sits clearly inside her cluster (`minimumSeparation01`) and no cap that
 * holds, or may hold, is broken.
 */
export function combine(input: CombineInput, rules: ScoringModel['combine']): Combined {
  const { lowest, highest, ceiling, clusterArchetype } = input;
  const decided = lowest === highest;
  const stay: Combined = { archetype: decided ? lowest : -1, moved: null };
  if (clusterArchetype < 0 || !(input.separation01 >= rules.minimumSeparation01)) return stay;
  if (clusterArchetype > ceiling) return stay;
  if (!decided) {
    const inside = clusterArchetype >= lowest && clusterArchetype <= highest;
    return inside ? { archetype: clusterArchetype, moved: 'undecided' } : stay;
  }
  const step = clusterArchetype - lowest;
  if (Math.abs(step) !== 1) return stay;
  const distance100 = step > 0 ? input.up100 : input.down100;
  return distance100 <= rules.margin100 ? { archetype: clusterArchetype, moved: 'borderline' } : stay;
}
