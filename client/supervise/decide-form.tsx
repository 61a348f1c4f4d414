import { useState } from 'react';
import type { Review, ReviewDecision } from '../../contracts/review.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { FailureBanner } from '../session/failure-banner.tsx';
import { useAction } from '../session/use-action.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { TextAreaField } from '../ui/text-area-field.tsx';
import { reviewApi } from './review-api.ts';
import { decideTexts } from './decide-messages.ts';

export interface DecideFormProps {
  readonly studyId: string;
  readonly review: Review;
  readonly onDecided: () => void;
}

type Said = 'nothing' | 'needsComment' | 'done';

/** Approve, return, reject or reopen one interview. Returning and rejecting need a comment. */
export function DecideForm({ studyId, review, onDecided }: DecideFormProps) {
  const t = useTexts(decideTexts);
  const [comment, setComment] = useState('');
  const [said, setSaid] = useState<Said>('nothing');
  const [action, run] = useAction();
  const { id, hash, state, tablet } = review;

  const decide = async (decision: ReviewDecision['decision']): Promise<void> => {
    const words = comment.trim();
    const interviews = [{ id, hash }];
    const needsWords = decision === 'returned' || decision === 'rejected';
    if (needsWords && words === '') {
      setSaid('needsComment');
      return;
    }
    setSaid('nothing');
    const isDone = await run(async () => {
      await reviewApi.decide(
        studyId,
        needsWords
          ? { decision, interviews, comment: words }
          : { decision, interviews, ...(words === '' ? {} : { comment: words }) },
      );
    });
    if (!isDone) return;
    setComment('');
    setSaid('done');
    onDecided();
  };
  const button = (
    decision: ReviewDecision['decision'],
    label: string,
    look: 'strong' | 'quiet' | 'danger',
  ) => (
    <Button look={look} isDisabled={action.state === 'running'} onPress={() => void decide(decision)}>
      {label}
    </Button>
  );
  return (
    <section className="card stack" aria-labelledby="decide-title">
      <h2 id="decide-title">{t.decide}</h2>
      <TextAreaField
        label={t.comment}
        description={t.commentText}
        name="comment"
        maxLength={1000}
        value={comment}
        onChange={setComment}
      />
      {said === 'needsComment' ? (
        <Banner tone="warn" role="alert">
          {t.needComment}
        </Banner>
      ) : null}
      {action.state === 'failed' ? <FailureBanner failure={action.failure} /> : null}
      <div className="row">
        {state === 'rejected' || state === 'approved' ? null : button('approved', t.approve, 'strong')}
        {state === 'rejected' || tablet === null || tablet.isRevoked
          ? null
          : button('returned', t.giveBack, 'quiet')}
        {state === 'rejected' ? null : button('rejected', t.reject, 'danger')}
        {state === 'unreviewed' ? null : button('reopened', t.reopen, 'quiet')}
      </div>
      {said === 'done' ? <p role="status">{t.decided}</p> : null}
    </section>
  );
}
