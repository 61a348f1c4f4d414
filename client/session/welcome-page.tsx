import { useState } from 'react';
import { Link } from 'wouter';
import { useTexts } from '../i18n/language-context.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { accountTexts } from './account-messages.ts';
import { FailureBanner } from './failure-banner.tsx';
import { sessionTexts } from './messages.ts';
import { peopleApi } from './people-api.ts';
import { textOf } from './text-of.ts';
import { useAction } from './use-action.ts';

/**
 * Where someone invited, or whose password was reset, chooses her own with the code she was handed. A link may
 * carry the code behind `#`, which browsers never send to a server.
 */
export function WelcomePage() {
  const t = useTexts(accountTexts);
  const s = useTexts(sessionTexts);
  const [action, run] = useAction();
  const [owner, setOwner] = useState<{ readonly name: string; readonly email: string } | null>(null);
  if (owner)
    return (
      <section className="card stack sign-in" aria-labelledby="welcome-title">
        <h1 id="welcome-title">{t.chosenTitle(owner.name)}</h1>
        <Banner tone="ok" role="status">
          {t.chosenText(owner.email)}
        </Banner>
        <Link className="button" href="/sign-in">
          {s.signIn}
        </Link>
      </section>
    );
  return (
    <form
      className="card stack sign-in"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        void run(async () => {
          setOwner(await peopleApi.choosePassword(textOf(form, 'code'), textOf(form, 'password')));
        });
      }}
    >
      <h1>{t.welcomeTitle}</h1>
      <p>{t.welcomeText}</p>
      {action.state === 'failed' ? <FailureBanner failure={action.failure} /> : null}
      <TextField
        label={t.oneTimeCode}
        name="code"
        defaultValue={decodeURIComponent(location.hash.slice(1))}
        autoComplete="off"
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
      <Button type="submit" look="strong" isDisabled={action.state === 'running'}>
        {t.choosePassword}
      </Button>
    </form>
  );
}
