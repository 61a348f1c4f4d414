import type { Question, QuestionTextModel } from 'survey-core';
import type { CollectTexts } from '../messages-en.ts';

/** SurveyJS says `string`, and gives a number, text or nothing. */
const bound = (given: unknown, otherwise: number): number =>
  given === undefined || given === null || given === '' ? otherwise : Number(given);

/** What is wrong with an answer, in the words of `texts`; null if nothing is. */
export function findProblem(question: Question, texts: CollectTexts): string | null {
  if (question.isEmpty()) return question.isRequired ? texts.errorRequired : null;
  const value: unknown = question.value;
  if (question.getType() !== 'text') return null;
  const { inputType, min, max } = question as QuestionTextModel;
  if (inputType !== 'number') return null;
  const [from, to] = [bound(min, -Infinity), bound(max, Infinity)];
  const isFine = typeof value === 'number' && value >= from && value <= to;
  return isFine ? null : texts.errorNumber(from, to);
}
