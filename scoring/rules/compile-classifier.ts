import { ARCHETYPES, type Archetype } from '../../contracts/archetype.ts';
import type { Answers } from '../../contracts/answer.ts';
import type { Codebook } from '../../contracts/codebook.ts';
import { compileEngine } from '../engine/compile-engine.ts';
import { buildChange, type Change } from './build-change.ts';
import { buildRules } from './build-rules.ts';
import { buildThresholds, type NearestThresholds } from './build-thresholds.ts';
import { explainNext, type NextUp, type Reason } from './explain-next.ts';

/** What the rules say of one respondent, and why. Texts are the model's own, in its languages. */
export interface Classification {
  /** Null where what is unanswered could change it. */
  readonly archetype: Archetype | null;
  /** The range that what is not known leaves open; both are the archetype where it is decided. */
  readonly lowest: Archetype;
  readonly highest: Archetype;
  /** The rule that fired; null where it is not decided. */
  readonly ruleId: string | null;
  readonly reasons: readonly Reason[];
  /** The cap that lowered her, if one did. */
  readonly cap: Reason | null;
  /** The nearest score threshold whose crossing would change the archetype, up or down. */
  readonly nearest: {
    readonly score: string;
    readonly threshold: number;
    readonly distance100: number;
    readonly direction: 'up' | 'down';
    readonly archetype: Archetype;
  } | null;
  /** What keeps her from the next archetype. */
  readonly next: NextUp | null;
  /** The smallest change of one answer that moves her up. */
  readonly change: Change | null;
  /** Scores 0–100 by key; null is absent. */
  readonly scores: Readonly<Record<string, number | null>>;
}

/**
 * Compiles the rules of a codebook into a function from answers to an explained archetype: what the
 * tablet's result card shows, and what the server computes again. Pure; compile once, call often.
 * Throws CODEBOOK_INVALID where the codebook or its model refers to what is not there.
 */
export function compileClassifier(codebook: Codebook): (answers: Answers) => Classification {
  const engine = compileEngine(codebook);
  const { model } = codebook;
  const rules = buildRules(model, engine.scope);
  const thresholds = buildThresholds(model, rules);
  const findChange = buildChange(engine, rules);
  const state = engine.createState();

  return (answers) => {
    engine.read(answers, state);
    const decision = rules.decide(state);
    const decided = decision.lowest === decision.highest;
    const rule = model.rules[decision.ruleIndex]!;
    const cap = decision.capIndex < 0 ? null : model.caps[decision.capIndex]!;
    return {
      archetype: decided ? ARCHETYPES[decision.lowest]! : null,
      lowest: ARCHETYPES[decision.lowest]!,
      highest: ARCHETYPES[decision.highest]!,
      ruleId: decided ? rule.id : null,
      reasons: decided ? rule.all.map((part) => ({ id: part.id, text: part.reason })) : [],
      cap: cap === null || !decided ? null : { id: cap.id, text: cap.reason },
      nearest: nearestOf(thresholds.nearest(state, decision, 100), model.scores),
      next: explainNext(model, rules, decision, state),
      change: findChange(answers, decision, state),
      scores: Object.fromEntries(
        model.scores.map((key, index) => [
          key,
          Number.isNaN(state.scores[index]!) ? null : state.scores[index]!,
        ]),
      ),
    };
  };
}

function nearestOf({ up, down }: NearestThresholds, scores: readonly string[]): Classification['nearest'] {
  const upIsNearer = down === null || (up !== null && up.distance100 <= down.distance100);
  const found = upIsNearer ? up : down;
  if (found === null) return null;
  return {
    score: scores[found.scoreIndex]!,
    threshold: found.threshold,
    distance100: found.distance100,
    direction: upIsNearer ? 'up' : 'down',
    archetype: ARCHETYPES[found.rank]!,
  };
}
