import { ARCHETYPES, type Archetype } from '../../contracts/archetype.ts';
import type { Answers } from '../../contracts/answer.ts';
import type { Engine } from '../engine/compile-engine.ts';
import { ANSWERED, type RespondentState } from '../items/respondent-state.ts';
import type { BuiltRules, Decision } from './build-rules.ts';

/** One answer that, raised, would move a respondent to a higher archetype. */
export interface Change {
  readonly item: string;
  /** Her code now, and the one that would be enough. */
  readonly from: string;
  readonly code: string;
  readonly archetype: Archetype;
  /** What the change is worth in points (0–100) of the item, times its weight: the size that was minimised. */
  readonly points: number;
}

/**
 * The smallest change of a single answer that moves her up, or null where none does. Every scored
 * item she answered is raised to each code with more points; skip logic, scores and rules are
 * computed again. Smallest is by points gained times item weight; then codebook order.
 */
export function findChange(
  engine: Engine,
  rules: BuiltRules,
  answers: Answers,
  decision: Decision,
  state: RespondentState,
): Change | null {
  if (decision.lowest !== decision.highest) return null;
  const trial = engine.createState();
  let best: Change | null = null;
  for (const { index, variable, codes } of engine.scope.variables.values()) {
    const { scoring, name } = variable;
    if (scoring === undefined || state.states[index] !== ANSWERED) continue;
    const from = codes[state.codes[index]!]!;
    const own = scoring.points[from];
    if (own === undefined) continue;
    for (const [code, points] of Object.entries(scoring.points)) {
      const size = (points - own) * scoring.itemWeight;
      if (size <= 0 || (best !== null && size >= best.points)) continue;
      engine.read({ ...answers, [name]: code }, trial);
      const there = rules.decide(trial);
      if (there.lowest > decision.highest && there.lowest === there.highest) {
        best = { item: name, from, code, archetype: ARCHETYPES[there.lowest]!, points: size };
      }
    }
  }
  return best;
}
