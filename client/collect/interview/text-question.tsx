import type { QuestionCommentModel, QuestionTextModel } from 'survey-core';
import { useState } from 'react';
import type { Answering } from './answering.ts';
import { questionIds } from './question-frame.tsx';
import { asksNumber } from './read-number.ts';

interface TextQuestionProps {
  readonly question: QuestionTextModel | QuestionCommentModel;
  readonly problem: boolean;
  readonly answering: Answering;
}

const LONGEST = 4000;

/**
 * Text or a number. Every keystroke goes to the journal: text by way of the model, what is typed for a
 * number as it is, because the model would drop or cut what is not one.
 */
export function TextQuestion({ question, problem, answering }: TextQuestionProps) {
  const isComment = question.getType() === 'comment';
  const inputType = isComment ? 'text' : (question as QuestionTextModel).inputType;
  const isNumber = asksNumber(question);
  const [text, setText] = useState(() => {
    if (isNumber) return answering.typed(question.name);
    return question.isEmpty() ? '' : String(question.value);
  });
  const ids = questionIds(question);
  const shared = {
    className: 'input',
    value: text,
    maxLength: question.maxLength > 0 ? question.maxLength : LONGEST,
    autoComplete: 'off',
    'aria-labelledby': ids.title,
    'aria-describedby': `${ids.hint} ${ids.problem}`,
    'aria-invalid': problem,
    'aria-required': question.isRequired,
    onChange(event: { readonly target: { readonly value: string } }) {
      const typed = event.target.value;
      setText(typed);
      if (isNumber) answering.typeNumber(question.name, typed);
      else question.value = typed;
    },
  } as const;
  if (isComment) return <textarea {...shared} rows={4} />;
  if (isNumber) return <input {...shared} type="text" inputMode="numeric" />;
  return <input {...shared} type={inputType === 'tel' ? 'tel' : 'text'} />;
}
