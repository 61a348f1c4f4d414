import type { PageModel, Question, SurveyModel } from 'survey-core';

/** What a person was told and asked before the interview, in the language the survey is in. */
export interface ConsentText {
  readonly told: string;
  readonly asked: string;
  /** Her answer in words; null where she has given none. */
  readonly answer: string | null;
}

const isConsent = (question: Question) => question.getPropertyValue('purpose') === 'consent';

/** True once she has agreed. */
export const hasAgreed = (survey: SurveyModel): boolean =>
  survey.getAllQuestions().some((question) => isConsent(question) && question.value === 'yes');

/** The words of the consent: the page's text and the item whose purpose it is. Null where there is none. */
export function findConsent(survey: SurveyModel): ConsentText | null {
  const question = survey.getAllQuestions().find(isConsent);
  if (question === undefined) return null;
  const page = question.page as PageModel | null;
  return {
    told: page?.locDescription.renderedHtml ?? '',
    asked: question.locTitle.renderedHtml,
    answer: question.isEmpty() ? null : String(question.displayValue),
  };
}
