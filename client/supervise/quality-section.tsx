import { Link } from 'wouter';
import { localize } from '../../contracts/language.ts';
import type { Board, StudyQualityReport } from '../../contracts/supervision.ts';
import { useLanguage, useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { Banner } from '../ui/banner.tsx';
import { superviseTexts } from './messages.ts';
import { reviewTexts } from './review-messages.ts';
import { inStudy } from './study-page.tsx';

/** The rest is a click away, in the review. */
const MOST_SHOWN = 10;

/** How each check went, and the doubtful interviews with their reasons. */
export function QualitySection({
  report,
  board,
  mayReview,
}: {
  readonly report: StudyQualityReport;
  readonly board: Board;
  readonly mayReview: boolean;
}) {
  const t = useTexts(superviseTexts);
  const r = useTexts(reviewTexts);
  const { language } = useLanguage();
  const format = useFormat();
  const nameOf = new Map(board.branches.map(({ code, name }) => [code, name]));
  const shown = report.doubtful.slice(0, MOST_SHOWN);
  return (
    <section className="stack" aria-labelledby="quality-title">
      <h2 id="quality-title">{t.quality}</h2>
      <p className="prose">{t.qualityText}</p>
      <div className="card table-frame" tabIndex={0} role="region" aria-label={t.check}>
        <table className="listing">
          <thead>
            <tr>
              <th scope="col">{t.check}</th>
              <th scope="col" className="number">
                {t.examined}
              </th>
              <th scope="col" className="number">
                {t.notRecorded}
              </th>
              <th scope="col" className="number">
                {t.found}
              </th>
            </tr>
          </thead>
          <tbody>
            {report.coverage.map(({ check, examined, notRecorded, flagged }) => (
              <tr key={check}>
                <th scope="row">{t.checks[check]}</th>
                <td className="number">{format.count(examined)}</td>
                <td className="number">{format.count(notRecorded)}</td>
                <td className="number">{examined === 0 ? '–' : format.count(flagged)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length === 0 ? (
        <Banner tone="note">{t.nothingDoubtful}</Banner>
      ) : (
        <div className="card table-frame" tabIndex={0} role="region" aria-label={t.reasons}>
          <table className="listing">
            <caption>{t.shown(format.count(shown.length), format.count(report.doubtful.length))}</caption>
            <thead>
              <tr>
                <th scope="col">{t.enumerator}</th>
                <th scope="col">{t.branch}</th>
                <th scope="col">{t.received}</th>
                <th scope="col">{t.reasons}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    {mayReview ? (
                      <Link
                        href={inStudy(`/fieldwork/review/${encodeURIComponent(one.id)}`, {
                          id: board.studyId,
                        })}
                        aria-label={r.openLabel(one.enumerator ?? '–', format.date(one.receivedAt))}
                      >
                        {one.enumerator ?? '–'}
                      </Link>
                    ) : (
                      (one.enumerator ?? '–')
                    )}
                  </th>
                  <td>{nameOf.get(one.branch) ?? one.branch}</td>
                  <td className="moment">{format.date(one.receivedAt)}</td>
                  <td>
                    <ul className="reasons">
                      {one.findings.map(({ check, rule, reason }) => (
                        <li key={rule}>
                          {t.checks[check]}: {localize(reason, language)}
                        </li>
                      ))}
                    </ul>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
