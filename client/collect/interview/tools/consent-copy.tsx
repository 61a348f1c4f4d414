import type { SurveyModel } from 'survey-core';
import { findConsent } from './find-consent.ts';
import type { ToolsTexts } from './tools-messages.ts';

interface ConsentCopyProps {
  readonly survey: SurveyModel;
  readonly texts: ToolsTexts;
}

/** What the person was told and asked, to be shown to her again at any time. */
export function ConsentCopy({ survey, texts }: ConsentCopyProps) {
  const consent = findConsent(survey);
  if (consent === null) return null;
  return (
    <section className="card stack" data-consent-copy>
      <h2>{texts.consentTitle}</h2>
      <details>
        <summary>{texts.consentShow}</summary>
        <div className="stack consent-copy">
          {consent.told !== '' && <p>{consent.told}</p>}
          <p className="label">{consent.asked}</p>
        </div>
      </details>
      <p>{consent.answer === null ? texts.consentNoAnswer : texts.consentAnswer(consent.answer)}</p>
    </section>
  );
}
