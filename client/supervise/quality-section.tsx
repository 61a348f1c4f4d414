import { Link } from 'wouter';
import { localize } from '../../contracts/language.ts';
import type { Board, StudyQualityReport } from '../../contracts/supervision.ts';
import { useLanguage, useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { Banner } from '../ui/banner.tsx';
import { ListingTable } from '../ui/listing-table.tsx';
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
      <ListingTable
        label={t.check}
        heads={[t.check, { number: t.examined }, { number: t.notRecorded }, { number: t.found }]}
      >
        {report.coverage.map(({ check, examined, notRecorded, flagged }) => (
          <tr key={check}>
            <th scope="row">{t.checks[check]}</th>
            <td className="number">{format.count(examined)}</td>
            <td className="number">{format.count(notRecorded)}</td>
            <td className="number">{examined === 0 ? '–' : format.count(flagged)}</td>
          </tr>
        ))}
      </ListingTable>
      {shown.length === 0 ? (
        <Banner tone="note">{t.nothingDoubtful}</Banner>
      ) : (
        <ListingTable
          label={t.reasons}
          caption={t.shown(format.count(shown.length), format.count(report.doubtful.length))}
          heads={[t.enumerator, t.branch, t.received, t.reasons]}
        >
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
        </ListingTable>
      )}
    </section>
  );
}
