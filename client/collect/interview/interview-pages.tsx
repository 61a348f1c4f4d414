import type { PageModel } from 'survey-core';
import { useEffect, useReducer, useState } from 'react';
import { isLanguage } from '../../i18n/language-names.ts';
import { messages } from '../messages.ts';
import type { Answering } from './answering.ts';
import { findProblem } from './find-problem.ts';
import { InterviewHeader } from './interview-header.tsx';
import type { OpenInterview } from './open-interview.ts';
import { PageView } from './page-view.tsx';
import { ReviewView } from './review-view.tsx';
import { SaveAlert } from './save-alert.tsx';
import { useSurveyRevision } from './use-survey-revision.ts';

/** The pages of an open interview, then the review. All of it speaks the interview's language. */
export function InterviewPages({ interview }: { readonly interview: OpenInterview }) {
  const { survey, journal } = interview;
  useSurveyRevision(survey);
  const [reviewing, setReviewing] = useState(false);
  const [checked, setChecked] = useState(false);
  const [, noteTyping] = useReducer((count: number) => count + 1, 0);
  const language = isLanguage(survey.locale) ? survey.locale : 'en';
  const texts = messages[language];

  useEffect(() => {
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') interview.pause();
      else interview.resume();
    };
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [interview]);

  const pages: readonly PageModel[] = survey.visiblePages;
  const page = survey.currentPage as PageModel;
  const pageIndex = pages.indexOf(page);

  /** Moves only once everything so far is on disk; a failed write is shown by `SaveAlert` instead. */
  async function whenSaved(move: () => void): Promise<void> {
    await interview.caughtUp();
    if (!(await journal.settled())) return;
    setChecked(false);
    move();
    window.scrollTo(0, 0);
  }

  /** One answer is on disk, and the model knows of it, before the next one is taken. */
  async function isReady(): Promise<boolean> {
    await interview.caughtUp();
    return journal.settled();
  }

  const answering: Answering = {
    async choose(item, code) {
      if (interview.saveState() !== 'saved' && !(await isReady())) return;
      await interview.choose(item, code);
    },
    typeNumber(item, text) {
      interview.typeNumber(item, text);
      // The model may not have changed; what is wrong with the text has.
      noteTyping();
    },
    typed: interview.typed,
    async change(apply) {
      if (await isReady()) apply();
    },
  };

  async function next(): Promise<void> {
    await interview.caughtUp();
    const pages: readonly PageModel[] = survey.visiblePages;
    const hasProblem = page.questions.some(
      (q) => q.isVisible && findProblem(q, interview.typed, texts) !== null,
    );
    setChecked(hasProblem);
    if (hasProblem) return;
    const following = pages[pages.indexOf(page) + 1];
    await whenSaved(() => {
      if (following === undefined) setReviewing(true);
      else interview.goToPage(following.name);
    });
  }

  function back(): void {
    const before = pages[pageIndex - 1];
    void whenSaved(() => {
      if (reviewing) setReviewing(false);
      else if (before !== undefined) interview.goToPage(before.name);
    });
  }

  // Of all pages, not of those that apply so far: else the end would move away as she answers.
  const steps = survey.pages.length + 1;
  const step = reviewing ? steps : survey.pages.indexOf(page) + 1;
  return (
    <div className="interview" lang={language}>
      <InterviewHeader interview={interview} language={language} texts={texts} step={step} steps={steps} />
      <SaveAlert interview={interview} texts={texts} />
      {reviewing ? (
        <ReviewView
          interview={interview}
          texts={texts}
          onBack={back}
          onChange={(name) => {
            void whenSaved(() => {
              setReviewing(false);
              interview.goToPage(name);
            });
          }}
        />
      ) : (
        <PageView
          key={page.name}
          page={page}
          texts={texts}
          checked={checked}
          hasBack={pageIndex > 0}
          isLast={
            pageIndex === pages.length - 1 &&
            !page.questions.some((each) => each.isRequired && each.isEmpty())
          }
          answering={answering}
          onBack={back}
          onNext={() => {
            void next();
          }}
        />
      )}
    </div>
  );
}
