import { useState } from 'react';
import { useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { FailureBanner } from '../session/failure-banner.tsx';
import { useAction } from '../session/use-action.ts';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { respondentsApi } from './respondents-api.ts';
import { respondentsTexts } from './respondents-messages.ts';

/** Stands for no tablet in particular: a select needs a value. */
const ANY = '*';

/** Gives all who are chosen to one tablet, or to any. */
export function CaseAssign({
  studyId,
  tablets,
  chosen,
  onGiven,
}: {
  readonly studyId: string;
  readonly tablets: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: ReadonlySet<string>;
  readonly onGiven: () => void;
}) {
  const t = useTexts(respondentsTexts);
  const format = useFormat();
  const [tablet, setTablet] = useState(ANY);
  const [isGiven, setIsGiven] = useState(false);
  const [action, run] = useAction();
  const give = async (): Promise<void> => {
    const isDone = await run(async () => {
      await respondentsApi.assign(studyId, [...chosen], tablet === ANY ? null : tablet);
    });
    setIsGiven(isDone);
    if (isDone) onGiven();
  };
  return (
    <>
      <div className="case-actions">
        <SelectField
          label={t.giveTo}
          groups={[
            {
              title: null,
              options: [
                { value: ANY, label: t.anyTablet },
                ...tablets.map(({ id, name }) => ({ value: id, label: name })),
              ],
            },
          ]}
          value={tablet}
          onChange={setTablet}
        />
        <Button
          isDisabled={chosen.size === 0 || action.state === 'running'}
          onPress={() => {
            setIsGiven(false);
            void give();
          }}
        >
          {t.give}
        </Button>
        <span className="quiet">{t.chosen(format.count(chosen.size))}</span>
      </div>
      {action.state === 'failed' ? <FailureBanner failure={action.failure} /> : null}
      {isGiven ? <p role="status">{t.given}</p> : null}
    </>
  );
}
