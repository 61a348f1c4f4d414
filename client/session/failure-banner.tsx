import { useEffect } from 'react';
import { useTexts } from '../i18n/language-context.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import type { ApiFailure } from './api-error.ts';
import { sessionTexts } from './messages.ts';
import { useSession } from './session.tsx';

export interface FailureBannerProps {
  readonly failure: ApiFailure;
  /** How a page reads again what it shows; absent where a person's own action failed, of which something is typed. */
  readonly onRetry?: () => void;
}

/** Says what went wrong with a call, and offers the one thing that may mend it. */
export function FailureBanner({ failure, onRetry }: FailureBannerProps) {
  const t = useTexts(sessionTexts);
  const { refresh } = useSession();
  const isSignedOut = failure.kind === 'refused' && failure.code === 'NOT_SIGNED_IN';
  const isTyped = onRetry === undefined;
  // The session ended under us: once the page knows, it leads to signing in and back. What was typed would be gone.
  useEffect(() => {
    if (isSignedOut && !isTyped) void refresh();
  }, [isSignedOut, isTyped, refresh]);
  if (isSignedOut && isTyped) {
    return (
      <Banner tone="warn" role="alert">
        {t.signInBeside}{' '}
        <a href="/sign-in" target="_blank" rel="noreferrer">
          {t.signIn}
        </a>
      </Banner>
    );
  }
  if (isSignedOut) {
    return (
      <Banner tone="warn" role="alert">
        {t.notSignedIn}
      </Banner>
    );
  }
  return (
    <Banner tone="danger" role="alert">
      <div className="row">
        <p>{failureInWords(failure, t)}</p>
        {onRetry ? <Button onPress={onRetry}>{t.tryAgain}</Button> : null}
      </div>
    </Banner>
  );
}

function failureInWords(failure: ApiFailure, t: (typeof sessionTexts)['en']): string {
  switch (failure.kind) {
    case 'offline':
      return t.offline;
    case 'unreadable':
      return failure.status >= 500 ? t.serverTrouble : t.unreadable(failure.status);
    case 'refused':
      if (failure.code in t.refusals) return t.refusals[failure.code as keyof typeof t.refusals];
      if (failure.code === 'NOT_ALLOWED') return t.notAllowed;
      if (failure.code === 'TOO_MANY_ATTEMPTS') return t.tooManyAttempts;
      if (failure.code === 'INTERNAL') return t.serverTrouble;
      return failure.hint ? `${failure.message} ${failure.hint}` : failure.message;
  }
}
