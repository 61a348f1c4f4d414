import type { Answers, AnswerValue } from '../../contracts/answer.ts';
import { UNANSWERED } from '../../contracts/answer.ts';
import type { Codebook } from '../../contracts/codebook.ts';
import { buildCondition, type BuiltCondition } from '../conditions/build-condition.ts';
import { FALSE } from '../conditions/kleene.ts';
import type { IndexedVariable } from './index-variables.ts';
import { orderBySkipLogic } from './order-by-skip-logic.ts';
import { ANSWERED, MISSING, SKIPPED, UNANSWERED_STATE, type RespondentState } from './respondent-state.ts';

const NONE: readonly number[] = [];

/**
 * Compiles the skip logic and codes of a codebook into one function that writes the items of a
 * respondent into a state. Items are visited in the order of their skip logic (chain semantics): an
 * answer to an item that does not apply counts as absent, for the items behind it too. Where it is
 * unknown whether an item applies, an answer counts, and no answer is "unanswered", never "skipped".
 */
export function buildItemReader(
  codebook: Codebook,
  variables: ReadonlyMap<string, IndexedVariable>,
): (answers: Answers, state: RespondentState) => void {
  const scope = { variables, scores: new Map<string, number>(), facts: codebook.model.facts };
  const steps = orderBySkipLogic(codebook).map((variable) => ({
    name: variable.name,
    place: variables.get(variable.name)!,
    applies: variable.appliesWhen === undefined ? null : buildCondition(variable.appliesWhen, scope),
    write: writerOf(variable.type),
  })) satisfies { applies: BuiltCondition | null }[];

  return (answers, state) => {
    for (const { name, place, applies, write } of steps) {
      const { index } = place;
      state.codes[index] = -1;
      state.numbers[index] = Number.NaN;
      state.chosen[index] = NONE;
      if (applies !== null && applies(state) === FALSE) {
        state.states[index] = SKIPPED;
        continue;
      }
      const value = answers[name];
      state.states[index] =
        value === undefined || value === '' || value === UNANSWERED
          ? UNANSWERED_STATE
          : write(value, place, state);
    }
  };
}

type Writer = (value: AnswerValue, place: IndexedVariable, state: RespondentState) => number;

function writerOf(type: 'single' | 'multiple' | 'number' | 'text'): Writer {
  if (type === 'single') return writeSingle;
  if (type === 'multiple') return writeMultiple;
  return type === 'number' ? writeNumber : () => ANSWERED;
}

function writeSingle(value: AnswerValue, place: IndexedVariable, state: RespondentState): number {
  const code = place.codeIndex.get(typeof value === 'string' ? value : String(value));
  if (code === undefined) return MISSING;
  state.codes[place.index] = code;
  return place.isMissing[code] === 1 ? MISSING : ANSWERED;
}

function writeMultiple(value: AnswerValue, place: IndexedVariable, state: RespondentState): number {
  const given = Array.isArray(value) ? value : [String(value)];
  if (given.length === 0) return UNANSWERED_STATE;
  const chosen: number[] = [];
  let substantive = false;
  for (const each of given) {
    const code = place.codeIndex.get(each);
    if (code === undefined) continue;
    chosen.push(code);
    if (place.isMissing[code] === 0) substantive = true;
  }
  state.chosen[place.index] = chosen;
  return substantive ? ANSWERED : MISSING;
}

function writeNumber(value: AnswerValue, place: IndexedVariable, state: RespondentState): number {
  if (typeof value === 'string' && value in place.variable.missing) return MISSING;
  const number = typeof value === 'number' ? value : Number(value);
  if (!Number.isFinite(number)) return MISSING;
  state.numbers[place.index] = number;
  return ANSWERED;
}
