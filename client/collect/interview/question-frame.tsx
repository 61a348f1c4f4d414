import type { Question } from 'survey-core';
import type { ReactNode } from 'react';
import type { CollectTexts } from '../messages-en.ts';

/** Ids that tie a question's parts together for a screen reader. */
export const questionIds = (question: Question) => ({
  title: `${question.id}-title`,
  hint: `${question.id}-hint`,
  problem: `${question.id}-problem`,
});

interface QuestionFrameProps {
  readonly question: Question;
  readonly texts: CollectTexts;
  readonly problem: string | null;
  readonly children: ReactNode;
  /** A short note under the question, such as "more than one answer is possible". */
  readonly hint: string | null;
}

/** A question with its answers as one group: fieldset and legend. */
export function QuestionFrame({ question, problem, hint, children }: QuestionFrameProps) {
  const ids = questionIds(question);
  const description = question.locDescription.renderedHtml;
  return (
    <fieldset
      className="question"
      data-question={question.name}
      data-problem={problem !== null}
      aria-describedby={`${ids.hint} ${ids.problem}`}
    >
      <legend id={ids.title}>{question.locTitle.renderedHtml}</legend>
      <div id={ids.hint} className="question-hint quiet">
        {description !== '' && <p>{description}</p>}
        {hint !== null && <p>{hint}</p>}
      </div>
      {children}
      <p id={ids.problem} className="question-problem">
        {problem}
      </p>
    </fieldset>
  );
}
