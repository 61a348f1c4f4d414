import { useState } from 'react';
import type { SyncLogEntry } from '../../device/device-schema.ts';
import { problemOf } from '../../device/summarise-problems.ts';
import { readSyncLog } from '../../device/sync-log.ts';
import { useLanguage, useTexts } from '../../i18n/language-context.tsx';
import { withPlainDigits } from '../../i18n/language-digits.ts';
import type { CollectTexts } from '../messages-en.ts';
import { messages } from '../messages.ts';
import { useDeviceQuery } from '../shell/device-context.tsx';
import { shortNumber } from '../shell/short-number.ts';
import { PROBLEM_TEXTS } from './problem-texts.ts';

const EVENT_TEXTS = {
  receipted: 'eventReceipted',
  setAside: 'eventSetAside',
  problem: 'eventProblem',
  studyRefreshed: 'eventStudyRefreshed',
  enrolled: 'eventEnrolled',
  cleared: 'eventCleared',
} as const satisfies Record<SyncLogEntry['event'], keyof CollectTexts>;

/** What happened with each delivery, newest first, in words that she can read out on the phone. */
export function SyncLogCard() {
  const texts = useTexts(messages);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      className="card"
      onToggle={(event) => {
        setIsOpen(event.currentTarget.open);
      }}
    >
      <summary>{texts.outboxLog}</summary>
      {isOpen && <Lines texts={texts} />}
    </details>
  );
}

function Lines({ texts }: { readonly texts: CollectTexts }) {
  const { language } = useLanguage();
  const log = useDeviceQuery(readSyncLog);
  const time = new Intl.DateTimeFormat(withPlainDigits(language), {
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  if (log?.length === 0) return <p>{texts.outboxLogEmpty}</p>;
  return (
    <ol className="sync-log small">
      {log?.map((entry, index) => {
        const problem = problemOf(entry);
        return (
          <li key={log.length - index}>
            <time dateTime={new Date(entry.atMs).toISOString()}>{time.format(entry.atMs)}</time>{' '}
            <strong>{texts[EVENT_TEXTS[entry.event]]}</strong>{' '}
            {entry.id !== null && texts.outboxNumber(shortNumber(entry.id))}{' '}
            {problem !== null && texts[PROBLEM_TEXTS[problem]]} <span className="quiet">{entry.detail}</span>
          </li>
        );
      })}
    </ol>
  );
}
