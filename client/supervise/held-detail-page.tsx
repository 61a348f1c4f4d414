import { useCallback } from 'react';
import { Link } from 'wouter';
import type { Me, Study } from '../../contracts/api.ts';
import type { HeldDecision, HeldVersions } from '../../contracts/review.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { FailureBanner } from '../session/failure-banner.tsx';
import { may } from '../session/session.tsx';
import { useAction } from '../session/use-action.ts';
import { useResource } from '../session/use-resource.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { AnswerTable } from './answer-table.tsx';
import { reviewApi } from './review-api.ts';
import { heldTexts } from './held-messages.ts';
import { reviewTexts } from './review-messages.ts';
import { inStudy, StudyPage } from './study-page.tsx';

type Version = HeldVersions['versions'][number];

/** All that lies under one id, side by side, and which of it counts. */
export function HeldDetailPage({ me, id }: { readonly me: Me; readonly id: string }) {
  const t = useTexts(reviewTexts);
  return (
    <StudyPage me={me} title={t.held}>
      {(study) => <Detail key={`${study.id} ${id}`} study={study} me={me} id={id} />}
    </StudyPage>
  );
}

function Detail({ study, me, id }: { readonly study: Study; readonly me: Me; readonly id: string }) {
  const t = useTexts(reviewTexts);
  const h = useTexts(heldTexts);
  const load = useCallback((signal: AbortSignal) => reviewApi.openHeld(study.id, id, signal), [study.id, id]);
  const [resource, reload] = useResource(load);
  const [action, run] = useAction();
  if (resource.state === 'loading') return <p role="status">{t.loading}</p>;
  if (resource.state === 'failed' && action.state !== 'failed')
    return <FailureBanner failure={resource.failure} onRetry={reload} />;
  if (!('value' in resource)) return null;
  const { versions } = resource.value;
  const readable = versions.flatMap((version, place) =>
    version.interview ? [{ heading: h.version(String(place + 1)), answers: version.interview.answers }] : [],
  );
  const decide = (hash: string, decision: HeldDecision['decision']) => {
    void run(async () => {
      await reviewApi.decideHeld(study.id, { id, hash, decision });
      reload();
    });
  };
  return (
    <>
      <p>
        <Link href={inStudy('/fieldwork/held', study)}>{t.back}</Link>
      </p>
      <Banner tone="note">{t.personal}</Banner>
      <p className="quiet prose">{h.chooseText}</p>
      {action.state === 'failed' ? <FailureBanner failure={action.failure} /> : null}
      <div className="version-cards">
        {versions.map((version, place) => (
          <VersionCard
            key={version.hash}
            name={h.version(String(place + 1))}
            version={version}
            isBusy={action.state === 'running'}
            onDecide={may(me, 'review.decide') ? decide : null}
          />
        ))}
      </div>
      {readable.length > 0 ? <AnswerTable columns={readable} /> : null}
    </>
  );
}

interface VersionCardProps {
  readonly name: string;
  readonly version: Version;
  readonly isBusy: boolean;
  readonly onDecide: ((hash: string, decision: HeldDecision['decision']) => void) | null;
}

function VersionCard({ name, version, isBusy, onDecide }: VersionCardProps) {
  const t = useTexts(reviewTexts);
  const h = useTexts(heldTexts);
  const format = useFormat();
  const { hash, status, reason, receivedAt, tabletName, obstacle, interview } = version;
  const { lastDecision, isRejected, isErased } = version;
  return (
    <section className="card stack" aria-label={name} data-version={status}>
      <h2>
        {name} <span className="badge">{h.statuses[status]}</span>
      </h2>
      <p>
        {tabletName ?? t.noTablet} · {format.date(receivedAt)}
        {interview ? ` · ${interview.enumerator}` : ''}
      </p>
      {reason === null ? null : <p>{reason}</p>}
      {lastDecision === null ? null : (
        <p>
          <strong>{t.decisions[lastDecision.decision]}</strong> · {lastDecision.by} ·{' '}
          {format.date(lastDecision.at)}
        </p>
      )}
      {isErased ? <Banner tone="note">{h.erased}</Banner> : null}
      {obstacle === null || isErased || status === 'stored' ? null : (
        <Banner tone="warn">
          {h.cannotRelease} {obstacle}
        </Banner>
      )}
      {interview === null && !isErased ? <p className="quiet">{h.notReadable}</p> : null}
      {onDecide === null || isErased || status === 'stored' ? null : (
        <div className="row">
          {obstacle === null && !isRejected ? (
            <Button
              look="strong"
              isDisabled={isBusy}
              aria-label={`${h.countThis}: ${name}`}
              onPress={() => {
                onDecide(hash, 'released');
              }}
            >
              {h.countThis}
            </Button>
          ) : null}
          <Button
            isDisabled={isBusy}
            aria-label={`${isRejected ? h.lookAgain : h.leaveOut}: ${name}`}
            onPress={() => {
              onDecide(hash, isRejected ? 'reopened' : 'rejected');
            }}
          >
            {isRejected ? h.lookAgain : h.leaveOut}
          </Button>
        </div>
      )}
    </section>
  );
}
