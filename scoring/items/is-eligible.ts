import type { Answers } from '../../contracts/answer.ts';
import type { Codebook } from '../../contracts/codebook.ts';
import { buildCondition } from '../conditions/build-condition.ts';
import { TRUE } from '../conditions/kleene.ts';
import { buildItemReader } from './build-item-reader.ts';
import { indexVariables } from './index-variables.ts';
import { createRespondentState } from './respondent-state.ts';

/**
 * Compiles whom the model speaks about (`model.eligible`: she agreed to be asked). True only where that
 * certainly holds; a model without the condition speaks about everyone. Throws CODEBOOK_INVALID.
 *
 * Example: with `eligible` as `consent` is `yes`, answers without `consent` give false.
 */
export function compileEligibility(codebook: Codebook): (answers: Answers) => boolean {
  const { eligible, facts } = codebook.model;
  if (eligible === undefined) return () => true;
  const variables = indexVariables(codebook);
  const read = buildItemReader(codebook, variables);
  const holds = buildCondition(eligible, { variables, scores: new Map(), facts });
  const state = createRespondentState(codebook.variables.length, 0);
  return (answers) => {
    read(answers, state);
    return holds(state) === TRUE;
  };
}
