import type { Answers } from '../../contracts/answer.ts';
import type { Codebook } from '../../contracts/codebook.ts';
import { buildItemReader } from './build-item-reader.ts';
import { indexVariables } from './index-variables.ts';
import { createRespondentState, ITEM_STATES, type ItemState } from './respondent-state.ts';

/**
 * Reads how every variable stands for a respondent:
 *
 * - `answered`: it applies and has an answer that is not a missing code;
 * - `missing`: it applies and the answer is a missing code (don't know, refused), or a code the codebook does not have;
 * - `unanswered`: it applies, or may apply, and there is no answer;
 * - `skipped`: the skip logic says that it does not apply, whatever the record still holds.
 *
 * Example: with `phone_type` asked only when `own_phone` is `yes`,
 * `createItemReader(codebook)({ own_phone: 'no', phone_type: 'basic' }).phone_type` is `'skipped'`.
 */
export function createItemReader(codebook: Codebook): (answers: Answers) => Record<string, ItemState> {
  const read = buildItemReader(codebook, indexVariables(codebook));
  const state = createRespondentState(codebook.variables.length, 0);
  return (answers) => {
    read(answers, state);
    return Object.fromEntries(
      codebook.variables.map((variable, index) => [variable.name, ITEM_STATES[state.states[index]!]!]),
    );
  };
}
