import { useState } from 'react';
import { useTexts } from '../i18n/language-context.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { accountTexts } from './account-messages.ts';
import { FailureBanner } from './failure-banner.tsx';
import { peopleApi } from './people-api.ts';
import { textOf } from './text-of.ts';
import { useAction } from './use-action.ts';

export interface CodeFormProps {
  /** Where a backup code may stand in for the phone: when signing in, not when setting up. */
  readonly takesBackupCodes: boolean;
  readonly onDone: () => Promise<void>;
}

/** Asks for the code that the authenticator app shows. */
export function CodeForm({ takesBackupCodes, onDone }: CodeFormProps) {
  const t = useTexts(accountTexts);
  const [kind, setKind] = useState<'app' | 'backup'>('app');
  const [action, run] = useAction();
  return (
    <form
      className="stack narrow"
      onSubmit={(event) => {
        event.preventDefault();
        const code = textOf(new FormData(event.currentTarget), 'code');
        void run(async () => {
          await peopleApi.sendCode(kind === 'app' ? code.replaceAll(/\s/g, '') : code.trim(), kind);
          await onDone();
        });
      }}
    >
      {action.state === 'failed' ? <FailureBanner failure={action.failure} /> : null}
      <TextField
        key={kind}
        label={kind === 'app' ? t.code : t.backupCode}
        name="code"
        inputMode={kind === 'app' ? 'numeric' : 'text'}
        autoComplete="one-time-code"
        isRequired
        autoFocus={takesBackupCodes}
      />
      <div className="row">
        <Button type="submit" look="strong" isDisabled={action.state === 'running'}>
          {t.confirmCode}
        </Button>
        {takesBackupCodes ? (
          <Button
            look="plain"
            onPress={() => {
              setKind(kind === 'app' ? 'backup' : 'app');
            }}
          >
            {kind === 'app' ? t.useBackup : t.useApp}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
