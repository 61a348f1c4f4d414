import { useCallback, useState } from 'react';
import type { Me, Study } from '../../contracts/api.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { api } from '../session/api.ts';
import { FailureBanner } from '../session/failure-banner.tsx';
import { may } from '../session/session.tsx';
import { SyntheticBanner } from '../session/synthetic-banner.tsx';
import { useResource } from '../session/use-resource.ts';
import { StudyField } from '../session/study-field.tsx';
import { Banner } from '../ui/banner.tsx';
import { CaseList } from './case-list.tsx';
import { ListUpload } from './list-upload.tsx';
import { RatesSection } from './rates-section.tsx';
import { respondentsApi } from './respondents-api.ts';
import './respondents.css';
import './supervise.css';
import { respondentsTexts } from './respondents-messages.ts';

/** Who is to be interviewed: how far the work got, the list itself, whom it is given to, and new lists. */
export function RespondentsPage({ me }: { readonly me: Me }) {
  const t = useTexts(respondentsTexts);
  const [studies, retry] = useResource(api.studies);
  const [chosen, setChosen] = useState<string | null>(null);
  if (studies.state === 'loading') return <p role="status">{t.loading}</p>;
  if (studies.state === 'failed') return <FailureBanner failure={studies.failure} onRetry={retry} />;
  const study = studies.value.find(({ id }) => id === chosen) ?? studies.value[0];
  return (
    <div className="stack">
      <div className="page-head">
        <div>
          <h1>{t.title}</h1>
          <p className="quiet">{t.text}</p>
        </div>
        <StudyField label={t.study} studies={studies.value} value={study?.id ?? ''} onChange={setChosen} />
      </div>
      {study === undefined ? (
        <Banner tone="note">{t.noStudies}</Banner>
      ) : (
        <StudyList key={study.id} study={study} me={me} />
      )}
    </div>
  );
}

function StudyList({ study, me }: { readonly study: Study; readonly me: Me }) {
  const t = useTexts(respondentsTexts);
  const [version, setVersion] = useState(0);
  const load = useCallback((signal: AbortSignal) => respondentsApi.rates(study.id, signal), [study.id]);
  const [rates, reload] = useResource(load);
  const changed = (): void => {
    reload();
    setVersion((last) => last + 1);
  };
  return (
    <>
      {study.synthetic ? <SyntheticBanner /> : null}
      {rates.state === 'loading' ? <p role="status">{t.loading}</p> : null}
      {rates.state === 'failed' ? <FailureBanner failure={rates.failure} onRetry={reload} /> : null}
      {'value' in rates && rates.value.overall.cases > 0 ? <RatesSection rates={rates.value} /> : null}
      <CaseList key={version} study={study} me={me} />
      {may(me, 'cases.manage') ? <ListUpload studyId={study.id} onTaken={changed} /> : null}
    </>
  );
}
