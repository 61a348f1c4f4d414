import { useCallback, useState } from 'react';
import { Link, Redirect } from 'wouter';
import { useTexts } from '../../i18n/language-context.tsx';
import { listDrafts } from '../../device/drafts.ts';
import { readEnrolment } from '../../device/read-enrolment.ts';
import { useDeviceQuery } from '../shell/device-context.tsx';
import { Screen } from '../shell/screen.tsx';
import { useVault } from '../shell/vault-context.tsx';
import { ContactDetails } from './contact-details.tsx';
import { OutcomeForm } from './outcome-form.tsx';
import { PersonSummary } from './person-summary.tsx';
import { visitMessages } from './visit-messages.ts';
import { useWork } from './work-context.tsx';

/** Someone of the list: how to find her, the interview, or what happened instead. */
export function CaseScreen() {
  const texts = useTexts(visitMessages);
  const vault = useVault();
  const { work, chosen } = useWork();
  const enrolment = useDeviceQuery(readEnrolment);
  const drafts = useDeviceQuery(useCallback((database) => listDrafts(database, vault), [vault]));
  const [saved, setSaved] = useState(false);
  if (work === undefined || drafts === undefined || !enrolment) return null;
  const person = work?.cases.find(({ id }) => chosen?.kind === 'case' && id === chosen.id);
  if (person === undefined) return <Redirect to="/collect" />;
  const draft = drafts.find(({ caseId }) => caseId === person.id);
  const branch = enrolment.study.branches.find(({ code }) => code === person.branch);
  const interview =
    draft === undefined ? (
      <Link
        className={`button button-wide ${person.done ? 'button-quiet' : 'button-hero'}`}
        href="/collect/begin"
      >
        {person.done ? texts.startAnyway : texts.start}
      </Link>
    ) : (
      <Link className="button button-wide button-hero" href={`/collect/interview/${draft.id}`}>
        {texts.resume}
      </Link>
    );
  return (
    <Screen title={person.name ?? person.id} backTo="/collect">
      <p data-outcome={person.lastOutcome ?? 'none'}>
        <PersonSummary person={person} />
      </p>
      <section className="card">
        <ContactDetails contact={person} number={person.id} branch={branch?.name ?? person.branch} />
      </section>
      <div role="status">{saved && <p className="banner banner-ok">{texts.saved}</p>}</div>
      {saved ? (
        <Link className="button button-wide button-tall" href="/collect">
          {texts.toHome}
        </Link>
      ) : (
        <>
          {interview}
          <OutcomeForm
            person={person}
            draftId={draft?.id}
            onSaved={() => {
              setSaved(true);
              window.scrollTo(0, 0);
            }}
          />
        </>
      )}
    </Screen>
  );
}
