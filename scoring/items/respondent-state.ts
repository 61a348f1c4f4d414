/** How one item stands for one respondent. Skipped is not unanswered, and neither is a zero. */
export type ItemState = 'skipped' | 'unanswered' | 'missing' | 'answered';

export const SKIPPED = 0;
export const UNANSWERED_STATE = 1;
export const MISSING = 2;
export const ANSWERED = 3;
/** Names of the numeric states above, by number. */
export const ITEM_STATES = ['skipped', 'unanswered', 'missing', 'answered'] as const;

/**
 * One respondent as the compiled engine sees her: columns by variable index (codebook order), and
 * her scores by score index (model order). A buffer that is written anew for each respondent.
 */
export interface RespondentState {
  /** One of the numbers above per variable. */
  readonly states: Uint8Array;
  /** Index into the variable's codes; −1 where there is no code. */
  readonly codes: Int16Array;
  /** Value of number variables; NaN elsewhere. */
  readonly numbers: Float64Array;
  /** Chosen code indices of multiple-response variables; empty elsewhere. */
  readonly chosen: (readonly number[])[];
  /** Scores 0–100; NaN is absent. */
  readonly scores: Float64Array;
}

const NONE: readonly number[] = [];

/** An empty state for so many variables and scores. */
export function createRespondentState(variableCount: number, scoreCount: number): RespondentState {
  return {
    states: new Uint8Array(variableCount),
    codes: new Int16Array(variableCount).fill(-1),
    numbers: new Float64Array(variableCount).fill(Number.NaN),
    chosen: Array.from({ length: variableCount }, () => NONE),
    scores: new Float64Array(scoreCount).fill(Number.NaN),
  };
}
