import type { Question, QuestionSelectBase, QuestionTextModel } from 'survey-core';
import type { CollectTexts } from '../messages-en.ts';
import type { Answering } from './answering.ts';
import { ChoiceQuestion } from './choice-question.tsx';
import { PhotoQuestion } from './photo/photo-question.tsx';
import { QuestionFrame } from './question-frame.tsx';
import { TextQuestion } from './text-question.tsx';

interface QuestionViewProps {
  readonly question: Question;
  readonly texts: CollectTexts;
  readonly problem: string | null;
  readonly answering: Answering;
}

/** A question by its SurveyJS type. The instrument gate admits these types only. */
export function QuestionView({ question, texts, problem, answering }: QuestionViewProps) {
  const type = question.getType();
  const hint = type === 'checkbox' ? texts.severalAnswers : question.isRequired ? null : texts.optional;
  return (
    <QuestionFrame question={question} texts={texts} problem={problem} hint={hint}>
      {type === 'file' ? (
        <PhotoQuestion question={question} photos={answering.photos} />
      ) : type === 'radiogroup' || type === 'checkbox' ? (
        <ChoiceQuestion question={question as QuestionSelectBase} answering={answering} />
      ) : (
        <TextQuestion
          question={question as QuestionTextModel}
          problem={problem !== null}
          answering={answering}
        />
      )}
    </QuestionFrame>
  );
}
