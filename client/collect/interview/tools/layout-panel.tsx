import type { QuestionLayout } from './question-layout.ts';
import type { ToolsTexts } from './tools-messages.ts';

interface LayoutPanelProps {
  readonly texts: ToolsTexts;
  readonly layout: QuestionLayout;
  readonly onLayout: (layout: QuestionLayout) => void;
}

/** One question on each screen, or several. */
export function LayoutPanel({ texts, layout, onLayout }: LayoutPanelProps) {
  const choices = [
    ['grouped', texts.layoutGrouped],
    ['single', texts.layoutSingle],
  ] as const;
  return (
    <section className="card">
      <fieldset className="plain-fieldset">
        <legend className="label">{texts.layoutTitle}</legend>
        <div className="choices choices-row">
          {choices.map(([value, label]) => (
            <label key={value} className="choice">
              <input
                type="radio"
                name="layout"
                value={value}
                checked={layout === value}
                onChange={() => {
                  onLayout(value);
                }}
              />
              <span>{label}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </section>
  );
}
