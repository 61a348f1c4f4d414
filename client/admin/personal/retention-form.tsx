import { useState } from 'react';
import type { Retention, StudyPersonal } from '../../../contracts/personal.ts';
import { useTexts } from '../../i18n/language-context.tsx';
import { FailureBanner } from '../../session/failure-banner.tsx';
import { personalApi } from '../../session/personal-api.ts';
import { textOf } from '../../session/text-of.ts';
import { useAction } from '../../session/use-action.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { personalTexts } from './messages.ts';

const ALL = '';

/** Sets how long personal data is kept, of one study or of all without a setting of their own. */
export function RetentionForm({
  studies,
  onSaved,
}: {
  readonly studies: readonly StudyPersonal[];
  readonly onSaved: () => void;
}) {
  const t = useTexts(personalTexts);
  const [study, setStudy] = useState(ALL);
  const [countedFrom, setCountedFrom] = useState<Retention['countedFrom']>('receipt');
  const [isSaved, setIsSaved] = useState(false);
  const [action, run] = useAction();
  const save = (retention: Retention | null): void => {
    setIsSaved(false);
    void run(async () => {
      await personalApi.retain(study === ALL ? null : study, retention);
      setIsSaved(true);
      onSaved();
    });
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const days = Number(textOf(new FormData(event.currentTarget), 'days'));
        save({ days, countedFrom });
      }}
    >
      <div className="fields">
        <SelectField
          label={t.whichStudy}
          groups={[
            {
              title: null,
              options: [
                { value: ALL, label: t.allStudies },
                ...studies.map(({ id, title }) => ({ value: id, label: title })),
              ],
            },
          ]}
          value={study}
          onChange={setStudy}
        />
        <TextField label={t.days} name="days" inputMode="numeric" pattern="[1-9][0-9]{0,4}" isRequired />
        <ChoiceField
          label={t.countedFrom}
          options={[
            { value: 'receipt', label: t.fromReceipt },
            { value: 'fieldwork', label: t.fromFieldwork },
          ]}
          value={countedFrom}
          onChange={setCountedFrom}
        />
      </div>
      {action.state === 'failed' ? <FailureBanner failure={action.failure} /> : null}
      <div className="row">
        <Button type="submit" look="strong" isDisabled={action.state === 'running'}>
          {t.save}
        </Button>
        <Button
          isDisabled={action.state === 'running'}
          onPress={() => {
            save(null);
          }}
        >
          {t.noSetting}
        </Button>
      </div>
      {isSaved ? (
        <Banner tone="ok" role="status">
          {t.saved}
        </Banner>
      ) : null}
    </form>
  );
}
