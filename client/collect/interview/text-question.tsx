import type { QuestionCommentModel, QuestionTextModel } from 'survey-core';
import { useState } from 'react';
import { questionIds } from './question-frame.tsx';

interface TextQuestionProps {
  readonly question: QuestionTextModel | QuestionCommentModel;
  readonly problem: boolean;
}

const LONGEST = 4000;

/** Digits as typed on any keyboard (Devanagari and Bengali ones too) as a number; else the text itself. */
function toNumber(text: string): number | string {
  const digits = text
    .trim()
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x0966))
    .replace(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - 0x09e6));
  return /^-?\d+([.,]\d+)?$/.test(digits) ? Number(digits.replace(',', '.')) : text;
}

/** Text or a number; every keystroke goes to the model, and from there to the journal. */
export function TextQuestion({ question, problem }: TextQuestionProps) {
  const isComment = question.getType() === 'comment';
  const inputType = isComment ? 'text' : (question as QuestionTextModel).inputType;
  const [text, setText] = useState(question.isEmpty() ? '' : String(question.value));
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
      question.value = inputType === 'number' ? toNumber(typed) : typed;
    },
  } as const;
  if (isComment) return <textarea {...shared} rows={4} />;
  if (inputType === 'number') return <input {...shared} type="text" inputMode="decimal" />;
  return <input {...shared} type={inputType === 'tel' ? 'tel' : 'text'} />;
}
