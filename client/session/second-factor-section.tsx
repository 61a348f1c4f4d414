import { useState } from 'react';
import type { Me } from '../../contracts/api.ts';
import type { SecondFactorSetup } from '../../contracts/people.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { accountTexts } from './account-messages.ts';
import { CodeForm } from './code-form.tsx';
import { FailureBanner } from './failure-banner.tsx';
import { peopleApi } from './people-api.ts';
import { QrCode } from './qr-code.tsx';
import { textOf } from './text-of.ts';
import { useAction } from './use-action.ts';

/** Whether a second factor protects the account, and how to set it up: password, app, backup codes, first code. */
export function SecondFactorSection({
  me,
  onDone,
}: {
  readonly me: Me;
  readonly onDone: () => Promise<void>;
}) {
  const t = useTexts(accountTexts);
  const [setup, setSetup] = useState<SecondFactorSetup | null>(null);
  const [action, run] = useAction();
  return (
    <section className="card stack" aria-labelledby="factor-title">
      <h2 id="factor-title">{t.factorTitle}</h2>
      <Banner tone={me.secondFactor === 'on' ? 'ok' : me.secondFactor === 'needed' ? 'warn' : 'note'}>
        {t.factors[me.secondFactor]}
      </Banner>
      {me.secondFactor === 'on' ? <p className="prose">{t.phoneLost}</p> : null}
      {me.secondFactor !== 'on' && setup === null ? (
        <form
          className="stack narrow"
          onSubmit={(event) => {
            event.preventDefault();
            const password = textOf(new FormData(event.currentTarget), 'password');
            void run(async () => {
              setSetup(await peopleApi.beginSecondFactor(password));
            });
          }}
        >
          {action.state === 'failed' ? <FailureBanner failure={action.failure} /> : null}
          <TextField
            label={t.currentPassword}
            name="password"
            type="password"
            autoComplete="current-password"
            isRequired
          />
          <Button type="submit" look="strong" isDisabled={action.state === 'running'}>
            {t.begin}
          </Button>
        </form>
      ) : null}
      {me.secondFactor !== 'on' && setup ? <Steps setup={setup} onDone={onDone} /> : null}
    </section>
  );
}

function Steps({
  setup,
  onDone,
}: {
  readonly setup: SecondFactorSetup;
  readonly onDone: () => Promise<void>;
}) {
  const t = useTexts(accountTexts);
  const secret = new URL(setup.totpURI).searchParams.get('secret') ?? '';
  return (
    <ol className="steps stack">
      <li>
        <div className="stack">
          <p>{t.scan}</p>
          <QrCode text={setup.totpURI} label={t.qrLabel} />
          <p>{t.orType}</p>
          <p className="secret">{secret.match(/.{1,4}/g)?.join(' ')}</p>
        </div>
      </li>
      <li>
        <div className="stack">
          <p>{t.keepCodes}</p>
          <ul className="backup-codes">
            {setup.backupCodes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
        </div>
      </li>
      <li>
        <div className="stack">
          <p>{t.firstCode}</p>
          <CodeForm takesBackupCodes={false} onDone={onDone} />
        </div>
      </li>
    </ol>
  );
}
