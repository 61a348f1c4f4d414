import type { PageModel, Question } from 'survey-core';
import { useEffect, useRef } from 'react';
import type { CollectTexts } from '../messages-en.ts';
import type { Answering } from './answering.ts';
import { findProblem } from './find-problem.ts';
import { QuestionView } from './question-view.tsx';

interface PageViewProps {
  readonly page: PageModel;
  /** Those of its questions that are on this screen. */
  readonly questions: readonly Question[];
  /** Shows the page's introduction: on its first screen. */
  readonly isFirst: boolean;
  readonly texts: CollectTexts;
  /** True after a try to go on that found a problem: problems are shown from then on. */
  readonly checked: boolean;
  readonly hasBack: boolean;
  readonly isLast: boolean;
  readonly answering: Answering;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** The questions of one screen. It starts at its heading, and a problem moves the focus to itself. */
export function PageView(props: PageViewProps) {
  const { page, questions, isFirst, texts, checked, hasBack, isLast, answering, onBack, onNext } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const problems = questions.map((question) =>
    checked ? findProblem(question, answering.typed, texts) : null,
  );
  const problemCount = problems.filter((problem) => problem !== null).length;

  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    if (!checked) return;
    form.current?.querySelector<HTMLElement>('[data-problem="true"] :is(input, textarea)')?.focus();
  }, [checked]);

  const description = isFirst ? page.locDescription.renderedHtml : '';
  return (
    <form
      ref={form}
      className="interview-page"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      <main className="stack">
        <h1 ref={heading} tabIndex={-1}>
          {page.locTitle.renderedHtml}
        </h1>
        {description !== '' && <p className="page-description">{description}</p>}
        {questions.map((question, index) => (
          <QuestionView
            key={question.name}
            question={question}
            texts={texts}
            problem={problems[index] ?? null}
            answering={answering}
          />
        ))}
      </main>
      <footer className="interview-footer">
        <p className="footer-problem" role="alert">
          {problemCount > 0 && texts.errorsOnPage(problemCount)}
        </p>
        <button
          className="button button-quiet button-tall"
          type="button"
          disabled={!hasBack}
          onClick={onBack}
        >
          {texts.back}
        </button>
        <button className="button button-tall" type="submit">
          {isLast ? texts.interviewFinish : texts.next}
        </button>
      </footer>
    </form>
  );
}
