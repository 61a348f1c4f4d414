import { useCallback } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Me, Study } from '../../contracts/api.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { api, explanationsUrl, respondentsUrl } from '../session/api.ts';
import { FailureBanner } from '../session/failure-banner.tsx';
import { may } from '../session/session.tsx';
import { SyntheticBanner } from '../session/synthetic-banner.tsx';
import { useResource } from '../session/use-resource.ts';
import { StudyField } from '../session/study-field.tsx';
import { Banner } from '../ui/banner.tsx';
import { CrosstabSection } from './crosstab-section.tsx';
import { Headline } from './headline.tsx';
import { HowMade } from './how-made.tsx';
import { analyseTexts } from './messages.ts';
import { readView, writeView, type View } from './view-state.ts';

/** The table whose "all" column is the headline. */
const SEGMENT_BY_BRANCH = { rows: 'archetype', columns: 'branch', language: 'en' };

/** Segments of a study: the picture, segment by branch, any other table, and how it all came about. */
export function SegmentsPage({ me }: { readonly me: Me }) {
  const t = useTexts(analyseTexts);
  const [studies, retry] = useResource(api.studies);
  const [, navigate] = useLocation();
  const view = readView(useSearch());
  const change = (next: View): void => {
    navigate(`/segments?${writeView(next)}`, { replace: true });
  };

  if (studies.state === 'loading') return <p role="status">{t.loadingStudies}</p>;
  if (studies.state === 'failed') return <FailureBanner failure={studies.failure} onRetry={retry} />;
  const study =
    studies.value.find(({ id }) => id === view.study) ?? (view.study === null ? studies.value[0] : undefined);
  if (studies.value.length === 0) return <Banner tone="note">{t.noStudies}</Banner>;
  return (
    <div className="stack">
      <div className="page-head">
        <div>
          <h1>{study?.title ?? t.pageTitle}</h1>
          {study ? <p className="quiet">{t.pageText}</p> : null}
        </div>
        <StudyField
          label={t.study}
          studies={studies.value}
          value={study?.id ?? ''}
          onChange={(id) => {
            change({ ...readView(''), study: id });
          }}
        />
      </div>
      {study?.synthetic ? <SyntheticBanner /> : null}
      {study ? (
        <StudySegments
          key={study.id}
          study={study}
          me={me}
          view={{ ...view, study: study.id }}
          onChange={change}
        />
      ) : (
        <Banner tone="danger">{t.unknownStudy}</Banner>
      )}
    </div>
  );
}

interface StudySegmentsProps {
  readonly study: Study;
  readonly me: Me;
  readonly view: View;
  readonly onChange: (view: View) => void;
}

function StudySegments({ study, me, view, onChange }: StudySegmentsProps) {
  const t = useTexts(analyseTexts);
  const { weighted } = view;
  const load = useCallback(
    async (signal: AbortSignal) => {
      const [segmentation, variables, table] = await Promise.all([
        api.segmentation(study.id, signal),
        api.variables(study.id, signal),
        api.crosstab({ ...SEGMENT_BY_BRANCH, study: study.id, weighted }, signal),
      ]);
      return { segmentation, variables, table, weighted };
    },
    [study.id, weighted],
  );
  const [resource, reload] = useResource(load);

  if (resource.state === 'loading') return <p role="status">{t.loadingSegments}</p>;
  if (resource.state === 'failed') return <FailureBanner failure={resource.failure} onRetry={reload} />;
  const { segmentation, variables, table } = resource.value;
  if (segmentation.respondents === 0) return <Banner tone="note">{t.noRespondents}</Banner>;
  return (
    <>
      <Headline table={table} weighted={resource.value.weighted} />
      <CrosstabSection
        study={study}
        variables={variables}
        view={view}
        onChange={onChange}
        resultHash={segmentation.resultHash}
      />
      <HowMade
        segmentation={segmentation}
        mayRecompute={may(me, 'segmentation.compute')}
        onRecomputed={reload}
      />
      {may(me, 'respondents.export') ? (
        <section className="card stack" aria-labelledby="export-title">
          <h2 id="export-title">{t.exportTitle}</h2>
          <p className="prose">{t.exportText}</p>
          <div className="row">
            <a className="button button-quiet" href={respondentsUrl(study.id)} download>
              {t.exportAction}
            </a>
            <a className="button button-quiet" href={explanationsUrl(study.id)} download>
              {t.explanationsAction}
            </a>
          </div>
        </section>
      ) : null}
    </>
  );
}
