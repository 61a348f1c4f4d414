import type { PageModel, Question, SurveyModel } from 'survey-core';
import { useEffect, useRef, useState } from 'react';
import type { CollectTexts } from '../messages-en.ts';
import { useDevice } from '../shell/device-context.tsx';
import { useSyncing } from '../shell/syncing-context.tsx';
import { useVault, useVaultState } from '../shell/vault-context.tsx';
import { consentRefused } from './consent-refused.ts';
import { isLanguage } from '../../i18n/language-names.ts';
import { findProblem } from './find-problem.ts';
import { finishCheck } from './finish-check.ts';
import { finishInterview } from './finish-interview.ts';
import { photoMessages } from './photo/photo-messages.ts';
import type { OpenInterview } from './open-interview.ts';

interface ReviewViewProps {
  readonly interview: OpenInterview;
  readonly texts: CollectTexts;
  readonly onBack: () => void;
  readonly onFinished: () => void;
  readonly onChange: (pageName: string) => void;
}

const answeredOn = (page: PageModel): readonly Question[] => page.questions.filter((each) => each.isVisible);

const refused = (survey: SurveyModel) =>
  consentRefused(survey, survey.data as Record<string, string>) !== null;

/** Questions whose photo is still on its way to the disk. */
function usePhotosUnderway({ survey, photos }: OpenInterview): readonly string[] {
  const [, setDone] = useState(0);
  const items = survey.getAllQuestions().map(({ name }) => name);
  const underway = items.filter((item) => photos.underway(item) !== null);
  const key = underway.join(' ');
  useEffect(() => {
    for (const item of key.split(' '))
      void photos.underway(item)?.then(() => {
        setDone((count) => count + 1);
      });
  }, [key, photos]);
  return underway;
}

/** All answers once more, page by page, before they can no longer be changed. */
export function ReviewView({ interview, texts, onBack, onFinished, onChange }: ReviewViewProps) {
  const { survey } = interview;
  const photoTexts = photoMessages[isLanguage(survey.locale) ? survey.locale : 'en'];
  const { database, changed } = useDevice();
  const { sync } = useSyncing();
  const vault = useVault();
  const { rememberFinished } = useVaultState();
  const [step, setStep] = useState<'reading' | 'finishing' | 'failed'>('reading');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);

  const pages: readonly PageModel[] = survey.visiblePages;
  const underway = usePhotosUnderway(interview);
  const unfinished = pages.find((page) =>
    answeredOn(page).some((each) => findProblem(each, interview.typed, texts) !== null),
  );

  function shownAnswer(question: Question): string {
    if (question.getType() === 'file') {
      if (underway.includes(question.name)) return photoTexts.working;
      return interview.photos.taken(question.name) === null ? photoTexts.none : photoTexts.kept;
    }
    const typed = interview.typed(question.name).trim();
    if (typed !== '') return typed;
    return question.isEmpty() ? texts.reviewNoAnswer : String(question.displayValue);
  }

  async function finish(): Promise<void> {
    setStep('finishing');
    const failed = await interview.photos.settled();
    const lacking = pages.find((page) => answeredOn(page).some(({ name }) => failed.includes(name)));
    if (lacking !== undefined) {
      onChange(lacking.name);
      return;
    }
    try {
      if (interview.draft.backCheck !== undefined) await finishCheck(database, vault, interview, Date.now());
      else rememberFinished(await finishInterview(database, vault, interview, Date.now()));
    } catch {
      setStep('failed');
      return;
    }
    interview.end();
    changed();
    sync('due');
    onFinished();
  }

  function onFinish(): void {
    if (unfinished !== undefined) onChange(unfinished.name);
    else if (step !== 'finishing') void finish();
  }

  return (
    <div className="interview-page">
      <main className="stack">
        <h1 ref={heading} tabIndex={-1}>
          {texts.reviewTitle}
        </h1>
        {refused(survey) && <p className="banner">{texts.reviewNoConsent}</p>}
        <p>{texts.reviewText}</p>
        {pages.map((page) => (
          <section key={page.name} className="card review-page">
            <div className="review-title">
              <h2>{page.locTitle.renderedHtml}</h2>
              <button
                className="button button-plain"
                type="button"
                onClick={() => {
                  onChange(page.name);
                }}
              >
                {texts.reviewChange}
                <span className="visually-hidden">: {page.locTitle.renderedHtml}</span>
              </button>
            </div>
            <dl>
              {answeredOn(page).map((question) => (
                <div key={question.name}>
                  <dt className="quiet">{question.locTitle.renderedHtml}</dt>
                  <dd>{shownAnswer(question)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </main>
      <footer className="interview-footer">
        <p className="footer-problem" role="alert">
          {step === 'failed' && texts.reviewFailed}
        </p>
        <button className="button button-quiet button-tall" type="button" onClick={onBack}>
          {texts.back}
        </button>
        <button className="button button-tall" type="button" onClick={onFinish}>
          {texts.reviewFinish}
        </button>
      </footer>
    </div>
  );
}
