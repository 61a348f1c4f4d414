import type { Question, QuestionTextModel } from 'survey-core';

/** Where the digits of our languages' scripts begin: Devanagari and Bengali. Unicode's NFKC does the full-width ones. */
const ZEROS = [0x0966, 0x09e6];

const toAsciiDigit = (digit: string): string => {
  const code = digit.charCodeAt(0);
  const zero = ZEROS.find((start) => code >= start && code < start + 10);
  return zero === undefined ? digit : String(code - zero);
};

/** SurveyJS says `string`, and gives a number, text or nothing. */
const bound = (given: unknown, otherwise: number): number =>
  given === undefined || given === null || given === '' ? otherwise : Number(given);

/** Smallest and largest number that a question takes; infinite where it says nothing. */
export const numberRange = (question: Question): readonly [from: number, to: number] => {
  const { min, max } = question as QuestionTextModel;
  return [bound(min, -Infinity), bound(max, Infinity)];
};

/** True for a question whose answer is a number. */
export const asksNumber = (question: Question): boolean =>
  question.getType() === 'text' && (question as QuestionTextModel).inputType === 'number';

/**
 * The number that was typed for a question: whole numbers from 0 on, in the digits of any of our
 * scripts, within the question's range. `'none'` for an empty text, `'wrong'` for any other text; a
 * part of it is never taken for the whole.
 */
export function readNumber(question: Question, typed: string): number | 'none' | 'wrong' {
  const text = typed
    .normalize('NFKC')
    .replace(/[०-९০-৯]/g, toAsciiDigit)
    .trim();
  if (text === '') return 'none';
  const value = Number(text);
  const [from, to] = numberRange(question);
  return /^[0-9]+$/.test(text) && Number.isSafeInteger(value) && value >= from && value <= to
    ? value
    : 'wrong';
}
