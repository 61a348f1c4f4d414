import { useCallback, useState } from 'react';
import type { Me, Study } from '../../contracts/api.ts';
import type { Contact } from '../../contracts/case.ts';
import { CASE_PAGE, type CaseQuery } from '../../contracts/case-list.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { FailureBanner } from '../session/failure-banner.tsx';
import { may } from '../session/session.tsx';
import { useResource } from '../session/use-resource.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { SwitchField } from '../ui/switch-field.tsx';
import { CaseAssign } from './case-assign.tsx';
import { CaseFilter } from './case-filter.tsx';
import { CaseRemove } from './case-remove.tsx';
import { CaseTable } from './case-table.tsx';
import { casesCsvUrl, respondentsApi } from './respondents-api.ts';
import { respondentsTexts } from './respondents-messages.ts';

/** The respondent list: look for people in it, give many to a tablet at once, download it. */
export function CaseList({ study, me }: { readonly study: Study; readonly me: Me }) {
  const t = useTexts(respondentsTexts);
  const format = useFormat();
  const [query, setQuery] = useState<CaseQuery>({});
  const [withNames, setWithNames] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const load = useCallback(
    async (signal: AbortSignal) => {
      const page = await respondentsApi.list(study.id, query, signal);
      const contacts = withNames ? await respondentsApi.contacts(study.id, query, signal) : null;
      return {
        page,
        contacts: contacts && new Map<string, Contact>(contacts.map(({ id, ...rest }) => [id, rest])),
      };
    },
    [study.id, query, withNames],
  );
  const [resource, reload] = useResource(load);
  const look = (wanted: CaseQuery): void => {
    setQuery(wanted);
    setChosen(new Set());
  };
  const changed = (): void => {
    setChosen(new Set());
    reload();
  };
  const loaded = 'value' in resource ? resource.value : null;
  const page = loaded?.page;
  const from = ((page?.page ?? 1) - 1) * CASE_PAGE;

  return (
    <section className="card stack" aria-labelledby="list-title">
      <h2 id="list-title">{t.list}</h2>
      {resource.state === 'loading' ? <p role="status">{t.loading}</p> : null}
      {resource.state === 'failed' ? <FailureBanner failure={resource.failure} onRetry={reload} /> : null}
      {page?.all === 0 ? <Banner tone="note">{t.none}</Banner> : null}
      {loaded && page && page.all > 0 ? (
        <>
          <CaseFilter study={study} page={page} query={query} onChange={look} />
          {may(me, 'cases.contacts') ? (
            <div>
              <SwitchField label={t.showNames} isOn={withNames} onChange={setWithNames} />
              <p className="quiet small">{t.namesNote}</p>
            </div>
          ) : null}
          {page.total === 0 ? <p role="status">{t.nothingFits}</p> : null}
          {may(me, 'cases.manage') && page.total > 0 ? (
            <CaseAssign studyId={study.id} tablets={page.tablets} chosen={chosen} onGiven={changed} />
          ) : null}
          {page.total > 0 ? (
            <CaseTable
              study={study}
              cases={page.cases}
              contacts={loaded.contacts}
              chosen={may(me, 'cases.manage') ? chosen : null}
              onChoose={setChosen}
            />
          ) : null}
          {may(me, 'cases.manage') && page.total > 0 ? (
            <CaseRemove studyId={study.id} chosen={chosen} onDone={changed} />
          ) : null}
          <div className="row">
            <Button
              isDisabled={from === 0}
              onPress={() => {
                look({ ...query, page: page.page - 1 });
              }}
            >
              {t.before}
            </Button>
            <span role="status">
              {t.shown(
                format.count(Math.min(from + 1, page.total)),
                format.count(from + page.cases.length),
                format.count(page.total),
              )}
            </span>
            <Button
              isDisabled={from + page.cases.length >= page.total}
              onPress={() => {
                look({ ...query, page: page.page + 1 });
              }}
            >
              {t.next}
            </Button>
          </div>
          <div className="row">
            <a className="button button-quiet" href={casesCsvUrl(study.id, false)} download>
              {t.csv}
            </a>
            {may(me, 'cases.contacts') ? (
              <a className="button button-quiet" href={casesCsvUrl(study.id, true)} download>
                {t.csvWithNames}
              </a>
            ) : null}
          </div>
        </>
      ) : null}
    </section>
  );
}
