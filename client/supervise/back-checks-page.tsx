import { useCallback } from 'react';
import { Link } from 'wouter';
import type { Me, Study } from '../../contracts/api.ts';
import type { BackChecks } from '../../contracts/back-check-report.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { FailureBanner } from '../session/failure-banner.tsx';
import { may } from '../session/session.tsx';
import { useResource } from '../session/use-resource.ts';
import { ListingTable } from '../ui/listing-table.tsx';
import { backCheckApi } from './back-check-api.ts';
import { BackCheckComparisonSection } from './back-check-comparison.tsx';
import { backCheckTexts } from './back-check-messages.ts';
import { DrawForm } from './draw-form.tsx';
import { inStudy, StudyPage } from './study-page.tsx';

/** Back-checks: draw them, see how far they are, and what they say. */
export function BackChecksPage({ me }: { readonly me: Me }) {
  const t = useTexts(backCheckTexts);
  return (
    <StudyPage me={me} title={t.title}>
      {(study) => <Content key={study.id} study={study} me={me} />}
    </StudyPage>
  );
}

function Content({ study, me }: { readonly study: Study; readonly me: Me }) {
  const t = useTexts(backCheckTexts);
  const format = useFormat();
  const load = useCallback((signal: AbortSignal) => backCheckApi.read(study.id, signal), [study.id]);
  const [resource, reload] = useResource(load);
  const mayRun = may(me, 'backcheck.run');
  return (
    <>
      <p className="quiet prose">{t.text}</p>
      {mayRun ? <DrawForm studyId={study.id} onDrawn={reload} /> : null}
      {resource.state === 'loading' ? <p role="status">{t.loading}</p> : null}
      {resource.state === 'failed' ? <FailureBanner failure={resource.failure} onRetry={reload} /> : null}
      {'value' in resource ? (
        <>
          <BackCheckComparisonSection comparison={resource.value.comparison} />
          {resource.value.tasks.length > 0 ? (
            <TaskTable checks={resource.value} study={study} mayRun={mayRun} />
          ) : null}
          {resource.value.draws.length > 0 ? (
            <section className="card stack" aria-labelledby="draws-title">
              <h2 id="draws-title">{t.draws}</h2>
              <ul className="reasons">
                {resource.value.draws.map(({ id, drawnAt, drawnBy, rate01, seed, strata }) => (
                  <li key={id}>
                    {t.drawLine(
                      format.date(drawnAt),
                      drawnBy,
                      format.wholePercent(rate01),
                      String(seed),
                      format.count(strata.reduce((sum, { drawn }) => sum + drawn, 0)),
                    )}
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
        </>
      ) : null}
    </>
  );
}

interface TaskTableProps {
  readonly checks: BackChecks;
  readonly study: Study;
  readonly mayRun: boolean;
}

function TaskTable({ checks, study, mayRun }: TaskTableProps) {
  const t = useTexts(backCheckTexts);
  const format = useFormat();
  const nameOf = new Map(study.branches.map(({ code, name }) => [code, name]));
  const done = checks.tasks.filter(({ isOpen }) => !isOpen).length;
  return (
    <ListingTable
      label={t.progress}
      caption={`${t.progress}: ${t.done(format.count(done), format.count(checks.tasks.length))}`}
      heads={[t.interviewer, t.branch, t.state, t.checkedBy, t.open]}
    >
      {checks.tasks.map(({ id, enumerator, branch, outcome, isOpen, isByHerself, checkedBy }) => (
        <tr key={id} data-task={id}>
          <th scope="row">{enumerator === '' ? '–' : enumerator}</th>
          <td>{nameOf.get(branch) ?? branch}</td>
          <td>
            {outcome === null ? t.waiting : t.outcomes[outcome]}
            {isByHerself ? <p className="small">{t.ownCheck}</p> : null}
          </td>
          <td>{checkedBy ?? '–'}</td>
          <td>
            {mayRun && isOpen ? (
              <Link
                className="button button-quiet"
                href={inStudy(`/fieldwork/back-checks/${encodeURIComponent(id)}`, study)}
                aria-label={t.openLabel(enumerator === '' ? '–' : enumerator)}
              >
                {t.open}
              </Link>
            ) : null}
          </td>
        </tr>
      ))}
    </ListingTable>
  );
}
