import type { ItemValue, Question, QuestionCheckboxModel, QuestionSelectBase } from 'survey-core';
import { DONT_KNOW, REFUSED } from '../../../contracts/answer.ts';

const isQuiet = (item: ItemValue) => item.value === DONT_KNOW || item.value === REFUSED;

interface ChoiceQuestionProps {
  readonly question: QuestionSelectBase;
  /** Called instead of setting the model directly, so that one answer is on disk before the next. */
  readonly onAnswer: (apply: () => void) => void;
}

/** One answer (radio) or several (checkboxes) as large targets; "don't know" and "refused" apart and quieter. */
export function ChoiceQuestion({ question, onAnswer }: ChoiceQuestionProps) {
  const several = question.getType() === 'checkbox';
  const items: readonly ItemValue[] = question.visibleChoices;
  const isChosen = (item: ItemValue) =>
    several ? (question as QuestionCheckboxModel).isItemSelected(item) : question.value === item.value;

  const renderItem = (item: ItemValue) => (
    <label key={String(item.value)} className="choice">
      <input
        type={several ? 'checkbox' : 'radio'}
        name={question.id}
        value={String(item.value)}
        checked={isChosen(item)}
        onChange={(event) => {
          const { checked } = event.target;
          onAnswer(() => {
            choose(question, item, checked);
          });
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

/** Checkboxes go through the model's own handler: "none" and "don't know" exclude the others there. */
function choose(question: Question, item: ItemValue, checked: boolean): void {
  if (question.getType() === 'checkbox') {
    (question as QuestionCheckboxModel).clickItemHandler(item, checked);
  } else {
    question.value = item.value as unknown;
  }
}
