import type { Question } from 'survey-core';
import type { CollectTexts } from '../messages-en.ts';
import { asksNumber, numberRange, readNumber } from './read-number.ts';

/** What was typed for an item whose answer is a number; empty where nothing was. */
export type TypedText = (item: string) => string;

/** What is wrong with an answer, in the words of `texts`; null if nothing is. */
export function findProblem(question: Question, typed: TypedText, texts: CollectTexts): string | null {
  if (asksNumber(question) && readNumber(question, typed(question.name)) === 'wrong') {
    return texts.errorNumber(...numberRange(question));
  }
  return question.isEmpty() && question.isRequired ? texts.errorRequired : null;
}
