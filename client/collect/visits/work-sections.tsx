import { useCallback } from 'react';
import { Link } from 'wouter';
import { useLanguage, useTexts } from '../../i18n/language-context.tsx';
import { listDrafts } from '../../device/drafts.ts';
import { useDeviceQuery } from '../shell/device-context.tsx';
import { useVault } from '../shell/vault-context.tsx';
import { CaseRow } from './case-row.tsx';
import { dayText, localDay } from './days.ts';
import { ListAge } from './list-age.tsx';
import { PersonRow } from './person-row.tsx';
import { ReturnedItem } from './returned-item.tsx';
import { todaysList } from './todays-list.ts';
import { visitMessages } from './visit-messages.ts';
import { useWork } from './work-context.tsx';

/** Of each list so many are on the first screen; the rest a tap away. */
const FIRST = 5;

/** What there is to do today, on the first screen. Nothing where the study has no list. */
export function WorkSections() {
  const texts = useTexts(visitMessages);
  const { language } = useLanguage();
  const vault = useVault();
  const { work } = useWork();
  const drafts = useDeviceQuery(useCallback((database) => listDrafts(database, vault), [vault]));
  if (!work || drafts === undefined) return null;
  if (work.cases.length + work.returned.length + work.backChecks.length === 0) return null;
  const today = localDay(Date.now());
  const { returned, callBacks, backChecks, open } = todaysList(work, drafts, { name: vault.name, today });
  return (
    <>
      {returned.length > 0 && (
        <section className="card" data-work="returned">
          <h2>{texts.again}</h2>
          <ul className="item-list">
            {returned.map((item) => (
              <ReturnedItem key={item.interviewId} item={item} />
            ))}
          </ul>
        </section>
      )}
      {callBacks.length > 0 && (
        <section className="card" data-work="callBacks">
          <h2>{texts.callBacks}</h2>
          <ul className="item-list person-list">
            {callBacks.slice(0, FIRST).map((person) => (
              <CaseRow key={person.id} person={person} />
            ))}
          </ul>
          {callBacks.length > FIRST && (
            <Link className="button button-quiet button-wide" href="/collect/people?show=callBack">
              {texts.allCallBacks(callBacks.length)}
            </Link>
          )}
        </section>
      )}
      {backChecks.length > 0 && (
        <section className="card" data-work="backChecks">
          <h2>{texts.backChecks}</h2>
          <ul className="item-list person-list">
            {backChecks.map(({ id, caseId, name, address, dueOn }) => (
              <PersonRow
                key={id}
                chosen={{ kind: 'backCheck', id }}
                to="/collect/back-check"
                name={name ?? caseId ?? texts.numberOf(id.slice(0, 4).toUpperCase())}
              >
                {address !== undefined && <span className="person-address">{address}</span>}
                {dueOn !== undefined && <span>{texts.checkDue(dayText(dueOn, today, language))}</span>}
              </PersonRow>
            ))}
          </ul>
        </section>
      )}
      <section className="card" data-work="open">
        <h2>{texts.people}</h2>
        {open.length === 0 && <p>{texts.nothingOpen}</p>}
        <ul className="item-list person-list">
          {open.slice(0, FIRST).map((person) => (
            <CaseRow key={person.id} person={person} />
          ))}
        </ul>
        {work.cases.length > 0 && (
          <Link className="button button-quiet button-wide" href="/collect/people">
            {texts.allPeople(work.cases.length)}
          </Link>
        )}
        <ListAge fetchedAtMs={work.fetchedAtMs} />
      </section>
    </>
  );
}
