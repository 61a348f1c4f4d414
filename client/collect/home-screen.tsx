import { useCallback } from 'react';
import { Link, Redirect } from 'wouter';
import { useTexts } from '../i18n/language-context.tsx';
import { listDrafts } from '../device/drafts.ts';
import { readEnrolment } from '../device/read-enrolment.ts';
import { OutboxCard } from './home/outbox-card.tsx';
import { TabletCard } from './home/tablet-card.tsx';
import { messages } from './messages.ts';
import { UpdateNotice } from './offline/update-notice.tsx';
import { useDeviceQuery } from './shell/device-context.tsx';
import { RevokedBanner } from './shell/revoked-banner.tsx';
import { Screen } from './shell/screen.tsx';
import { useVault } from './shell/vault-context.tsx';
import { DraftItem } from './visits/draft-item.tsx';
import { WorkSections } from './visits/work-sections.tsx';

/** Where the day begins: start, go on, and whether all work is safe. */
export function HomeScreen() {
  const texts = useTexts(messages);
  const enrolment = useDeviceQuery(readEnrolment);
  const vault = useVault();
  const drafts = useDeviceQuery(useCallback((database) => listDrafts(database, vault), [vault]));

  if (enrolment === null) return <Redirect to="/collect/enrol" />;
  if (enrolment === undefined) return null;
  const { study } = enrolment;
  const branchName = (code: string) => study.branches.find((branch) => branch.code === code)?.name ?? code;
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
              <DraftItem key={draft.id} draft={draft} branch={branchName(draft.branch)} />
            ))}
          </ul>
        </section>
      )}
      <WorkSections />
      <OutboxCard />
      <TabletCard enrolment={enrolment} />
    </Screen>
  );
}
