import type { Answers } from '../../contracts/answer.ts';
import type { Codebook } from '../../contracts/codebook.ts';
import { compileEngine } from '../engine/compile-engine.ts';

export interface ScoredRespondent {
  /** Scores 0–100 in the order of `model.scores`; NaN is absent. */
  readonly scores: Float64Array;
}

/**
 * Compiles a scorer: from raw answers to dimension-by-context scores. Compile once, call often;
 * each call returns an array of its own.
 */
export function compileScorer(codebook: Codebook): (answers: Answers) => ScoredRespondent {
  const engine = compileEngine(codebook);
  const state = engine.createState();
  return (answers) => {
    engine.read(answers, state);
    return { scores: state.scores.slice() };
  };
}
