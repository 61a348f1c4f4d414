import { useState } from 'react';
import { localize } from '../../contracts/language.ts';
import type { ReadableInterview } from '../../contracts/review.ts';
import { useLanguage, useTexts } from '../i18n/language-context.tsx';
import { SwitchField } from '../ui/switch-field.tsx';
import { reviewTexts } from './review-messages.ts';

type Answer = ReadableInterview['answers'][number];

export interface AnswerTableProps {
  /** One interview, or several contents of one side by side, each with its heading. */
  readonly columns: readonly { readonly heading: string; readonly answers: readonly Answer[] }[];
}

/** Questions with their answers in the reader's language. Rows where contents differ are marked. */
export function AnswerTable({ columns }: AnswerTableProps) {
  const t = useTexts(reviewTexts);
  const { language } = useLanguage();
  const [showsSkipped, setShowsSkipped] = useState(false);
  const rows = (columns[0]?.answers ?? [])
    .map(({ item, label }) => ({
      item,
      label,
      answers: columns.map(({ answers }) => answers.find((one) => one.item === item)),
    }))
    .filter(
      ({ answers }) => showsSkipped || answers.some((one) => one !== undefined && one.state !== 'skipped'),
    );
  return (
    <>
      <SwitchField label={t.showSkipped} isOn={showsSkipped} onChange={setShowsSkipped} />
      <div className="card table-frame" tabIndex={0} role="region" aria-label={t.answer}>
        <table className="listing answers">
          <thead>
            <tr>
              <th scope="col">{t.question}</th>
              {columns.map(({ heading }) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ item, label, answers }) => {
              const words = answers.map((one) => inWords(one, language, t.states));
              const differs = new Set(words.map(({ text }) => text)).size > 1;
              return (
                <tr key={item} className={differs ? 'differs' : undefined}>
                  <th scope="row">{localize(label, language)}</th>
                  {words.map(({ text, isQuiet }, place) => (
                    <td key={columns[place]?.heading} className={isQuiet ? 'quiet' : undefined}>
                      {differs ? <strong>{text}</strong> : text}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

function inWords(
  answer: Answer | undefined,
  language: string,
  states: Readonly<Record<'missing' | 'unanswered' | 'skipped', string>>,
): { readonly text: string; readonly isQuiet: boolean } {
  if (answer === undefined) return { text: '–', isQuiet: true };
  if (answer.state !== 'answered') return { text: states[answer.state], isQuiet: true };
  const { labels, value } = answer;
  const text =
    labels.length > 0 ? labels.map((label) => localize(label, language)).join(', ') : String(value ?? '');
  return { text, isQuiet: false };
}
