import { growingColumn } from '../growing-column.ts';
import { buildCondition } from '../conditions/build-condition.ts';
import type { Engine } from '../engine/compile-engine.ts';
import { createRespondentState, type RespondentState } from '../items/respondent-state.ts';
import { scoreFreeParts } from './score-free-parts.ts';

export interface StateKeeper {
  /** Keeps what the rules can see of one respondent, beside her scores. */
  add(state: RespondentState): void;
  /**
   * A state on which the rules decide as on hers, whatever the thresholds. One buffer, written anew with
   * each call; only rules, caps and scores may be read from it, not single items.
   *
   * @param index place of the respondent, in the order they were added.
   * @param scores row-major respondents × scores, as a segmentation keeps them.
   */
  stateAt(index: number, scores: Float64Array): RespondentState;
}

/**
 * Keeps respondents so that rules with other thresholds can be tried on them later, in four bytes each:
 * who stands alike in every part of the rules that no score enters shares one kept state.
 */
export function createStateKeeper(engine: Engine): StateKeeper {
  const { model } = engine.codebook;
  const conditions = [
    ...(model.eligible === undefined ? [] : [model.eligible]),
    ...model.rules.flatMap((rule) => rule.all.map((part) => part.when)),
    ...model.caps.map((cap) => cap.when),
  ];
  const parts = scoreFreeParts(conditions, model.facts).map((part) => buildCondition(part, engine.scope));
  const patterns = new Map<string, number>();
  const kept: RespondentState[] = [];
  const patternOf = growingColumn((length) => new Uint32Array(length));
  let finished: Uint32Array | null = null;

  return {
    add: (state) => {
      let key = '';
      for (const part of parts) key += String(part(state));
      let pattern = patterns.get(key);
      if (pattern === undefined) {
        pattern = kept.length;
        patterns.set(key, pattern);
        kept.push(copyOf(state));
      }
      patternOf.push(pattern);
      finished = null;
    },
    stateAt: (index, scores) => {
      finished ??= patternOf.values();
      const state = kept[finished[index]!]!;
      const width = state.scores.length;
      for (let place = 0; place < width; place += 1) state.scores[place] = scores[index * width + place]!;
      return state;
    },
  };
}

function copyOf(state: RespondentState): RespondentState {
  const copy = createRespondentState(state.states.length, state.scores.length);
  copy.states.set(state.states);
  copy.codes.set(state.codes);
  copy.numbers.set(state.numbers);
  state.chosen.forEach((chosen, index) => {
    copy.chosen[index] = chosen;
  });
  return copy;
}
