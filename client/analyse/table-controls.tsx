import type { TableVariable } from '../../contracts/api.ts';
import { useLanguage, useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { CORRECTIONS } from '../../scoring/statistics/adjust-p-values.ts';
import { Button } from '../ui/button.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { SelectField, type SelectGroup } from '../ui/select-field.tsx';
import { SwitchField } from '../ui/switch-field.tsx';
import { analyseTexts } from './messages.ts';
import type { AnalyseTexts } from './messages-en.ts';
import { variableLabel } from './variable-label.ts';
import { CONFIDENCES, MINIMUM_BASES, SHOWN, swapped, type TableMethod, type View } from './view-state.ts';

export interface TableControlsProps {
  readonly variables: readonly TableVariable[];
  readonly view: View;
  readonly onChange: (view: View) => void;
}

const KINDS = ['segment', 'design', 'item'] as const;

/** What to tabulate, and how to show it. */
export function TableControls({ variables, view, onChange }: TableControlsProps) {
  const t = useTexts(analyseTexts);
  const { language } = useLanguage();
  const format = useFormat();
  const groups = groupsOf(variables, t, language);
  const { method } = view;
  const setMethod = (changed: Partial<TableMethod>): void => {
    onChange({ ...view, method: { ...method, ...changed } });
  };
  return (
    <div className="controls">
      <SelectField
        label={t.rows}
        groups={groups}
        value={view.rows}
        onChange={(rows) => {
          onChange({ ...view, rows });
        }}
      />
      <Button
        look="quiet"
        aria-label={t.swap}
        onPress={() => {
          onChange(swapped(view));
        }}
      >
        <span aria-hidden="true">⇄</span>
      </Button>
      <SelectField
        label={t.columns}
        groups={groups}
        value={view.columns}
        onChange={(columns) => {
          onChange({ ...view, columns });
        }}
      />
      <SwitchField
        label={t.weighted}
        isOn={view.weighted}
        onChange={(weighted) => {
          onChange({ ...view, weighted });
        }}
      />
      <div className="controls-wide">
        <ChoiceField
          label={t.show}
          options={SHOWN.map((value) => ({ value, label: t.shown[value] }))}
          value={view.shown}
          onChange={(shown) => {
            onChange({ ...view, shown });
          }}
        />
      </div>
      <details className="controls-wide method">
        <summary>{t.methodTitle}</summary>
        <div className="controls-method">
          <SelectField
            label={t.minimumBase}
            groups={[
              {
                title: null,
                options: MINIMUM_BASES.map((base) => ({
                  value: String(base),
                  label: base === 0 ? t.noMinimumBase : format.count(base),
                })),
              },
            ]}
            value={String(method.minimumBase)}
            onChange={(chosen) => {
              setMethod({ minimumBase: Number(chosen) });
            }}
          />
          <SelectField
            label={t.confidence}
            groups={[
              {
                title: null,
                options: CONFIDENCES.map((level) => ({
                  value: String(level),
                  label: format.wholePercent(level),
                })),
              },
            ]}
            value={String(method.confidence)}
            onChange={(chosen) => {
              setMethod({ confidence: Number(chosen) });
            }}
          />
          <SelectField
            label={t.correction}
            groups={[
              {
                title: null,
                options: CORRECTIONS.map((value) => ({ value, label: t.corrections[value] })),
              },
            ]}
            value={method.correction}
            onChange={(chosen) => {
              const correction = CORRECTIONS.find((one) => one === chosen);
              if (correction) setMethod({ correction });
            }}
          />
        </div>
      </details>
    </div>
  );
}

function groupsOf(
  variables: readonly TableVariable[],
  t: AnalyseTexts,
  language: string,
): readonly SelectGroup[] {
  return KINDS.map((kind) => ({
    title: t.kinds[kind],
    options: variables
      .filter((variable) => variable.kind === kind)
      .map(({ name }) => ({ value: name, label: variableLabel(variables, name, t, language) })),
  })).filter((group) => group.options.length > 0);
}
