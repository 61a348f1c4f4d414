import type { Answers, AnswerValue } from '../../contracts/answer.ts';
import { UNANSWERED } from '../../contracts/answer.ts';
import type { Codebook, Variable } from '../../contracts/codebook.ts';
import { buildCondition, type BuiltCondition, type ConditionScope } from '../conditions/build-condition.ts';
import { FALSE } from '../conditions/kleene.ts';
import type { IndexedVariable } from './index-variables.ts';
import { orderBySkipLogic } from './order-by-skip-logic.ts';
import { ANSWERED, MISSING, SKIPPED, UNANSWERED_STATE, type RespondentState } from './respondent-state.ts';

const NONE: readonly number[] = [];
const NOT_YET = 255;

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
  const conditions = shareConditions(codebook, scope);
  const steps = orderBySkipLogic(codebook).map((variable) => ({
    name: variable.name,
    place: variables.get(variable.name)!,
    /** Index of the condition under which it is asked; −1 where it is asked of all. */
    applies: conditions.placeOf(variable),
    write: writerOf(variable.type),
  }));
  /** Truth of each condition for the respondent at hand; NOT_YET until an item asks for it. */
  const truths = new Uint8Array(conditions.built.length);

  return (answers, state) => {
    truths.fill(NOT_YET);
    for (const { name, place, applies, write } of steps) {
      const { index } = place;
      state.codes[index] = -1;
      state.numbers[index] = Number.NaN;
      state.chosen[index] = NONE;
      if (applies >= 0) {
        if (truths[applies] === NOT_YET) truths[applies] = conditions.built[applies]!(state);
        if (truths[applies] === FALSE) {
          state.states[index] = SKIPPED;
          continue;
        }
      }
      const value = answers[name];
      state.states[index] =
        value === undefined || value === '' || value === UNANSWERED
          ? UNANSWERED_STATE
          : write(value, place, state);
    }
  };
}

/**
 * Skip conditions, each distinct one built once: most items of an instrument share a few of them.
 * The first item that asks comes after all that the condition depends on, so its answer stands.
 */
function shareConditions(codebook: Codebook, scope: ConditionScope) {
  const places = new Map<string, number>();
  const built: BuiltCondition[] = [];
  for (const { appliesWhen } of codebook.variables) {
    const key = JSON.stringify(appliesWhen ?? null);
    if (appliesWhen === undefined || places.has(key)) continue;
    places.set(key, built.length);
    built.push(buildCondition(appliesWhen, scope));
  }
  const placeOf = ({ appliesWhen }: Variable) => places.get(JSON.stringify(appliesWhen ?? null)) ?? -1;
  return { built, placeOf };
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
