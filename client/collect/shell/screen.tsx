import { useContext, useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useLanguage, useTexts } from '../../i18n/language-context.tsx';
import { messages } from '../messages.ts';
import { DemoBadge } from './demo-badge.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { VaultContext } from './vault-context.tsx';

interface ScreenProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Where the back link leads; none on the first screen. */
  readonly backTo?: string;
}

/** Frame of every screen outside of the interview: where am I, how do I get back, in which language. */
export function Screen({ title, children, backTo }: ScreenProps) {
  const texts = useTexts(messages);
  const { language, setLanguage } = useLanguage();
  const vaultState = useContext(VaultContext);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // A new screen starts at its heading, for eyes and for screen readers.
    heading.current?.focus();
  }, []);
  return (
    <div className="screen">
      <header className="screen-header">
        {backTo === undefined ? (
          <span className="brand">{texts.appName}</span>
        ) : (
          <Link className="button button-plain" href={backTo}>
            <span aria-hidden="true">←</span> {texts.home}
          </Link>
        )}
        {vaultState?.vault && (
          <button className="button button-quiet" type="button" onClick={vaultState.lock}>
            {texts.lockButton}
          </button>
        )}
        <LanguageChoice label={texts.language} language={language} onChange={setLanguage} />
      </header>
      <main className="stack">
        <div className="row">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          <DemoBadge texts={texts} />
        </div>
        {children}
      </main>
    </div>
  );
}
