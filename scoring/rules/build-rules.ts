import { archetypeRank } from '../../contracts/archetype.ts';
import type { Condition } from '../../contracts/condition.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import type { ScoringModel } from '../../contracts/model.ts';
import { buildCondition, type BuiltCondition, type ConditionScope } from '../conditions/build-condition.ts';
import { FALSE, TRUE, type Kleene } from '../conditions/kleene.ts';
import type { RespondentState } from '../items/respondent-state.ts';

/** What the rules say of one respondent. Ranks run 0 (Nascent) to 3 (Enabled). */
export interface Decision {
  /** The lowest and highest rank that what is not known could lead to; equal where they decide. */
  readonly lowest: number;
  readonly highest: number;
  /** The first rule that certainly matches. */
  readonly ruleIndex: number;
  /** The cap that lowered her for certain; −1 where none did. */
  readonly capIndex: number;
  /** No move may take her above this: caps that hold or may hold. */
  readonly ceiling: number;
}

export interface BuiltRules {
  decide(state: RespondentState): Decision;
  /** How each condition of a rule stands, in the rule's order. */
  conditionsOf(ruleIndex: number, state: RespondentState): Kleene[];
  /** Whether each cap holds, in the model's order. */
  capsOf(state: RespondentState): Kleene[];
}

const TOP = 3;
/** She is not one of those the model speaks about: nothing is decided, and no cluster may decide it. */
const NOT_ELIGIBLE = { lowest: 0, highest: TOP, ruleIndex: 0, capIndex: -1, ceiling: -1 } as const;

/**
 * Compiles rules and caps. First match wins, with three-valued logic: a rule that may match adds
 * its archetype to the possible ones, and the first that certainly matches ends the search. Caps
 * that hold lower both ends; caps that may hold lower the low end only. Who is not certainly eligible
 * stays undecided between the lowest and the highest.
 * Throws CODEBOOK_INVALID where the last rule could fail to match.
 */
export function buildRules(model: ScoringModel, scope: ConditionScope): BuiltRules {
  const last = model.rules.at(-1)!;
  if (!last.all.every((part) => isAlwaysTrue(part.when))) {
    throw new WaymarkError(
      'CODEBOOK_INVALID',
      `The last rule, "${last.id}", does not match everyone.`,
      'End the rules with one whose conditions are empty: { "all": [] }.',
    );
  }
  const rules = model.rules.map((rule) => ({
    rank: archetypeRank(rule.archetype),
    parts: rule.all.map((part) => buildCondition(part.when, scope)),
  }));
  const caps = model.caps.map((cap) => ({
    rank: archetypeRank(cap.atMost),
    when: buildCondition(cap.when, scope),
  }));

  const eligible = buildCondition(model.eligible ?? { all: [] }, scope);

  const decide = (state: RespondentState): Decision => {
    if (eligible(state) !== TRUE) return NOT_ELIGIBLE;
    let lowest = TOP;
    let highest = 0;
    let ruleIndex = 0;
    for (; ruleIndex < rules.length; ruleIndex += 1) {
      const rule = rules[ruleIndex]!;
      const matches = allOf(rule.parts, state);
      if (matches === FALSE) continue;
      lowest = Math.min(lowest, rule.rank);
      highest = Math.max(highest, rule.rank);
      if (matches === TRUE) break;
    }
    let ceiling = TOP;
    let capIndex = -1;
    for (let index = 0; index < caps.length; index += 1) {
      const cap = caps[index]!;
      const holds = cap.when(state);
      if (holds === FALSE) continue;
      ceiling = Math.min(ceiling, cap.rank);
      lowest = Math.min(lowest, cap.rank);
      if (holds === TRUE && cap.rank < highest) {
        highest = cap.rank;
        capIndex = index;
      }
    }
    return { lowest, highest, ruleIndex, capIndex, ceiling };
  };
  return {
    decide,
    conditionsOf: (ruleIndex, state) => rules[ruleIndex]!.parts.map((part) => part(state)),
    capsOf: (state) => caps.map((cap) => cap.when(state)),
  };
}

function allOf(parts: readonly BuiltCondition[], state: RespondentState): Kleene {
  let value: Kleene = TRUE;
  for (const part of parts) {
    const one = part(state);
    if (one === FALSE) return FALSE;
    if (one < value) value = one;
  }
  return value;
}

function isAlwaysTrue(condition: Condition): boolean {
  if ('all' in condition) return condition.all.every(isAlwaysTrue);
  return 'any' in condition && condition.any.some(isAlwaysTrue);
}
