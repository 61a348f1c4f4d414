import { useState } from 'react';
import { Link, Redirect, useSearch } from 'wouter';
import { useTexts } from '../i18n/language-context.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { accountTexts } from './account-messages.ts';
import { CodeForm } from './code-form.tsx';
import { FailureBanner } from './failure-banner.tsx';
import { sessionTexts } from './messages.ts';
import { homePath, ownPath } from './paths.ts';
import { useSession } from './session.tsx';
import { signIn, type SignInResult } from './sign-in.ts';
import { textOf } from './text-of.ts';

type Attempt = 'none' | 'running' | Exclude<SignInResult, 'signedIn'>;
type Problem = Exclude<Attempt, 'none' | 'running' | 'codeAsked'>;

/** E-mail and password, and the code of a second factor where she has one; then on to where she wanted to go, or to the first page of her role. */
export function SignInPage() {
  const t = useTexts(sessionTexts);
  const a = useTexts(accountTexts);
  const { session, refresh } = useSession();
  const next = ownPath(new URLSearchParams(useSearch()).get('next'));
  const [attempt, setAttempt] = useState<Attempt>('none');

  if (session.state === 'signedIn') return <Redirect to={next ?? homePath(session.me)} replace />;

  const submit = async (form: FormData): Promise<void> => {
    setAttempt('running');
    const result = await signIn(textOf(form, 'email'), textOf(form, 'password'));
    if (result !== 'signedIn') {
      setAttempt(result);
      return;
    }
    await refresh();
    setAttempt('none');
  };

  if (attempt === 'codeAsked')
    return (
      <section className="card stack sign-in" aria-labelledby="code-title">
        <h1 id="code-title">{a.codeTitle}</h1>
        <p>{a.codeText}</p>
        <CodeForm takesBackupCodes onDone={refresh} />
        <p className="quiet small">{a.phoneLost}</p>
      </section>
    );

  const problem: Problem | null = attempt === 'none' || attempt === 'running' ? null : attempt;
  return (
    <form
      className="card stack sign-in"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(new FormData(event.currentTarget));
      }}
    >
      <h1>{t.signIn}</h1>
      {next === null ? null : <p>{t.notSignedIn}</p>}
      {session.state === 'failed' ? <FailureBanner failure={session.failure} /> : null}
      {problem === null ? null : (
        <Banner tone="danger" role="alert">
          {t[problem]}
        </Banner>
      )}
      <TextField label={t.email} name="email" type="email" autoComplete="username" isRequired />
      <TextField
        label={t.password}
        name="password"
        type="password"
        autoComplete="current-password"
        isRequired
      />
      <Button type="submit" look="strong" isDisabled={attempt === 'running'}>
        {attempt === 'running' ? t.signingIn : t.signIn}
      </Button>
      <p className="quiet small">
        {t.forgotten} <Link href="/welcome">{a.haveCode}</Link>
      </p>
    </form>
  );
}
