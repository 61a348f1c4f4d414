import type { Answers } from '../../contracts/answer.ts';
import type { Codebook } from '../../contracts/codebook.ts';
import { buildCondition } from '../conditions/build-condition.ts';
import { TRUE } from '../conditions/kleene.ts';
import type { Condition } from '../../contracts/condition.ts';
import { compileEngine } from '../engine/compile-engine.ts';
import { MISSING, SKIPPED } from '../items/respondent-state.ts';
import { scaleBlocks } from './scale-blocks.ts';

/** What the checks look at in one respondent's answers. */
export interface ReadInterview {
  readonly isEligible: boolean;
  /** Questions that applied; those that could be answered with don't know or refused; and how many were. */
  readonly questions: number;
  readonly refusable: number;
  readonly noAnswers: number;
  /** 0–100 by score key; NaN where absent. */
  readonly scores: Float64Array;
  /** Per block of neighbouring questions on one scale: the codes given, −1 for none, and the last step. */
  readonly blocks: readonly {
    readonly first: string;
    readonly codes: Int16Array;
    readonly lastStep: number;
  }[];
  /** Whether each of the conditions certainly holds. */
  readonly holds: readonly boolean[];
}

/** Compiles the reading of answers for the checks. Throws CODEBOOK_INVALID where a condition names what is not there. */
export function compileReadInterview(
  codebook: Codebook,
  conditions: readonly Condition[],
): (answers: Answers) => ReadInterview {
  const engine = compileEngine(codebook);
  const state = engine.createState();
  const blocks = scaleBlocks(codebook);
  const holds = conditions.map((condition) => buildCondition(condition, engine.scope));
  const isEligible = buildCondition(codebook.model.eligible ?? { all: [] }, engine.scope);
  return (answers) => {
    engine.read(answers, state);
    let questions = 0;
    let refusable = 0;
    let noAnswers = 0;
    codebook.variables.forEach((variable, index) => {
      if (state.states[index] === SKIPPED) return;
      questions += 1;
      if (Object.keys(variable.missing).length === 0) return;
      refusable += 1;
      if (state.states[index] === MISSING) noAnswers += 1;
    });
    return {
      isEligible: isEligible(state) === TRUE,
      questions,
      refusable,
      noAnswers,
      scores: state.scores.slice(),
      blocks: blocks.map(({ first, places, length }) => ({
        first,
        codes: Int16Array.from(places, (place) => {
          const code = state.states[place] === SKIPPED ? -1 : state.codes[place]!;
          return code < length ? code : -1;
        }),
        lastStep: length - 1,
      })),
      holds: holds.map((built) => built(state) === TRUE),
    };
  };
}
