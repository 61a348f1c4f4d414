import { useCallback } from 'react';
import { Link } from 'wouter';
import type { Me, Study } from '../../contracts/api.ts';
import type { HeldRow } from '../../contracts/review.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { FailureBanner } from '../session/failure-banner.tsx';
import { useResource } from '../session/use-resource.ts';
import { Banner } from '../ui/banner.tsx';
import { ListingTable } from '../ui/listing-table.tsx';
import { reviewApi } from './review-api.ts';
import { heldTexts } from './held-messages.ts';
import { reviewTexts } from './review-messages.ts';
import { inStudy, StudyPage } from './study-page.tsx';

/** Records set aside: in quarantine, or in conflict with another content. */
export function HeldPage({ me }: { readonly me: Me }) {
  const t = useTexts(reviewTexts);
  return (
    <StudyPage me={me} title={t.held}>
      {(study) => <HeldList key={study.id} study={study} />}
    </StudyPage>
  );
}

function HeldList({ study }: { readonly study: Study }) {
  const t = useTexts(reviewTexts);
  const h = useTexts(heldTexts);
  const load = useCallback((signal: AbortSignal) => reviewApi.held(study.id, signal), [study.id]);
  const [resource, reload] = useResource(load);
  if (resource.state === 'loading') return <p role="status">{t.loading}</p>;
  if (resource.state === 'failed') return <FailureBanner failure={resource.failure} onRetry={reload} />;
  const { held } = resource.value;
  const nameOf = new Map(study.branches.map(({ code, name }) => [code, name]));
  return (
    <>
      <p className="quiet prose">{h.heldText}</p>
      {held.length === 0 ? (
        <Banner tone="note">{h.noHeld}</Banner>
      ) : (
        <ListingTable
          label={t.held}
          heads={[t.received, t.tablet, t.branch, h.status, h.reason, t.state, t.open]}
        >
          {held.map((row) => (
            <Row
              key={`${row.id} ${row.hash}`}
              row={row}
              branchName={nameOf.get(row.branch) ?? row.branch}
              href={inStudy(`/fieldwork/held/${encodeURIComponent(row.id)}`, study)}
            />
          ))}
        </ListingTable>
      )}
    </>
  );
}

interface RowProps {
  readonly row: HeldRow;
  readonly branchName: string;
  readonly href: string;
}

function Row({ row, branchName, href }: RowProps) {
  const t = useTexts(reviewTexts);
  const h = useTexts(heldTexts);
  const format = useFormat();
  const { id, receivedAt, tabletName, status, reason, lastDecision, isErased, needsOtherBranch } = row;
  const state = (): string => {
    if (isErased) return h.erased;
    if (lastDecision !== null && lastDecision.decision !== 'reopened')
      return t.decisions[lastDecision.decision];
    return needsOtherBranch ? h.waitsForOther : h.waiting;
  };
  return (
    <tr data-held={id}>
      <th scope="row" className="moment">
        {format.date(receivedAt)}
      </th>
      <td>{tabletName ?? t.noTablet}</td>
      <td>{branchName === '' ? '–' : branchName}</td>
      <td>{h.statuses[status]}</td>
      <td>{reason ?? (status === 'conflict' ? h.differs : '–')}</td>
      <td>{state()}</td>
      <td>
        {needsOtherBranch ? (
          <span className="quiet">{h.needsOtherBranch}</span>
        ) : (
          <Link
            className="button button-quiet"
            href={href}
            aria-label={t.openLabel(tabletName ?? t.noTablet, format.date(receivedAt))}
          >
            {t.open}
          </Link>
        )}
      </td>
    </tr>
  );
}
