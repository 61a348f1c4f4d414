import type { AnswerValue, Answers } from '../../contracts/answer.ts';
import type { Codebook } from '../../contracts/codebook.ts';
import { createItemReader } from '../items/item-states.ts';

/** Two interviews of one person: the one that is checked, and the short one that checks it. */
export interface CheckedPair {
  /** Of the interview that is checked. */
  readonly id: string;
  /** Who held it; an empty string where it is not recorded. */
  readonly enumerator: string;
  readonly first: Answers;
  readonly second: Answers;
}

/** How an item compares. `nothing`: it was answered on neither side, skipped or not. */
export type ItemOutcome = 'agree' | 'differ' | 'oneMissing' | 'nothing';

/**
 * Compiles a comparison of one person's two interviews, item by item. Codes and numbers agree where they are equal,
 * several codes where they are the same whatever their order, texts where they are equal but for case,
 * spaces and signs. Don't know, refused and skipped are no answer.
 */
export function createAnswerComparer(
  codebook: Codebook,
  items: readonly string[],
): (pair: Pick<CheckedPair, 'first' | 'second'>) => ItemOutcome[] {
  const read = createItemReader(codebook);
  const texts = new Set(codebook.variables.filter(({ type }) => type === 'text').map(({ name }) => name));
  return ({ first, second }) => {
    const [ofFirst, ofSecond] = [read(first), read(second)];
    return items.map((item) => {
      const answered = [ofFirst[item], ofSecond[item]].filter((state) => state === 'answered').length;
      if (answered === 0) return 'nothing';
      if (answered === 1) return 'oneMissing';
      const keyOf = texts.has(item) ? keyOfText : keyOfCode;
      return keyOf(first[item]) === keyOf(second[item]) ? 'agree' : 'differ';
    });
  };
}

const keyOfCode = (value: AnswerValue | undefined): string =>
  JSON.stringify(Array.isArray(value) ? value.toSorted() : value);

const keyOfText = (value: AnswerValue | undefined): string =>
  String(value ?? '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
