import type { ReactNode } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import type { Me, Study } from '../../contracts/api.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { api } from '../session/api.ts';
import { FailureBanner } from '../session/failure-banner.tsx';
import { may } from '../session/session.tsx';
import { SyntheticBanner } from '../session/synthetic-banner.tsx';
import { useResource } from '../session/use-resource.ts';
import { StudyField } from '../session/study-field.tsx';
import { Banner } from '../ui/banner.tsx';
import { superviseTexts } from './messages.ts';
import { reviewTexts } from './review-messages.ts';
import './supervise.css';

export interface StudyPageProps {
  readonly me: Me;
  readonly title: string;
  readonly children: (study: Study) => ReactNode;
}

/** A page of the fieldwork: its heading, the way to the others, and the study it is about (`?study=`). */
export function StudyPage({ me, title, children }: StudyPageProps) {
  const t = useTexts(superviseTexts);
  const r = useTexts(reviewTexts);
  const [path, navigate] = useLocation();
  const chosen = new URLSearchParams(useSearch()).get('study');
  const [studies, retry] = useResource(api.studies);
  if (studies.state === 'loading') return <p role="status">{t.loading}</p>;
  if (studies.state === 'failed') return <FailureBanner failure={studies.failure} onRetry={retry} />;
  const study = studies.value.find(({ id }) => id === chosen) ?? studies.value[0];
  const pages = [
    { href: '/fieldwork', label: r.board, isOpen: true },
    { href: '/fieldwork/review', label: r.title, isOpen: may(me, 'review.read') },
    { href: '/fieldwork/held', label: r.held, isOpen: may(me, 'review.read') },
    { href: '/fieldwork/back-checks', label: r.backChecks, isOpen: may(me, 'backcheck.read') },
  ];
  return (
    <div className="stack">
      <div className="page-head">
        <h1>{title}</h1>
        <StudyField
          label={t.study}
          studies={studies.value}
          value={study?.id ?? ''}
          onChange={(id) => {
            navigate(`${path}?study=${encodeURIComponent(id)}`);
          }}
        />
      </div>
      <nav className="nav sub-nav" aria-label={r.pages}>
        {pages
          .filter(({ isOpen }) => isOpen)
          .map(({ href, label }) => (
            <Link
              key={href}
              className="nav-link"
              href={inStudy(href, study)}
              aria-current={path === href ? 'page' : undefined}
            >
              {label}
            </Link>
          ))}
      </nav>
      {study === undefined ? (
        <Banner tone="note">{t.noStudies}</Banner>
      ) : (
        <>
          {study.synthetic ? <SyntheticBanner /> : null}
          {children(study)}
        </>
      )}
    </div>
  );
}

/** A link that stays with the study. */
export const inStudy = (href: string, study: { readonly id: string } | undefined): string =>
  study === undefined ? href : `${href}?study=${encodeURIComponent(study.id)}`;
