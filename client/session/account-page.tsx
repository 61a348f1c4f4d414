import { useLocation, useSearch } from 'wouter';
import type { Me } from '../../contracts/api.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { accountTexts } from './account-messages.ts';
import { FailureBanner } from './failure-banner.tsx';
import { homePath, ownPath } from './paths.ts';
import { peopleApi } from './people-api.ts';
import { SecondFactorSection } from './second-factor-section.tsx';
import { useSession } from './session.tsx';
import { textOf } from './text-of.ts';
import { useAction } from './use-action.ts';
import './account.css';

/** One's own account: second factor, password, and signing out on every device. */
export function AccountPage({ me }: { readonly me: Me }) {
  const t = useTexts(accountTexts);
  const { refresh } = useSession();
  const [, navigate] = useLocation();
  const next = ownPath(new URLSearchParams(useSearch()).get('next'));
  const wasNeeded = me.secondFactor === 'needed';
  const afterSetup = async (): Promise<void> => {
    await refresh();
    if (wasNeeded) navigate(next ?? homePath({ ...me, secondFactor: 'on' }));
  };
  return (
    <div className="stack">
      <div>
        <h1>{t.accountTitle}</h1>
        <p className="quiet">
          {me.name} · {me.email}
        </p>
      </div>
      <SecondFactorSection me={me} onDone={afterSetup} />
      <PasswordSection onChanged={refresh} />
      <EverywhereSection onDone={refresh} />
    </div>
  );
}

function PasswordSection({ onChanged }: { readonly onChanged: () => Promise<void> }) {
  const t = useTexts(accountTexts);
  const [action, run] = useAction();
  return (
    <section className="card stack" aria-labelledby="password-title">
      <h2 id="password-title">{t.passwordTitle}</h2>
      <form
        className="stack narrow"
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          void run(async () => {
            await peopleApi.changePassword(textOf(form, 'current'), textOf(form, 'password'));
            await onChanged();
          });
        }}
      >
        {action.state === 'failed' ? <FailureBanner failure={action.failure} /> : null}
        <TextField
          label={t.currentPassword}
          name="current"
          type="password"
          autoComplete="current-password"
          isRequired
        />
        <TextField
          label={t.newPassword}
          name="password"
          type="password"
          autoComplete="new-password"
          minLength={12}
          isRequired
        />
        <p className="quiet small">{t.passwordHint}</p>
        <Button type="submit" isDisabled={action.state === 'running'}>
          {t.changePassword}
        </Button>
      </form>
    </section>
  );
}

function EverywhereSection({ onDone }: { readonly onDone: () => Promise<void> }) {
  const t = useTexts(accountTexts);
  const [action, run] = useAction();
  const leave = (): void => {
    void run(async () => {
      await peopleApi.signOutEverywhere();
      await onDone();
    });
  };
  return (
    <section className="card stack" aria-labelledby="everywhere-title">
      <h2 id="everywhere-title">{t.everywhereTitle}</h2>
      <p className="prose">{t.everywhereText}</p>
      {action.state === 'failed' ? <FailureBanner failure={action.failure} /> : null}
      <div className="row">
        <Button onPress={leave} isDisabled={action.state === 'running'}>
          {t.everywhere}
        </Button>
      </div>
    </section>
  );
}
