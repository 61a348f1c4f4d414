import type { ItemValue, QuestionCheckboxModel, QuestionSelectBase } from 'survey-core';
import { useState } from 'react';
import { DONT_KNOW, REFUSED } from '../../../contracts/answer.ts';
import type { Answering } from './answering.ts';

const isQuiet = (item: ItemValue) => item.value === DONT_KNOW || item.value === REFUSED;

interface ChoiceQuestionProps {
  readonly question: QuestionSelectBase;
  readonly answering: Answering;
}

/** One answer (radio) or several (checkboxes) as large targets; "don't know" and "refused" apart and quieter. */
export function ChoiceQuestion({ question, answering }: ChoiceQuestionProps) {
  const isSeveral = question.getType() === 'checkbox';
  const several = question as QuestionCheckboxModel;
  // What was tapped, until the model has followed.
  const [tapped, setTapped] = useState<string | null>(null);
  const items: readonly ItemValue[] = question.visibleChoices;
  const isChosen = (item: ItemValue) =>
    isSeveral ? several.isItemSelected(item) : (tapped ?? question.value) === item.value;

  async function choose(code: string): Promise<void> {
    setTapped(code);
    await answering.choose(question.name, code);
    setTapped((latest) => (latest === code ? null : latest));
  }

  const renderItem = (item: ItemValue) => (
    <label key={String(item.value)} className="choice">
      <input
        type={isSeveral ? 'checkbox' : 'radio'}
        name={question.id}
        value={String(item.value)}
        checked={isChosen(item)}
        onChange={(event) => {
          const { checked } = event.target;
          // The model's own handler knows that "none" and "don't know" exclude the others.
          if (isSeveral) void answering.change(() => several.clickItemHandler(item, checked));
          else void choose(String(item.value));
        }}
      />
      <span>{item.locText.renderedHtml}</span>
    </label>
  );

  const quiet = items.filter(isQuiet);
  return (
    <>
      <div className="choices">{items.filter((item) => !isQuiet(item)).map(renderItem)}</div>
      {quiet.length > 0 && <div className="choices choices-quiet">{quiet.map(renderItem)}</div>}
    </>
  );
}
