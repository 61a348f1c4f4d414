import { timeAgo } from '../i18n/time-ago.ts';
import { useLanguage, useTexts } from '../i18n/language-context.tsx';
import type { OutboxRecord, ProblemCode, SyncLogEntry } from '../device/device-schema.ts';
import { isSetAside, listOutbox, listSent } from '../device/outbox.ts';
import { readEnrolment } from '../device/read-enrolment.ts';
import { readSyncLog } from '../device/sync-log.ts';
import type { CollectTexts } from './messages-en.ts';
import { messages } from './messages.ts';
import { useDeviceQuery } from './shell/device-context.tsx';
import { RevokedBanner } from './shell/revoked-banner.tsx';
import { Screen } from './shell/screen.tsx';
import { useSyncing } from './shell/syncing-context.tsx';

const STATE_TEXTS = {
  queued: 'stateQueued',
  sending: 'stateSending',
  failed: 'stateFailed',
  quarantined: 'stateQuarantined',
} as const satisfies Record<OutboxRecord['state'], keyof CollectTexts>;

const PROBLEM_TEXTS = {
  offline: 'problemOffline',
  timeout: 'problemTimeout',
  serverError: 'problemServerError',
  notAReceipt: 'problemNotAReceipt',
  wrongReceipt: 'problemWrongReceipt',
  notEnrolled: 'problemNotEnrolled',
  refused: 'problemRefused',
} as const satisfies Record<ProblemCode, keyof CollectTexts>;

const EVENT_TEXTS = {
  receipted: 'eventReceipted',
  setAside: 'eventSetAside',
  problem: 'eventProblem',
  studyRefreshed: 'eventStudyRefreshed',
  enrolled: 'eventEnrolled',
} as const satisfies Record<SyncLogEntry['event'], keyof CollectTexts>;

/** Downloads the exact record, so that the office can read what the server would not. */
function saveCopy(record: OutboxRecord): void {
  const { id, hash, payload } = record;
  const url = URL.createObjectURL(
    new Blob([JSON.stringify({ hash, payload })], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = `waymark-interview-${id}.json`;
  link.click();
  URL.revokeObjectURL(url);
}

/** What is unsent and since when, what was confirmed, and the log of it all. */
export function OutboxScreen() {
  const texts = useTexts(messages);
  const { language } = useLanguage();
  const outbox = useDeviceQuery(listOutbox);
  const sent = useDeviceQuery(listSent);
  const log = useDeviceQuery(readSyncLog);
  const branches = useDeviceQuery(readEnrolment)?.study.branches;
  const { running, sync } = useSyncing();
  const ago = (thenMs: number) => timeAgo(thenMs, Date.now(), language);
  const branchName = (code: string) => branches?.find((branch) => branch.code === code)?.name ?? code;
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'medium' });
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
      <section className="card" aria-live="polite">
        <h2>{texts.outboxWaiting}</h2>
        {outbox?.length === 0 && <p>{texts.outboxEmpty}</p>}
        <ul className="item-list">
          {outbox?.map((record) => (
            <li key={record.id} data-state={record.state}>
              <span>
                <strong>{texts[STATE_TEXTS[record.state]]}</strong>
                <span className="quiet small">
                  {branchName(record.branch)} · {texts.outboxFinished(ago(Date.parse(record.finishedAt)))}
                  {record.attempts > 0 && ` · ${texts.outboxTries(record.attempts)}`}
                </span>
                {record.problem !== null && <span>{texts[PROBLEM_TEXTS[record.problem.code]]}</span>}
              </span>
              {record.state === 'quarantined' && (
                <button
                  className="button button-quiet"
                  type="button"
                  onClick={() => {
                    saveCopy(record);
                  }}
                >
                  {texts.outboxExport}
                </button>
              )}
            </li>
          ))}
        </ul>
      </section>
      {sent !== undefined && sent.length > 0 && (
        <section className="card">
          <h2>{texts.outboxSent}</h2>
          <ul className="item-list">
            {sent.map((record) => (
              <li key={record.id} data-state={isSetAside(record) ? 'set-aside' : 'receipted'}>
                <span>
                  <strong>{isSetAside(record) ? texts.stateSetAside : texts.stateReceipted}</strong>
                  <span className="quiet small">
                    {branchName(record.branch)} · {ago(record.sentAtMs)}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <details className="card">
        <summary>{texts.outboxLog}</summary>
        {log?.length === 0 && <p>{texts.outboxLogEmpty}</p>}
        <ol className="sync-log small">
          {log?.map((entry, index) => (
            <li key={log.length - index}>
              <time dateTime={new Date(entry.atMs).toISOString()}>{time.format(entry.atMs)}</time>{' '}
              <strong>{texts[EVENT_TEXTS[entry.event]]}</strong> <span className="quiet">{entry.detail}</span>
            </li>
          ))}
        </ol>
      </details>
    </Screen>
  );
}
