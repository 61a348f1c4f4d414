import { useDeferredValue, useMemo, useState } from 'react';
import { Redirect, useSearchParams } from 'wouter';
import { useTexts } from '../../i18n/language-context.tsx';
import { Screen } from '../shell/screen.tsx';
import { CaseRow } from './case-row.tsx';
import { findPeople, makeFindable, PEOPLE_FILTERS, type PeopleFilter } from './find-people.ts';
import { ListAge } from './list-age.tsx';
import { visitMessages } from './visit-messages.ts';
import { useWork } from './work-context.tsx';

const FILTER_TEXTS = {
  open: 'filterOpen',
  callBack: 'filterCallBack',
  done: 'filterDone',
  all: 'filterAll',
} as const satisfies Record<PeopleFilter, string>;

/** Rows at a time: thousands at once would stop an old tablet. */
const STEP = 50;

/** Everyone on the list, to be searched by name, phone or number. */
export function PeopleScreen() {
  const texts = useTexts(visitMessages);
  const { work } = useWork();
  const [search, setSearch] = useState('');
  const [address] = useSearchParams();
  const asked = PEOPLE_FILTERS.find((each) => each === address.get('show'));
  const [filter, setFilter] = useState<PeopleFilter>(asked ?? 'open');
  const [shown, setShown] = useState(STEP);
  const wanted = useDeferredValue(search);
  const cases = work?.cases;
  const findable = useMemo(() => makeFindable(cases ?? []), [cases]);
  const found = useMemo(() => findPeople(findable, wanted, filter), [findable, wanted, filter]);

  if (work === null) return <Redirect to="/collect" />;
  return (
    <Screen title={texts.listTitle} backTo="/collect">
      <div className="card stack">
        <label className="field">
          <span className="label">{texts.search}</span>
          <input
            className="input"
            type="search"
            name="search"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={search}
            onChange={(event) => {
              setSearch(event.target.value);
              setShown(STEP);
            }}
          />
        </label>
        <fieldset className="plain-fieldset">
          <legend className="visually-hidden">{texts.filter}</legend>
          <div className="filter-choices">
            {PEOPLE_FILTERS.map((each) => (
              <label key={each} className="choice">
                <input
                  type="radio"
                  name="filter"
                  value={each}
                  checked={filter === each}
                  onChange={() => {
                    setFilter(each);
                    setShown(STEP);
                  }}
                />
                <span>{texts[FILTER_TEXTS[each]]}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <p className="quiet small" role="status">
          {found.length === 0 ? texts.foundNone : texts.found(found.length)}
        </p>
        <ul className="item-list person-list">
          {found.slice(0, shown).map((person) => (
            <CaseRow key={person.id} person={person} />
          ))}
        </ul>
        {found.length > shown && (
          <button
            className="button button-quiet button-wide"
            type="button"
            onClick={() => {
              setShown(shown + STEP);
            }}
          >
            {texts.more}
          </button>
        )}
      </div>
      {work !== undefined && <ListAge fetchedAtMs={work.fetchedAtMs} />}
    </Screen>
  );
}
