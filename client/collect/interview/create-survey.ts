import { Model, type SurveyModel } from 'survey-core';
import { registerScoringProperties } from '../../../instruments/scoring-properties.ts';
import type { InterviewState } from '../../device/replay-journal.ts';
import { withNumbers } from './number-texts.ts';

/**
 * The SurveyJS model of an interview as far as it has come: it decides what is asked next. It is not
 * the record; that is the journal.
 */
export function createSurvey(json: object, state: InterviewState): SurveyModel {
  registerScoringProperties();
  const survey = new Model(json);
  // Else SurveyJS deletes restored answers that are no longer among the choices.
  survey.keepIncorrectValues = true;
  survey.clearInvisibleValues = 'none';
  survey.textUpdateMode = 'onTyping';
  survey.locale = state.language;
  survey.data = withNumbers(survey, state.answers).answers;
  const page = state.page === null ? null : survey.getPageByName(state.page);
  // `currentPage` ignores a page that is hidden by now, and stays on the first.
  if (page?.isVisible) survey.currentPage = page;
  return survey;
}
