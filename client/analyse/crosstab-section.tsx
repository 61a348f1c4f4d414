import { lazy, Suspense, useCallback, useId } from 'react';
import type { Study, TableVariable } from '../../contracts/api.ts';
import type { Crosstab } from '../../contracts/table.ts';
import { useLanguage, useTexts } from '../i18n/language-context.tsx';
import { useFormat, type Format } from '../i18n/use-format.ts';
import { api, crosstabUrl, type CrosstabQuery } from '../session/api.ts';
import { FailureBanner } from '../session/failure-banner.tsx';
import { useResource } from '../session/use-resource.ts';
import { Banner } from '../ui/banner.tsx';
import { chartModel } from './chart-model.ts';
import { CrosstabTable } from './crosstab-table.tsx';
import { EvidenceNote } from './evidence-note.tsx';
import { hasUnequalWeights } from './has-unequal-weights.ts';
import { intervalModel } from './interval-model.ts';
import { labelledCrosstab } from './labelled-crosstab.ts';
import { analyseTexts } from './messages.ts';
import type { AnalyseTexts } from './messages-en.ts';
import { ReadingNotes } from './reading-notes.tsx';
import { asTitle, variableLabel } from './variable-label.ts';
import { TableControls } from './table-controls.tsx';
import type { Picture } from './segment-chart.tsx';
import { methodQuery, type Shown, type View } from './view-state.ts';

const SegmentChart = lazy(async () => ({ default: (await import('./segment-chart.tsx')).SegmentChart }));

export interface CrosstabSectionProps {
  readonly study: Study;
  readonly variables: readonly TableVariable[];
  readonly view: View;
  readonly onChange: (view: View) => void;
  /** Changes when segments were computed again. */
  readonly resultHash: string;
}

/** Any two variables against each other; segment by branch to begin with. */
export function CrosstabSection({ study, variables, view, onChange, resultHash }: CrosstabSectionProps) {
  const t = useTexts(analyseTexts);
  const { language } = useLanguage();
  const { rows, columns, weighted } = view;
  const method = new URLSearchParams(methodQuery(view.method)).toString();
  const load = useCallback(
    async (signal: AbortSignal) => {
      const query: CrosstabQuery = {
        ...{ study: study.id, rows, columns, weighted, language },
        method: Object.fromEntries(new URLSearchParams(method)),
      };
      return { query, resultHash, table: await api.crosstab(query, signal) };
    },
    [study.id, rows, columns, weighted, language, method, resultHash],
  );
  const [resource, retry] = useResource(load);

  const labelOf = (name: string): string => asTitle(variableLabel(variables, name, t, language));
  return (
    <section className="card stack" aria-labelledby="table-title">
      <h2 id="table-title">{t.chartTitle(labelOf(rows), labelOf(columns))}</h2>
      <TableControls variables={variables} view={view} onChange={onChange} />
      {resource.state === 'loading' ? <p role="status">{t.counting}</p> : null}
      {resource.state === 'failed' ? <FailureBanner failure={resource.failure} onRetry={retry} /> : null}
      {resource.state === 'ready' || resource.state === 'reloading' ? (
        <Result
          {...resource.value}
          title={study.title}
          view={view}
          isReloading={resource.state === 'reloading'}
        />
      ) : null}
    </section>
  );
}

interface ResultProps {
  readonly query: CrosstabQuery;
  /** Of the study; it travels with the picture. */
  readonly title: string;
  readonly table: Crosstab;
  readonly view: View;
  readonly isReloading: boolean;
}

function Result({ query, title, table: asSent, view, isReloading }: ResultProps) {
  const t = useTexts(analyseTexts);
  const format = useFormat();
  const tableId = useId();
  const fileName = `waymark-${query.study}-${query.rows}-by-${query.columns}`;
  const table = labelledCrosstab(asSent, t);
  const { weighted } = query;
  const picture = pictureOf(table, view.shown, { allLabel: t.all, weighted });
  const bases = basesInWords(table.base, weighted, t, format);

  if (table.base.unweighted === 0) return <Banner tone="note">{t.emptyTable}</Banner>;
  return (
    <div className="stack" aria-busy={isReloading}>
      {picture === null ? (
        <Banner tone="note">{t.tooManyParts}</Banner>
      ) : (
        <Suspense fallback={<p role="status">{t.drawing}</p>}>
          <SegmentChart
            picture={picture}
            subtitle={`${title}. ${bases}`}
            notes={table.notes}
            fileName={fileName}
            tableId={tableId}
          />
        </Suspense>
      )}
      <CrosstabTable id={tableId} table={table} shown={view.shown} weighted={weighted} />
      <ReadingNotes table={table} shown={view.shown} />
      <p className="small">{bases}</p>
      <EvidenceNote table={table} weighted={weighted} />
      <Excluded excluded={table.excluded} />
      <ul className="notes small quiet">
        {table.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <div className="row">
        <a className="button button-quiet" href={crosstabUrl(query, 'csv')} download>
          {t.downloadCsv}
        </a>
        <a className="button button-quiet" href={crosstabUrl(query, 'json')} download={`${fileName}.json`}>
          {t.downloadJson}
        </a>
      </div>
    </div>
  );
}

/** The picture that shows what the table does; null where there is too much to tell apart. */
function pictureOf(
  table: Crosstab,
  shown: Shown,
  options: { readonly allLabel: string; readonly weighted: boolean },
): Picture | null {
  if (shown === 'uncertain') {
    const intervals = intervalModel(table, options.weighted);
    if (intervals !== null) return { kind: 'intervals', model: intervals };
  }
  const by = shown === 'row' ? 'row' : 'column';
  const model = chartModel(table, by, options) ?? chartModel(table, by === 'row' ? 'column' : 'row', options);
  return model === null ? null : { kind: 'bars', model };
}

function basesInWords(base: Crosstab['base'], weighted: boolean, t: AnalyseTexts, format: Format): string {
  const respondents = format.count(base.unweighted);
  if (!weighted) return t.baseNotWeighted(respondents);
  return hasUnequalWeights(base)
    ? t.baseUnequalWeights(respondents, format.decimal(base.effective))
    : t.baseEqualWeights(respondents);
}

function Excluded({ excluded }: { readonly excluded: Crosstab['excluded'] }) {
  const t = useTexts(analyseTexts);
  const format = useFormat();
  if (excluded.length === 0) return <p className="small">{t.noneExcluded}</p>;
  return (
    <div className="small">
      <p>{t.excluded}</p>
      <ul className="notes">
        {excluded.map(({ reason, count }) => (
          <li key={reason}>
            {reason}: {format.count(count)}
          </li>
        ))}
      </ul>
    </div>
  );
}
