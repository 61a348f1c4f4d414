import type { PageModel } from 'survey-core';
import { useEffect, useReducer, useState } from 'react';
import { isLanguage } from '../../i18n/language-names.ts';
import { messages } from '../messages.ts';
import type { Answering } from './answering.ts';
import { findProblem } from './find-problem.ts';
import { InterviewHeader } from './interview-header.tsx';
import { LeaveView } from './leave/leave-view.tsx';
import { useBack } from './leave/use-back.ts';
import type { OpenInterview } from './open-interview.ts';
import { neighbour, shownOn, visibleOn, type Position } from './page-position.ts';
import { PageView } from './page-view.tsx';
import { ReviewView } from './review-view.tsx';
import { SaveAlert } from './save-alert.tsx';
import { hasAgreed } from './tools/find-consent.ts';
import { readQuestionLayout, storeQuestionLayout } from './tools/question-layout.ts';
import { toolsMessages } from './tools/tools-messages.ts';
import { ToolsView } from './tools/tools-view.tsx';
import { useSurveyRevision } from './use-survey-revision.ts';

/** The pages of an open interview, then the review. All of it speaks the interview's language. */
export function InterviewPages({ interview }: { readonly interview: OpenInterview }) {
  const { survey, journal } = interview;
  useSurveyRevision(survey);
  const [reviewing, setReviewing] = useState(false);
  const [overlay, setOverlay] = useState<'tools' | 'leave' | null>(null);
  const [checked, setChecked] = useState(false);
  const [layout, setLayout] = useState(readQuestionLayout);
  const [item, setItem] = useState(interview.lastItem);
  const [, noteTyping] = useReducer((count: number) => count + 1, 0);
  const language = isLanguage(survey.locale) ? survey.locale : 'en';
  const texts = messages[language];
  const tools = toolsMessages[language];

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

  const asksPlace = survey.getPropertyValue('askLocation') === true && hasAgreed(survey);
  useEffect(() => {
    // Once; if it fails she can ask again under "More".
    if (asksPlace && interview.location().known === null) void interview.locate();
  }, [asksPlace, interview]);

  const page = survey.currentPage as PageModel;
  const shown = shownOn(page, layout, item);
  const before = neighbour(survey, page, layout, shown, -1);

  function goTo(target: Position): void {
    interview.goToPage(target.page, target.item);
    setItem(target.item ?? null);
  }

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
    photos: interview.photos,
    async change(apply) {
      if (await isReady()) apply();
    },
  };

  async function next(): Promise<void> {
    await interview.caughtUp();
    const hasProblem = shownOn(page, layout, item).some(
      (each) => findProblem(each, interview.typed, texts) !== null,
    );
    setChecked(hasProblem);
    if (hasProblem) return;
    const following = neighbour(survey, page, layout, shown, 1);
    await whenSaved(() => {
      if (following === null) setReviewing(true);
      else goTo(following);
    });
  }

  function back(): void {
    void whenSaved(() => {
      if (reviewing) setReviewing(false);
      else if (before !== null) goTo(before);
    });
  }

  const leave = useBack(() => {
    if (overlay !== null) setOverlay(null);
    else if (reviewing || before !== null) back();
    else setOverlay('leave');
  });
  const goHome = () => {
    leave('/collect');
  };

  // Of all pages, not of those that apply so far: else the end would move away as she answers.
  const steps = survey.pages.length + 1;
  const step = reviewing ? steps : survey.pages.indexOf(page) + 1;
  return (
    <div className="interview" lang={language}>
      <InterviewHeader
        interview={interview}
        language={language}
        texts={texts}
        toolsText={tools.more}
        isToolsOpen={overlay === 'tools'}
        onTools={() => {
          setOverlay(overlay === 'tools' ? null : 'tools');
        }}
        onLeave={goHome}
        step={step}
        steps={steps}
      />
      <SaveAlert interview={interview} texts={texts} />
      {overlay === 'leave' && (
        <LeaveView
          texts={tools}
          onLeave={goHome}
          onStay={() => {
            setOverlay(null);
          }}
        />
      )}
      {overlay === 'tools' && (
        <ToolsView
          interview={interview}
          texts={tools}
          layout={layout}
          onLayout={(chosen) => {
            storeQuestionLayout(chosen);
            setLayout(chosen);
          }}
          onClose={() => {
            setOverlay(null);
          }}
          onDiscarded={goHome}
        />
      )}
      {overlay === null && reviewing && (
        <ReviewView
          interview={interview}
          texts={texts}
          onBack={back}
          onFinished={() => {
            const { id, backCheck } = interview.draft;
            // A back-check has no card to show.
            leave(backCheck === undefined ? `/collect/result/${id}` : '/collect');
          }}
          onChange={(name) => {
            void whenSaved(() => {
              setReviewing(false);
              goTo({ page: name });
            });
          }}
        />
      )}
      {overlay === null && !reviewing && (
        <PageView
          key={`${page.name} ${layout === 'single' ? shown[0]?.name : ''}`}
          page={page}
          questions={shown}
          isFirst={layout === 'grouped' || shown[0] === visibleOn(page)[0]}
          texts={texts}
          checked={checked}
          hasBack={before !== null}
          isLast={
            neighbour(survey, page, layout, shown, 1) === null &&
            !shown.some((each) => each.isRequired && each.isEmpty())
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
