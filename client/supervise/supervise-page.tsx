import { useCallback, useEffect } from 'react';
import type { Me } from '../../contracts/api.ts';
import { useLanguage, useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { FailureBanner } from '../session/failure-banner.tsx';
import { may } from '../session/session.tsx';
import { useResource } from '../session/use-resource.ts';
import { AtAGlance } from './at-a-glance.tsx';
import { BranchTable } from './branch-table.tsx';
import { superviseTexts } from './messages.ts';
import { ProgressPicture } from './progress-picture.tsx';
import { QuotaSection } from './quota-section.tsx';
import { QualitySection } from './quality-section.tsx';
import { respondentsApi } from './respondents-api.ts';
import { StudyPage } from './study-page.tsx';
import { supervision } from './supervision-api.ts';
import { TabletBoard } from './tablet-board.tsx';
import { TargetForm } from './target-form.tsx';

const LOOK_AGAIN_MS = 60_000;

/** Where the fieldwork of a study stands: branches against their targets, tablets, doubtful interviews. */
export function SupervisePage({ me }: { readonly me: Me }) {
  const t = useTexts(superviseTexts);
  return (
    <StudyPage me={me} title={t.title}>
      {({ id }) => <StudyBoard key={id} studyId={id} me={me} />}
    </StudyPage>
  );
}

function StudyBoard({ studyId, me }: { readonly studyId: string; readonly me: Me }) {
  const t = useTexts(superviseTexts);
  const format = useFormat();
  const { language } = useLanguage();
  const load = useCallback(
    async (signal: AbortSignal) => {
      const [board, report, quotas] = await Promise.all([
        supervision.board(studyId, signal),
        supervision.quality(studyId, signal),
        respondentsApi.quotas(studyId, language, signal),
      ]);
      return { board, report, quotas };
    },
    [studyId, language],
  );
  const [resource, reload] = useResource(load);
  useEffect(() => {
    const timer = setInterval(reload, LOOK_AGAIN_MS);
    return () => {
      clearInterval(timer);
    };
  }, [reload]);

  if (resource.state === 'loading') return <p role="status">{t.loading}</p>;
  if (resource.state === 'failed') return <FailureBanner failure={resource.failure} onRetry={reload} />;
  const { board, report, quotas } = resource.value;
  return (
    <>
      <p className="quiet">{t.text(format.date(board.asOf))}</p>
      <AtAGlance board={board} quotas={quotas} mayReview={may(me, 'review.read')} />
      <ProgressPicture board={board} />
      <BranchTable board={board} />
      <QuotaSection quotas={quotas} />
      {may(me, 'supervision.target') && board.branches.length > 0 ? (
        <TargetForm board={board} onSaved={reload} />
      ) : null}
      <TabletBoard board={board} />
      <QualitySection report={report} board={board} mayReview={may(me, 'review.read')} />
    </>
  );
}
