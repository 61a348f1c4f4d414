import { useCallback, useEffect, useState } from 'react';
import { Link, Redirect } from 'wouter';
import { timeAgo } from '../i18n/time-ago.ts';
import { useLanguage, useTexts } from '../i18n/language-context.tsx';
import { askPersistence } from '../device/ask-persistence.ts';
import { listDrafts } from '../device/drafts.ts';
import { isSetAside, listOutbox, listSent } from '../device/outbox.ts';
import { readEnrolment } from '../device/read-enrolment.ts';
import { messages } from './messages.ts';
import { useOffline, type Readiness } from './offline/offline-context.tsx';
import { UpdateNotice } from './offline/update-notice.tsx';
import { useDeviceQuery } from './shell/device-context.tsx';
import { RevokedBanner } from './shell/revoked-banner.tsx';
import { Screen } from './shell/screen.tsx';
import { useVault } from './shell/vault-context.tsx';
import { LockAfterChoice } from './unlock/lock-after-choice.tsx';

const READINESS_TEXTS = {
  unsupported: 'offlineUnsupported',
  preparing: 'offlinePreparing',
  ready: 'offlineReady',
  notReady: 'offlineNot',
} as const satisfies Record<Readiness, string>;

/** Where the day begins: start, go on, and whether all work is safe. */
export function HomeScreen() {
  const texts = useTexts(messages);
  const { language } = useLanguage();
  const enrolment = useDeviceQuery(readEnrolment);
  const vault = useVault();
  const drafts = useDeviceQuery(useCallback((database) => listDrafts(database, vault), [vault]));
  const outbox = useDeviceQuery(listOutbox);
  const setAside = useDeviceQuery(listSent)?.filter(isSetAside).length ?? 0;
  const { readiness } = useOffline();
  const [persisted, setPersisted] = useState<boolean | null>(null);
  useEffect(() => {
    void askPersistence().then(setPersisted);
  }, []);

  if (enrolment === null) return <Redirect to="/collect/enrol" />;
  if (enrolment === undefined) return null;
  const { study } = enrolment;
  const branchName = (code: string) => study.branches.find((branch) => branch.code === code)?.name ?? code;
  const ago = (iso: string) => timeAgo(Date.parse(iso), Date.now(), language);
  const oldest = outbox?.[0];
  return (
    <Screen title={study.title}>
      <UpdateNotice />
      <RevokedBanner texts={texts} />
      <Link className="button button-wide button-hero" href="/collect/start">
        {texts.homeStart}
      </Link>
      {drafts !== undefined && drafts.length > 0 && (
        <section className="card">
          <h2>{texts.homeDrafts}</h2>
          <ul className="item-list">
            {drafts.map((draft) => (
              <li key={draft.id}>
                <span>
                  <strong>{branchName(draft.branch)}</strong>
                  <span className="quiet small">{texts.homeDraftBegun(ago(draft.startedAt))}</span>
                </span>
                <Link className="button button-quiet" href={`/collect/interview/${draft.id}`}>
                  {texts.homeResume}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="card">
        <h2>{texts.homeOutbox}</h2>
        {setAside > 0 && (
          <p className="banner banner-warn" data-set-aside={setAside}>
            {texts.homeSetAside(setAside)}
          </p>
        )}
        <div className="outbox-summary">
          {oldest === undefined ? (
            <p data-outbox="0">{outbox !== undefined && texts.homeNothingWaits}</p>
          ) : (
            <div data-outbox={outbox?.length}>
              <p>
                <strong>{texts.homeWaiting(outbox?.length ?? 0)}</strong>,{' '}
                {texts.homeOldest(ago(oldest.finishedAt))}
              </p>
              <p className="quiet small">{texts.homeSafe}</p>
            </div>
          )}
          <Link className="button button-quiet" href="/collect/outbox">
            {texts.homeOpenOutbox}
          </Link>
        </div>
      </section>
      <section className="card">
        <h2>{texts.homeTablet}</h2>
        <p className="quiet small">
          {enrolment.deviceName} · {vault.name}
        </p>
        <ul className="status-list">
          <li data-readiness={readiness} data-ok={readiness === 'ready'}>
            <span role="status">{texts[READINESS_TEXTS[readiness]]}</span>
          </li>
          {persisted !== null && (
            <li data-ok={persisted}>{persisted ? texts.storageKept : texts.storageNotKept}</li>
          )}
        </ul>
        <LockAfterChoice texts={texts} />
        <Link className="button button-plain" href="/collect/enrol">
          {texts.relink}
        </Link>
      </section>
    </Screen>
  );
}
