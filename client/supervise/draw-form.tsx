import { useState } from 'react';
import { drawRequestSchema } from '../../contracts/back-check-report.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { FailureBanner } from '../session/failure-banner.tsx';
import { textOf } from '../session/text-of.ts';
import { useAction } from '../session/use-action.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { backCheckApi } from './back-check-api.ts';
import { backCheckTexts } from './back-check-messages.ts';

const DEFAULT_PERCENT = '15';

/** Draws interviews to be checked again: which share, of which days, with which seed. */
export function DrawForm({ studyId, onDrawn }: { readonly studyId: string; readonly onDrawn: () => void }) {
  const t = useTexts(backCheckTexts);
  const format = useFormat();
  const [said, setSaid] = useState<'nothing' | 'bad' | { readonly drawn: number }>('nothing');
  const [action, run] = useAction();
  const today = new Date().toISOString().slice(0, 10);
  const draw = async (form: FormData): Promise<void> => {
    const wanted = drawRequestSchema.safeParse({
      rate01: Number(textOf(form, 'rate')) / 100,
      seed: Number(textOf(form, 'seed')),
      from: textOf(form, 'from'),
      until: textOf(form, 'until'),
    });
    if (!wanted.success) {
      setSaid('bad');
      return;
    }
    setSaid('nothing');
    await run(async () => {
      setSaid(await backCheckApi.draw(studyId, wanted.data));
      onDrawn();
    });
  };
  return (
    <form
      className="card stack"
      aria-labelledby="draw-title"
      onSubmit={(event) => {
        event.preventDefault();
        void draw(new FormData(event.currentTarget));
      }}
    >
      <h2 id="draw-title">{t.draw}</h2>
      <div className="target-form">
        <TextField label={t.rate} name="rate" inputMode="decimal" defaultValue={DEFAULT_PERCENT} />
        <TextField label={t.seed} name="seed" inputMode="numeric" defaultValue={today.replaceAll('-', '')} />
        <TextField label={t.from} name="from" type="date" defaultValue={`${today.slice(0, 4)}-01-01`} />
        <TextField label={t.until} name="until" type="date" defaultValue={today} />
        <Button type="submit" look="strong" isDisabled={action.state === 'running'}>
          {t.drawButton}
        </Button>
      </div>
      {said === 'bad' ? (
        <Banner tone="danger" role="alert">
          {t.badDraw}
        </Banner>
      ) : null}
      {action.state === 'failed' ? <FailureBanner failure={action.failure} /> : null}
      {typeof said === 'object' ? <p role="status">{t.drawn(format.count(said.drawn))}</p> : null}
    </form>
  );
}
