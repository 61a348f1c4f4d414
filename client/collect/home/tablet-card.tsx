import { Link } from 'wouter';
import type { Enrolment } from '../../device/device-schema.ts';
import { useLanguage, useTexts } from '../../i18n/language-context.tsx';
import { storageSize } from '../../i18n/storage-size.ts';
import { messages } from '../messages.ts';
import { useOffline, type Readiness } from '../offline/offline-context.tsx';
import { APP_VERSION } from '../shell/app-version.ts';
import { useVault } from '../shell/vault-context.tsx';
import { tabletMessages } from '../tablet-messages.ts';
import { LockAfterChoice } from '../unlock/lock-after-choice.tsx';
import { useStorage } from './use-storage.ts';

/** Below this much storage she is asked to make room. */
const LOW_BYTES = 200_000_000;

const READINESS_TEXTS = {
  unsupported: 'offlineUnsupported',
  preparing: 'offlinePreparing',
  ready: 'offlineReady',
  notReady: 'offlineNot',
} as const satisfies Record<Readiness, string>;

/** How this tablet is: whose, whether it may go offline, whether its storage holds, which version. */
export function TabletCard({ enrolment }: { readonly enrolment: Enrolment }) {
  const texts = useTexts(messages);
  const own = useTexts(tabletMessages);
  const { language } = useLanguage();
  const vault = useVault();
  const { readiness } = useOffline();
  const { persisted, free } = useStorage();
  const isLow = free !== null && free < LOW_BYTES;
  return (
    <section className="card">
      <h2>{texts.homeTablet}</h2>
      <p className="quiet small">
        {enrolment.deviceName} · {vault.name} · {own.appVersion(APP_VERSION)}
      </p>
      <ul className="status-list">
        <li data-readiness={readiness} data-ok={readiness === 'ready'}>
          <span role="status">{texts[READINESS_TEXTS[readiness]]}</span>
        </li>
        {persisted !== null && (
          <li data-ok={persisted}>{persisted ? texts.storageKept : texts.storageNotKept}</li>
        )}
        {free !== null && (
          <li data-ok={!isLow} data-storage-free>
            {own[isLow ? 'storageLow' : 'storageFree'](storageSize(free, language))}
          </li>
        )}
      </ul>
      <LockAfterChoice texts={texts} />
      <div className="row">
        <Link className="button button-plain" href="/collect/pin">
          {own.pinChange}
        </Link>
        <Link className="button button-plain" href="/collect/enrol">
          {texts.relink}
        </Link>
      </div>
    </section>
  );
}
