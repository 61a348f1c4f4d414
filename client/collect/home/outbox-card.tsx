import { Link } from 'wouter';
import { countSetAside, summariseOutbox } from '../../device/outbox.ts';
import { useLanguage, useTexts } from '../../i18n/language-context.tsx';
import { timeAgo } from '../../i18n/time-ago.ts';
import { messages } from '../messages.ts';
import { useDeviceQuery } from '../shell/device-context.tsx';

/** How much waits to be sent and since when; reads counts only, so that it stays quick with hundreds waiting. */
export function OutboxCard() {
  const texts = useTexts(messages);
  const { language } = useLanguage();
  const outbox = useDeviceQuery(summariseOutbox);
  const setAside = useDeviceQuery(countSetAside) ?? 0;
  const { count = 0, oldestFinishedAt: oldest = null } = outbox ?? {};
  return (
    <section className="card">
      <h2>{texts.homeOutbox}</h2>
      {setAside > 0 && (
        <p className="banner banner-warn" data-set-aside={setAside}>
          {texts.homeSetAside(setAside)}
        </p>
      )}
      <div className="outbox-summary">
        {count === 0 ? (
          <p data-outbox="0">{outbox !== undefined && texts.homeNothingWaits}</p>
        ) : (
          <div data-outbox={count}>
            <p>
              <strong>{texts.homeWaiting(count)}</strong>
              {oldest !== null && `, ${texts.homeOldest(timeAgo(Date.parse(oldest), Date.now(), language))}`}
            </p>
            <p className="quiet small">{texts.homeSafe}</p>
          </div>
        )}
        <Link className="button button-quiet" href="/collect/outbox">
          {texts.homeOpenOutbox}
        </Link>
      </div>
    </section>
  );
}
