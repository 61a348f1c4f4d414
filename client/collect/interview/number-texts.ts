import type { SurveyModel } from 'survey-core';
import type { AnswerValue } from '../../../contracts/answer.ts';
import { asksNumber, readNumber } from './read-number.ts';

type Answers = Readonly<Record<string, AnswerValue>>;

/** What was typed for each number, as the journal has it: text as typed, or a number of an older draft. */
export function numberTexts(survey: SurveyModel, recorded: Answers): Map<string, string> {
  const typed = new Map<string, string>();
  for (const question of survey.getAllQuestions()) {
    const value = recorded[question.name];
    if (value !== undefined && asksNumber(question)) typed.set(question.name, String(value));
  }
  return typed;
}

/**
 * The recorded answers with a real number for each text that is one. A text that is none is left
 * out; `wrong` names its item.
 */
export function withNumbers(
  survey: SurveyModel,
  recorded: Answers,
): { readonly answers: Record<string, AnswerValue>; readonly wrong: readonly string[] } {
  const numbers = new Map<string, number>();
  const wrong: string[] = [];
  const typed = numberTexts(survey, recorded);
  for (const [item, text] of typed) {
    const value = readNumber(survey.getQuestionByName(item), text);
    if (typeof value === 'number') numbers.set(item, value);
    if (value === 'wrong') wrong.push(item);
  }
  const others = Object.entries(recorded).filter(([item]) => !typed.has(item));
  return { answers: Object.fromEntries([...others, ...numbers]), wrong };
}
