import { useCallback } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { studySetupSchema, type SetupChange } from '../../contracts/study-setup.ts';
import { useLanguage, useTexts } from '../i18n/language-context.tsx';
import { api } from '../session/api.ts';
import { FailureBanner } from '../session/failure-banner.tsx';
import { request } from '../session/request.ts';
import { SyntheticBanner } from '../session/synthetic-banner.tsx';
import { useResource } from '../session/use-resource.ts';
import { StudyField } from '../session/study-field.tsx';
import { Banner } from '../ui/banner.tsx';
import './admin.css';
import { DatesForm } from './dates-form.tsx';
import { FrameForm } from './frame-form.tsx';
import { newStudyTexts } from './new-study-messages.ts';
import { QuotasForm } from './quotas-form.tsx';
import './study.css';
import { studyTexts } from './study-messages.ts';
import { VersionPanel } from './version-panel.tsx';
import { WavesForm } from './waves-form.tsx';

const setupPath = (id: string, language: string): string =>
  `/api/studies/${encodeURIComponent(id)}/setup?language=${language}`;

/** How a study is laid out: dates, waves, clients of branches, quotas, version. Each part is saved by itself. */
export function StudyPage() {
  const t = useTexts(studyTexts);
  const [studies, retry] = useResource(api.studies);
  const ofNew = useTexts(newStudyTexts);
  const [, navigate] = useLocation();
  const asked = new URLSearchParams(useSearch());
  const chosen = asked.get('study');
  if (studies.state === 'loading') return <p role="status">{t.loading}</p>;
  if (studies.state === 'failed') return <FailureBanner failure={studies.failure} onRetry={retry} />;
  const study = studies.value.find(({ id }) => id === chosen) ?? studies.value[0];
  return (
    <div className="stack">
      <div className="page-head">
        <div>
          <h1>{t.title}</h1>
          <p className="quiet">{study?.title ?? t.text}</p>
        </div>
        <StudyField
          label={t.study}
          studies={studies.value}
          value={study?.id ?? ''}
          onChange={(id) => {
            navigate(`/study?study=${encodeURIComponent(id)}`);
          }}
        />
      </div>
      <div className="row">
        <Link className="button button-quiet" href="/study/new">
          {ofNew.newStudy}
        </Link>
      </div>
      {asked.has('made') ? (
        <Banner tone="ok" role="status">
          {ofNew.made}
        </Banner>
      ) : null}
      {study === undefined ? (
        <Banner tone="note">{t.noStudies}</Banner>
      ) : (
        <Setup key={study.id} studyId={study.id} />
      )}
    </div>
  );
}

function Setup({ studyId }: { readonly studyId: string }) {
  const t = useTexts(studyTexts);
  const { language } = useLanguage();
  const load = useCallback(
    (signal: AbortSignal) => request(setupPath(studyId, language), studySetupSchema, { signal }),
    [studyId, language],
  );
  const [resource, reload] = useResource(load);
  if (resource.state === 'loading') return <p role="status">{t.loading}</p>;
  if (resource.state === 'failed') return <FailureBanner failure={resource.failure} onRetry={reload} />;
  const setup = resource.value;
  const save = async (change: SetupChange): Promise<void> => {
    await request(setupPath(studyId, language), studySetupSchema, { body: change, method: 'PUT' });
    reload();
  };
  return (
    <>
      {setup.synthetic ? <SyntheticBanner /> : null}
      <DatesForm setup={setup} save={save} />
      <WavesForm setup={setup} save={save} />
      <FrameForm setup={setup} save={save} />
      <QuotasForm setup={setup} save={save} />
      <VersionPanel setup={setup} save={save} />
    </>
  );
}
