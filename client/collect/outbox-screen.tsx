import { useCallback, useMemo } from 'react';
import { Link } from 'wouter';
import { createTimeAgo } from '../i18n/time-ago.ts';
import { useLanguage, useTexts } from '../i18n/language-context.tsx';
import { withPlainDigits } from '../i18n/language-digits.ts';
import type { OutboxRecord, SentRecord } from '../device/device-schema.ts';
import { isSetAside, listOutbox, listSent } from '../device/outbox.ts';
import { againMessages } from './again-messages.ts';
import type { CollectTexts } from './messages-en.ts';
import { messages } from './messages.ts';
import { LongList } from './outbox/long-list.tsx';
import { PROBLEM_TEXTS } from './outbox/problem-texts.ts';
import { SyncLogCard } from './outbox/sync-log-card.tsx';
import { useDeviceQuery } from './shell/device-context.tsx';
import { RevokedBanner } from './shell/revoked-banner.tsx';
import { Screen } from './shell/screen.tsx';
import { shortNumber } from './shell/short-number.ts';
import { useSyncing } from './shell/syncing-context.tsx';
import { BackupButton } from './unlock/backup-button.tsx';

const STATE_TEXTS = {
  queued: 'stateQueued',
  sending: 'stateSending',
  failed: 'stateFailed',
  quarantined: 'stateQuarantined',
} as const satisfies Record<OutboxRecord['state'], keyof CollectTexts>;

const lookOfWaiting = ({ state, attempts, hash, problem }: OutboxRecord): string =>
  `${state} ${attempts} ${hash} ${problem?.code ?? ''}`;
const lookOfSent = ({ receipt }: SentRecord): string => `${receipt.status} ${receipt.hash}`;

/** What is unsent and since when, what was confirmed, and the log of it all. */
export function OutboxScreen() {
  const texts = useTexts(messages);
  const { language } = useLanguage();
  const outbox = useDeviceQuery(listOutbox);
  const sent = useDeviceQuery(listSent);
  const { running, sync } = useSyncing();
  const words = useMemo(() => {
    const ago = createTimeAgo(language);
    const number = new Intl.NumberFormat(withPlainDigits(language), { maximumFractionDigits: 1 });
    return {
      ago: (thenMs: number) => ago(thenMs, Date.now()),
      about: ({ id, payload }: Pick<OutboxRecord, 'id' | 'payload'>) =>
        `${texts.outboxNumber(shortNumber(id))} · ${number.format(payload.length / 1000)} kB`,
    };
  }, [texts, language]);
  const renderWaiting = useCallback(
    (record: OutboxRecord) => (
      <li key={record.id} data-state={record.state}>
        <span>
          <strong>{texts[STATE_TEXTS[record.state]]}</strong>
          <span className="quiet small">
            {`${words.about(record)} · ${texts.outboxFinished(words.ago(Date.parse(record.finishedAt)))}${
              record.attempts > 0 ? ` · ${texts.outboxTries(record.attempts)}` : ''
            }`}
          </span>
          {record.problem !== null && <span>{texts[PROBLEM_TEXTS[record.problem.code]]}</span>}
        </span>
      </li>
    ),
    [texts, words],
  );
  const renderSent = useCallback(
    (record: SentRecord) => (
      <li key={record.id} data-state={isSetAside(record) ? 'set-aside' : 'receipted'}>
        <span>
          <strong>{isSetAside(record) ? texts.stateSetAside : texts.stateReceipted}</strong>
          <span className="quiet small">{`${words.about(record)} · ${words.ago(record.sentAtMs)}`}</span>
        </span>
        {record.what === 'interview' && (
          <Link className="button button-quiet" href={`/collect/again/${record.id}`}>
            {againMessages[language].again}
            <span className="visually-hidden"> ({shortNumber(record.id)})</span>
          </Link>
        )}
      </li>
    ),
    [texts, words, language],
  );
  return (
    <Screen title={texts.outboxTitle} backTo="/collect">
      <RevokedBanner texts={texts} />
      <button
        className="button button-wide button-tall"
        type="button"
        onClick={() => {
          sync('all');
        }}
      >
        {running ? texts.outboxSending : texts.outboxSendNow}
      </button>
      <p role="status">
        {outbox !== undefined && (outbox.length === 0 ? texts.outboxEmpty : texts.homeWaiting(outbox.length))}
      </p>
      {/* Before the lists: these grow as one scrolls, and nothing below them stands still. */}
      <section className="card stack">
        <h2>{texts.backupTitle}</h2>
        <p className="quiet small">{texts.backupText}</p>
        <BackupButton texts={texts} />
      </section>
      <SyncLogCard />
      {outbox !== undefined && outbox.length > 0 && (
        <section className="card">
          <h2>{texts.outboxWaiting}</h2>
          <LongList items={outbox} render={renderWaiting} look={lookOfWaiting} />
        </section>
      )}
      {sent !== undefined && sent.length > 0 && (
        <section className="card">
          <h2>{texts.outboxSent}</h2>
          <LongList items={sent} render={renderSent} look={lookOfSent} />
        </section>
      )}
    </Screen>
  );
}
