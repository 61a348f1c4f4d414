import type { Answers } from '../../contracts/answer.ts';
import type { Codebook } from '../../contracts/codebook.ts';
import type { ConditionScope } from '../conditions/build-condition.ts';
import { buildItemReader } from '../items/build-item-reader.ts';
import { indexVariables } from '../items/index-variables.ts';
import { createRespondentState, type RespondentState } from '../items/respondent-state.ts';
import { buildScores } from '../scores/build-scores.ts';

/** A codebook compiled once: reads answers into a state, scores included. */
export interface Engine {
  readonly codebook: Codebook;
  readonly scope: ConditionScope;
  createState(): RespondentState;
  /** Overwrites the state with this respondent's items and scores. */
  read(answers: Answers, state: RespondentState): void;
  /** Writes the scores again, after an item of the state was changed by hand. */
  score(state: RespondentState): void;
}

/** Compiles items and scores of a codebook. Throws CODEBOOK_INVALID with the place that is wrong. */
export function compileEngine(codebook: Codebook): Engine {
  const variables = indexVariables(codebook);
  const readItems = buildItemReader(codebook, variables);
  const score = buildScores(codebook, variables);
  return {
    codebook,
    scope: {
      variables,
      scores: new Map(codebook.model.scores.map((key, index) => [key, index])),
      facts: codebook.model.facts,
    },
    createState: () => createRespondentState(codebook.variables.length, codebook.model.scores.length),
    read: (answers, state) => {
      readItems(answers, state);
      score(state);
    },
    score,
  };
}
