import type { SurveyModel } from 'survey-core';
import { useEffect, useState } from 'react';

/** Renders again whenever an answer, the page, the language or what is visible changed in the model. */
export function useSurveyRevision(survey: SurveyModel): number {
  const [revision, setRevision] = useState(0);
  useEffect(() => {
    const onChange = () => {
      setRevision((count) => count + 1);
    };
    const events = [
      survey.onValueChanged,
      survey.onCurrentPageChanged,
      survey.onLocaleChangedEvent,
      survey.onQuestionVisibleChanged,
    ];
    for (const event of events) event.add(onChange);
    return () => {
      for (const event of events) event.remove(onChange);
    };
  }, [survey]);
  return revision;
}
