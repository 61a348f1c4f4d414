import type { Answers } from '../../contracts/answer.ts';
import type { Variable } from '../../contracts/codebook.ts';
import type { CheckedPair } from './compare-answers.ts';

/** Stands for no code. */
export const NO_CODE = 65_535;

/** Codes of one single-choice item on both sides, as places in its values; `NO_CODE` for any other answer, or none. */
export interface CodedItem {
  readonly size: number;
  readonly first: Uint16Array;
  readonly second: Uint16Array;
}

/** Null where the item has no codes to compare by chance: texts, numbers, several codes. */
export function codeItem(variable: Variable, pairs: readonly CheckedPair[]): CodedItem | null {
  if (variable.type !== 'single') return null;
  const codes = variable.values.map(({ code }) => code).filter((code) => !(code in variable.missing));
  const places = new Map(codes.map((code, place) => [code, place]));
  const placeOf = (answers: Answers): number => places.get(String(answers[variable.name])) ?? NO_CODE;
  return {
    size: codes.length,
    first: Uint16Array.from(pairs, ({ first }) => placeOf(first)),
    second: Uint16Array.from(pairs, ({ second }) => placeOf(second)),
  };
}
