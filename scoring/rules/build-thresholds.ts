import type { ScoringModel } from '../../contracts/model.ts';
import { SCORE_TOLERANCE } from '../conditions/build-condition.ts';
import type { RespondentState } from '../items/respondent-state.ts';
import type { BuiltRules, Decision } from './build-rules.ts';
import { listThresholds } from './list-thresholds.ts';

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

export interface BuiltThresholds {
  /** The nearest that decides, on the way up and on the way down, within `limit100` points. */
  nearest(state: RespondentState, decision: Decision, limit100: number): NearestThresholds;
  /** All that decide, nearest first; those at one distance in the model's order. */
  all(state: RespondentState, decision: Decision): DecidingThreshold[];
}

/** Just under a threshold, in points: more than the slack of score conditions, less than any answer. */
const JUST_UNDER = 1e-6;

/**
 * Finds, for a respondent the rules have decided on, the score thresholds that decide. Each threshold
 * the rules, caps and facts mention is tried by setting her score to it (or just under it) and deciding
 * again; the state is left as it was.
 */
export function buildThresholds(model: ScoringModel, rules: BuiltRules): BuiltThresholds {
  const thresholds = listThresholds(model);

  const cross = (state: RespondentState, scoreIndex: number, to: number): number => {
    const own = state.scores[scoreIndex]!;
    state.scores[scoreIndex] = to;
    const there = rules.decide(state);
    state.scores[scoreIndex] = own;
    return there.lowest === there.highest ? there.lowest : -1;
  };

  return {
    nearest: (state, decision, limit100) => {
      let up: DecidingThreshold | null = null;
      let down: DecidingThreshold | null = null;
      if (decision.lowest !== decision.highest) return { up, down };
      for (const { scoreIndex, threshold } of thresholds) {
        const own = state.scores[scoreIndex]!;
        if (Number.isNaN(own)) continue;
        const below = own < threshold - SCORE_TOLERANCE;
        const distance100 = below ? threshold - own : Math.max(0, own - threshold);
        const best: DecidingThreshold | null = below ? up : down;
        if (distance100 > limit100 || (best !== null && distance100 >= best.distance100)) continue;
        const rank = cross(state, scoreIndex, below ? threshold : threshold - JUST_UNDER);
        if (rank < 0) continue;
        const candidate = { scoreIndex, threshold, distance100, rank };
        if (below && rank > decision.lowest) up = candidate;
        if (!below && rank < decision.lowest) down = candidate;
      }
      return { up, down };
    },
    all: (state, decision) => {
      if (decision.lowest !== decision.highest) return [];
      const found: DecidingThreshold[] = [];
      for (const { scoreIndex, threshold } of thresholds) {
        const own = state.scores[scoreIndex]!;
        if (Number.isNaN(own)) continue;
        const below = own < threshold - SCORE_TOLERANCE;
        const rank = cross(state, scoreIndex, below ? threshold : threshold - JUST_UNDER);
        if (rank < 0 || rank === decision.lowest) continue;
        const distance100 = below ? threshold - own : Math.max(0, own - threshold);
        found.push({ scoreIndex, threshold, distance100, rank });
      }
      return found.sort((a, b) => a.distance100 - b.distance100);
    },
  };
}
