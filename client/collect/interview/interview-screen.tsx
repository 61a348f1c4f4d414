import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useTexts } from '../../i18n/language-context.tsx';
import { messages } from '../messages.ts';
import { useDevice } from '../shell/device-context.tsx';
import { useVault } from '../shell/vault-context.tsx';
import { InterviewPages } from './interview-pages.tsx';
import { openInterview, type OpenOutcome } from './open-interview.ts';

const PROBLEMS = {
  elsewhere: 'interviewElsewhere',
  missing: 'interviewMissing',
  unreadable: 'interviewCannotOpen',
} as const;

/** Opens a draft for this tab, or says why it cannot. */
export function InterviewScreen({ id }: { readonly id: string }) {
  const { database } = useDevice();
  const vault = useVault();
  const texts = useTexts(messages);
  const [outcome, setOutcome] = useState<OpenOutcome | null>(null);

  useEffect(() => {
    let wanted = true;
    let close: () => void = () => undefined;
    void openInterview(database, vault, id).then((opened) => {
      if (opened.kind === 'open') close = opened.interview.close;
      if (wanted) setOutcome(opened);
      else close();
    });
    return () => {
      wanted = false;
      close();
    };
  }, [database, vault, id]);

  if (outcome === null) return <div className="screen" aria-busy="true" />;
  if (outcome.kind === 'open') return <InterviewPages key={id} interview={outcome.interview} />;
  return (
    <main className="screen stack">
      <p className="banner banner-warn" role="alert">
        {texts[PROBLEMS[outcome.kind]]}
      </p>
      {outcome.kind === 'unreadable' && (
        <button className="button button-quiet" type="button" onClick={() => location.reload()}>
          {texts.interviewReload}
        </button>
      )}
      <Link className="button" href="/collect">
        {texts.home}
      </Link>
    </main>
  );
}
