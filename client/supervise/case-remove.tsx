import { useState } from 'react';
import type { CaseRemoveResult } from '../../contracts/case-list.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { FailureBanner } from '../session/failure-banner.tsx';
import { useAction } from '../session/use-action.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { respondentsApi } from './respondents-api.ts';
import { respondentsTexts } from './respondents-messages.ts';

/** As the server asks for. */
const SHORTEST_REASON = 5;

/** Takes those who are chosen off the list, or closes them where records belong to them; opens closed ones again. */
export function CaseRemove({
  studyId,
  chosen,
  onDone,
}: {
  readonly studyId: string;
  readonly chosen: ReadonlySet<string>;
  readonly onDone: () => void;
}) {
  const t = useTexts(respondentsTexts);
  const format = useFormat();
  const [reason, setReason] = useState('');
  const [result, setResult] = useState<CaseRemoveResult | 'opened' | null>(null);
  const [action, run] = useAction();
  const isIdle = chosen.size > 0 && action.state !== 'running';
  const act = async (work: () => Promise<CaseRemoveResult | 'opened'>): Promise<void> => {
    setResult(null);
    const isDone = await run(async () => {
      setResult(await work());
    });
    if (!isDone) return;
    setReason('');
    onDone();
  };
  return (
    <details className="method">
      <summary>{t.remove}</summary>
      <p className="quiet small">{t.removeNote}</p>
      <div className="case-actions">
        <TextField label={t.removeReason} value={reason} onChange={setReason} maxLength={300} />
        <Button
          look="danger"
          isDisabled={!isIdle || reason.trim().length < SHORTEST_REASON}
          onPress={() => void act(() => respondentsApi.remove(studyId, [...chosen], reason.trim()))}
        >
          {t.removeThem}
        </Button>
        <Button
          isDisabled={!isIdle}
          onPress={() =>
            void act(async () => {
              await respondentsApi.reopen(studyId, [...chosen]);
              return 'opened';
            })
          }
        >
          {t.openAgain}
        </Button>
        <span className="quiet">{t.chosen(format.count(chosen.size))}</span>
      </div>
      {action.state === 'failed' ? <FailureBanner failure={action.failure} /> : null}
      {result === null ? null : (
        <p role="status">
          {result === 'opened'
            ? t.opened
            : t.removed(format.count(result.removed), format.count(result.closed))}
        </p>
      )}
    </details>
  );
}
