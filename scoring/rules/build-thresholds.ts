import type { ScoringModel } from '../../contracts/model.ts';
import { SCORE_TOLERANCE } from '../conditions/build-condition.ts';
import { conditionReferences } from '../conditions/condition-references.ts';
import type { RespondentState } from '../items/respondent-state.ts';
import type { BuiltRules, Decision } from './build-rules.ts';

/** A score threshold whose crossing, all else unchanged, would change the archetype. */
export interface DecidingThreshold {
  readonly scoreIndex: number;
  readonly threshold: number;
  /** Points (0–100) between her score and the threshold; 0 where she sits on it. */
  readonly distance100: number;
  /** Rank after crossing. */
  readonly rank: number;
}

export interface NearestThresholds {
  readonly up: DecidingThreshold | null;
  readonly down: DecidingThreshold | null;
}

/** Just under a threshold, in points: more than the slack of score conditions, less than any answer. */
const JUST_UNDER = 1e-6;

/**
 * Finds, for a respondent the rules have decided on, the nearest score threshold that decides: on
 * the way up and on the way down. Each threshold the rules, caps and facts mention is tried by
 * setting her score to it (or just under it) and deciding again; the state is left as it was.
 * Only thresholds within `limit100` points are looked at.
 */
export function buildThresholds(
  model: ScoringModel,
  rules: BuiltRules,
): (state: RespondentState, decision: Decision, limit100: number) => NearestThresholds {
  const conditions = [
    ...model.rules.flatMap((rule) => rule.all.map((part) => part.when)),
    ...model.caps.map((cap) => cap.when),
  ];
  const listed = conditionReferences(conditions, model.facts).thresholds.map(({ score, atLeast }) => ({
    scoreIndex: model.scores.indexOf(score),
    threshold: atLeast,
  }));
  const thresholds = listed.filter(
    (one, index) =>
      listed.findIndex(
        (other) => other.scoreIndex === one.scoreIndex && other.threshold === one.threshold,
      ) === index,
  );

  return (state, decision, limit100) => {
    const rank = decision.lowest;
    let up: DecidingThreshold | null = null;
    let down: DecidingThreshold | null = null;
    if (decision.lowest !== decision.highest) return { up, down };
    for (const { scoreIndex, threshold } of thresholds) {
      const own = state.scores[scoreIndex]!;
      if (Number.isNaN(own)) continue;
      const below = own < threshold - SCORE_TOLERANCE;
      const distance100 = below ? threshold - own : Math.max(0, own - threshold);
      const nearest: DecidingThreshold | null = below ? up : down;
      if (distance100 > limit100 || (nearest !== null && distance100 >= nearest.distance100)) continue;
      state.scores[scoreIndex] = below ? threshold : threshold - JUST_UNDER;
      const there = rules.decide(state);
      state.scores[scoreIndex] = own;
      if (there.lowest !== there.highest) continue;
      const candidate = { scoreIndex, threshold, distance100, rank: there.lowest };
      if (below && there.lowest > rank) up = candidate;
      if (!below && there.lowest < rank) down = candidate;
    }
    return { up, down };
  };
}
