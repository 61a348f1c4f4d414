import type { Condition } from '../../contracts/condition.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import type { IndexedVariable } from '../items/index-variables.ts';
import { ANSWERED, MISSING, SKIPPED, type RespondentState } from '../items/respondent-state.ts';
import { FALSE, TRUE, UNKNOWN, kleeneOf, type Kleene } from './kleene.ts';

export type BuiltCondition = (state: RespondentState) => Kleene;

/** What a condition may name. */
export interface ConditionScope {
  readonly variables: ReadonlyMap<string, IndexedVariable>;
  /** Score key → index. */
  readonly scores: ReadonlyMap<string, number>;
  readonly facts: Readonly<Record<string, Condition>>;
}

/** Slack for rounding when a weighted mean is compared with a threshold, in points. */
export const SCORE_TOLERANCE = 1e-9;

/**
 * Turns a condition into one closure, once per model, so that 100,000 respondents cost no parsing.
 * Throws CODEBOOK_INVALID where the condition names an item, code, score or fact that is not there.
 */
export function buildCondition(
  condition: Condition,
  scope: ConditionScope,
  within: readonly string[] = [],
): BuiltCondition {
  const build = (inner: Condition) => buildCondition(inner, scope, within);
  if ('item' in condition) {
    return 'in' in condition
      ? buildCodes(condition.item, condition.in, scope)
      : buildNumber(condition.item, condition.atLeast, scope);
  }
  if ('answered' in condition) {
    const { index } = variableOf(condition.answered, scope);
    return (state) => kleeneOf(state.states[index] === ANSWERED);
  }
  if ('score' in condition) return buildScore(condition.score, condition.atLeast, scope);
  if ('fact' in condition) return buildFact(condition.fact, scope, within);
  if ('all' in condition) return fold(condition.all.map(build), TRUE, Math.min);
  if ('any' in condition) return fold(condition.any.map(build), FALSE, Math.max);
  if ('not' in condition) {
    const inner = build(condition.not);
    return (state) => (2 - inner(state)) as Kleene;
  }
  return buildCount(condition.count.map(build), condition.atLeast);
}

function buildCodes(item: string, codes: readonly string[], scope: ConditionScope): BuiltCondition {
  const { index, variable, codeIndex, codes: known } = variableOf(item, scope);
  const wanted = new Uint8Array(known.length);
  for (const code of codes) {
    const position = codeIndex.get(code);
    if (position === undefined) {
      throw invalid(`A condition asks whether "${item}" is "${code}", which is not one of its codes.`);
    }
    wanted[position] = 1;
  }
  if (variable.type === 'multiple') {
    return (state) => {
      const status = state.states[index];
      if (status === SKIPPED) return FALSE;
      if (state.chosen[index]!.some((code) => wanted[code] === 1)) return TRUE;
      return status === ANSWERED ? FALSE : UNKNOWN;
    };
  }
  return (state) => {
    const status = state.states[index];
    if (status === SKIPPED) return FALSE;
    const code = state.codes[index]!;
    if (status === ANSWERED) return wanted[code] === 1 ? TRUE : FALSE;
    return status === MISSING && code >= 0 && wanted[code] === 1 ? TRUE : UNKNOWN;
  };
}

function buildNumber(item: string, atLeast: number, scope: ConditionScope): BuiltCondition {
  const { index, variable } = variableOf(item, scope);
  if (variable.type !== 'number') {
    throw invalid(`A condition compares "${item}" with ${atLeast}, but it is not a number variable.`);
  }
  return (state) => {
    const status = state.states[index];
    if (status === ANSWERED) return kleeneOf(state.numbers[index]! >= atLeast);
    return status === SKIPPED ? FALSE : UNKNOWN;
  };
}

function buildScore(score: string, atLeast: number, scope: ConditionScope): BuiltCondition {
  const index = scope.scores.get(score);
  if (index === undefined) {
    throw invalid(
      `A condition uses the score "${score}", which the model does not list (or which is not known yet here).`,
    );
  }
  const threshold = atLeast - SCORE_TOLERANCE;
  return (state) => {
    const value = state.scores[index]!;
    return Number.isNaN(value) ? UNKNOWN : kleeneOf(value >= threshold);
  };
}

function buildFact(name: string, scope: ConditionScope, within: readonly string[]): BuiltCondition {
  const fact = scope.facts[name];
  if (fact === undefined)
    throw invalid(`A condition uses the fact "${name}", which the model does not define.`);
  if (within.includes(name)) {
    throw invalid(
      `The facts ${[...within, name].map((each) => `"${each}"`).join(' → ')} refer to each other in a circle.`,
    );
  }
  return buildCondition(fact, scope, [...within, name]);
}

function fold(
  parts: readonly BuiltCondition[],
  start: Kleene,
  pick: (a: number, b: number) => number,
): BuiltCondition {
  if (parts.length === 1) return parts[0]!;
  const stop = 2 - start;
  return (state) => {
    let value: number = start;
    for (const part of parts) {
      value = pick(value, part(state));
      if (value === stop) break;
    }
    return value as Kleene;
  };
}

function buildCount(parts: readonly BuiltCondition[], atLeast: number): BuiltCondition {
  return (state) => {
    let holds = 0;
    let could = 0;
    for (const part of parts) {
      const value = part(state);
      if (value !== FALSE) could += 1;
      if (value === TRUE) holds += 1;
    }
    if (holds >= atLeast) return TRUE;
    return could < atLeast ? FALSE : UNKNOWN;
  };
}

function variableOf(item: string, scope: ConditionScope): IndexedVariable {
  const found = scope.variables.get(item);
  if (found === undefined)
    throw invalid(`A condition names the item "${item}", which the codebook does not have.`);
  return found;
}

function invalid(message: string): WaymarkError {
  return new WaymarkError('CODEBOOK_INVALID', message, 'Correct the name in the codebook or its model.');
}
