import type { PageModel, Question, SurveyModel } from 'survey-core';
import type { QuestionLayout } from './tools/question-layout.ts';

/** A page, and the one question of it that is shown; `item` undefined: all of them. */
export interface Position {
  readonly page: string;
  readonly item?: string;
}

/** The questions of a page that apply so far. */
export const visibleOn = (page: PageModel): readonly Question[] =>
  page.questions.filter((question) => question.isVisible);

/** What is on screen: every question of the page, or the one that `item` names (else its first). */
export function shownOn(page: PageModel, layout: QuestionLayout, item: string | null): readonly Question[] {
  const questions = visibleOn(page);
  if (layout === 'grouped') return questions;
  const one = questions.find(({ name }) => name === item) ?? questions[0];
  return one === undefined ? [] : [one];
}

/** Where "next" (+1) and "back" (−1) lead from what is shown; null beyond the first and the last. */
export function neighbour(
  survey: SurveyModel,
  page: PageModel,
  layout: QuestionLayout,
  shown: readonly Question[],
  step: 1 | -1,
): Position | null {
  if (layout === 'single') {
    const questions = visibleOn(page);
    const place = questions.findIndex(({ name }) => name === shown[0]?.name);
    const beside = place === -1 ? undefined : questions[place + step];
    if (beside !== undefined) return { page: page.name, item: beside.name };
  }
  const pages: readonly PageModel[] = survey.visiblePages;
  const target = pages[pages.indexOf(page) + step];
  if (target === undefined) return null;
  if (layout === 'grouped') return { page: target.name };
  const item = visibleOn(target).at(step === 1 ? 0 : -1)?.name;
  return { page: target.name, ...(item !== undefined && { item }) };
}
