import { useState, type ReactNode } from 'react';
import { setupChangeSchema } from '../../contracts/study-setup.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { FailureBanner } from '../session/failure-banner.tsx';
import { useAction } from '../session/use-action.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { studyTexts } from './study-messages.ts';
import type { SetupPartProps } from './setup-part-props.ts';

/** A part of the page with its button, and what became of the last try to save it. */
export function SetupPart({
  id,
  title,
  text,
  change,
  save,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly text?: string;
  /** What is to be saved, as it was typed in: checked before it is sent. */
  readonly change: () => unknown;
  readonly save: SetupPartProps['save'];
  readonly children: ReactNode;
}) {
  const t = useTexts(studyTexts);
  const [action, run] = useAction();
  const [result, setResult] = useState<'none' | 'saved' | 'notValid'>('none');
  const press = async (): Promise<void> => {
    const wanted = setupChangeSchema.safeParse(change());
    if (!wanted.success) {
      setResult('notValid');
      return;
    }
    setResult('none');
    if (await run(() => save(wanted.data))) setResult('saved');
  };
  return (
    <section className="card stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {text === undefined ? null : <p className="quiet">{text}</p>}
      {children}
      <div className="row">
        <Button look="strong" isDisabled={action.state === 'running'} onPress={() => void press()}>
          {t.save}
        </Button>
        {result === 'saved' ? <span role="status">{t.saved}</span> : null}
      </div>
      {result === 'notValid' ? (
        <Banner tone="danger" role="alert">
          {t.notValid}
        </Banner>
      ) : null}
      {action.state === 'failed' ? <FailureBanner failure={action.failure} /> : null}
    </section>
  );
}
