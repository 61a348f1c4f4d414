import { useState } from 'react';
import type { ErasureMode, ErasurePlan } from '../../../contracts/personal.ts';
import { useTexts } from '../../i18n/language-context.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { FailureBanner } from '../../session/failure-banner.tsx';
import { personalApi } from '../../session/personal-api.ts';
import { textOf } from '../../session/text-of.ts';
import { useAction } from '../../session/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { personalTexts } from './messages.ts';

/** All that will be erased of someone, how, and why; asks once more before it is done. */
export function ErasePanel({
  plan,
  onErased,
  onLeave,
}: {
  readonly plan: ErasurePlan;
  readonly onErased: () => void;
  readonly onLeave: () => void;
}) {
  const t = useTexts(personalTexts);
  const format = useFormat();
  const [mode, setMode] = useState<ErasureMode>('identifying');
  const [reason, setReason] = useState<string | null>(null);
  const [action, run] = useAction();
  const erase = async (why: string): Promise<void> => {
    setReason(null);
    const { target, records } = plan;
    const wanted = { target, mode, reason: why, records: records.length };
    if (
      await run(async () => {
        await personalApi.erase(wanted);
      })
    )
      onErased();
  };
  return (
    <form
      className="stack"
      aria-labelledby="plan-title"
      onSubmit={(event) => {
        event.preventDefault();
        setReason(textOf(new FormData(event.currentTarget), 'reason').trim());
      }}
    >
      <h3 id="plan-title">{t.planTitle}</h3>
      <p role="status">
        {t.planText(
          format.count(plan.records.length),
          format.count(plan.contacts),
          format.count(plan.attachments),
        )}
      </p>
      <ChoiceField
        label={t.mode}
        options={[
          { value: 'identifying', label: t.modeIdentifying },
          { value: 'everything', label: t.modeEverything },
        ]}
        value={mode}
        onChange={setMode}
      />
      <p className="quiet">{mode === 'identifying' ? t.modeIdentifyingNote : t.modeEverythingNote}</p>
      <TextField label={t.reason} name="reason" autoComplete="off" minLength={5} maxLength={300} isRequired />
      <p className="quiet small">{t.reasonNote}</p>
      {action.state === 'failed' ? <FailureBanner failure={action.failure} /> : null}
      <div className="row">
        <Button type="submit" look="danger" isDisabled={action.state === 'running'}>
          {t.erase}
        </Button>
        <Button onPress={onLeave}>{t.cancel}</Button>
      </div>
      {reason === null ? null : (
        <ConfirmDialog
          title={t.confirmTitle}
          text={t.confirmText}
          confirmLabel={t.confirm}
          cancelLabel={t.cancel}
          onConfirm={() => void erase(reason)}
          onCancel={() => {
            setReason(null);
          }}
        />
      )}
    </form>
  );
}
