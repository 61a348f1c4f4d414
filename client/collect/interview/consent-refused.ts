import type { SurveyModel } from 'survey-core';
import type { AnswerValue } from '../../../contracts/answer.ts';

/**
 * The answers to record where the person does not take part: her "no" to the item whose purpose is
 * consent, and nothing else, even if she answered more before she changed her mind. Null where she
 * takes part, or has not said.
 */
export function consentRefused(
  survey: SurveyModel,
  answers: Readonly<Record<string, AnswerValue>>,
): Readonly<Record<string, AnswerValue>> | null {
  for (const question of survey.getAllQuestions()) {
    const answer = answers[question.name];
    if (question.getPropertyValue('purpose') === 'consent' && answer === 'no') {
      return { [question.name]: answer };
    }
  }
  return null;
}
