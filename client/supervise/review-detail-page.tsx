import { useCallback } from 'react';
import { Link } from 'wouter';
import type { Me, Study } from '../../contracts/api.ts';
import { localize } from '../../contracts/language.ts';
import type { Review } from '../../contracts/review.ts';
import { useLanguage, useTexts } from '../i18n/language-context.tsx';
import { isLanguage, languageNames } from '../i18n/language-names.ts';
import { useFormat } from '../i18n/use-format.ts';
import { FailureBanner } from '../session/failure-banner.tsx';
import { may } from '../session/session.tsx';
import { useResource } from '../session/use-resource.ts';
import { Banner } from '../ui/banner.tsx';
import { AnswerTable } from './answer-table.tsx';
import { DecideForm } from './decide-form.tsx';
import { PhotoSection } from './photo-section.tsx';
import { superviseTexts } from './messages.ts';
import { reviewApi } from './review-api.ts';
import { reviewTexts } from './review-messages.ts';
import { inStudy, StudyPage } from './study-page.tsx';

const MINUTE_MS = 60_000;

/** One interview: its answers, its doubts, what was decided, and what to decide. */
export function ReviewDetailPage({ me, id }: { readonly me: Me; readonly id: string }) {
  const t = useTexts(reviewTexts);
  return (
    <StudyPage me={me} title={t.title}>
      {(study) => <Detail key={`${study.id} ${id}`} study={study} me={me} id={id} />}
    </StudyPage>
  );
}

function Detail({ study, me, id }: { readonly study: Study; readonly me: Me; readonly id: string }) {
  const t = useTexts(reviewTexts);
  const load = useCallback((signal: AbortSignal) => reviewApi.open(study.id, id, signal), [study.id, id]);
  const [resource, reload] = useResource(load);
  if (resource.state === 'loading') return <p role="status">{t.loading}</p>;
  if (resource.state === 'failed') return <FailureBanner failure={resource.failure} onRetry={reload} />;
  const review = resource.value;
  return (
    <>
      <p>
        <Link href={inStudy('/fieldwork/review', study)}>{t.back}</Link>
      </p>
      <Banner tone="note">{t.personal}</Banner>
      <div className="review-columns">
        <div className="stack">
          <Facts review={review} study={study} />
          {may(me, 'review.decide') && review.state !== 'replaced' ? (
            <DecideForm studyId={study.id} review={review} onDecided={reload} />
          ) : null}
          <History review={review} />
        </div>
        <div className="stack">
          {may(me, 'review.photos') ? <PhotoSection review={review} /> : null}
          <AnswerTable columns={[{ heading: t.answer, answers: review.interview.answers }]} />
        </div>
      </div>
    </>
  );
}

function Facts({ review, study }: { readonly review: Review; readonly study: Study }) {
  const t = useTexts(reviewTexts);
  const { checks } = useTexts(superviseTexts);
  const { language } = useLanguage();
  const format = useFormat();
  const { interview, tablet } = review;
  const spoken = interview.language;
  const facts: readonly (readonly [string, string])[] = [
    [t.enumerator, interview.enumerator],
    [t.branch, study.branches.find(({ code }) => code === review.branch)?.name ?? review.branch],
    [t.finished, format.date(interview.finishedAt)],
    [t.received, format.date(review.receivedAt)],
    [t.activeTime, t.minutes(format.count(Math.round(interview.activeMs / MINUTE_MS)))],
    [t.language, isLanguage(spoken) ? languageNames[spoken] : spoken],
    [t.tablet, tablet === null ? t.noTablet : `${tablet.name}${tablet.isRevoked ? ` (${t.revoked})` : ''}`],
  ];
  return (
    <section className="card stack" aria-labelledby="facts-title">
      <h2 id="facts-title">
        <span className={`badge state-${review.state}`}>{t.filters[review.state]}</span>
      </h2>
      {interview.revisionOf === null ? null : (
        <p>
          {t.revisionOf}: {interview.revisionReason}
        </p>
      )}
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="quiet">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{t.doubts}</h3>
      {review.findings.length === 0 ? (
        <p className="quiet">{t.noDoubts}</p>
      ) : (
        <ul className="reasons">
          {review.findings.map(({ check, rule, reason }) => (
            <li key={rule}>
              {checks[check]}: {localize(reason, language)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function History({ review }: { readonly review: Review }) {
  const t = useTexts(reviewTexts);
  const format = useFormat();
  return (
    <section className="card stack" aria-labelledby="history-title">
      <h2 id="history-title">{t.history}</h2>
      {review.history.length === 0 ? (
        <p className="quiet">{t.noHistory}</p>
      ) : (
        <ol className="reasons">
          {review.history.map(({ decision, comment, by, at }) => (
            <li key={`${at} ${decision}`}>
              <strong>{t.decisions[decision]}</strong> · {by} · {format.date(at)}
              {comment === null ? null : <p>{comment}</p>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
