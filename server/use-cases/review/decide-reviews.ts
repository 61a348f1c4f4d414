import { WaymarkError } from '../../../contracts/errors.ts';
import type { ReviewDecision, ReviewState } from '../../../contracts/review.ts';
import type { BranchScope } from '../../../contracts/roles.ts';
import type { StoreInTransaction } from '../../storage/port.ts';
import type { ReviewRow } from '../../storage/review-port.ts';
import type { Actor } from '../audit/actor.ts';
import { record } from '../audit/audited.ts';
import type { Context } from '../context.ts';
import { findStudy } from '../find-study.ts';
import { refuseOwnInterview } from './refuse-own-interview.ts';
import { refuseOtherBranch } from './refuse-other-branch.ts';
import { reviewState } from './review-state.ts';

export interface DecideReviews {
  readonly studyId: string;
  readonly wanted: ReviewDecision;
  readonly scope: BranchScope;
  readonly actor: Actor;
}

/**
 * Decides about interviews, all of them or none. What is decided so already, in the same words, is not written
 * again. Nobody decides about an interview that carries her own name as its enumerator.
 *
 * @throws WaymarkError NOT_FOUND; NOT_ALLOWED for another branch or her own interview; INVALID_REQUEST where the
 *   content changed since she looked, where it cannot be returned, or where another interview took its place
 */
export async function decideReviews(
  { store, clock }: Context,
  { studyId, wanted, scope, actor }: DecideReviews,
): Promise<{ decided: number; unchanged: number }> {
  const study = await findStudy(store, studyId);
  const now = clock();
  const comment = wanted.comment ?? null;
  return store.transaction(async (inner) => {
    const rows = new Map((await inner.review.list(study.id)).map((row) => [row.id, row]));
    let decided = 0;
    for (const { id, hash } of wanted.interviews) {
      const row = rows.get(id);
      if (!row) throw new WaymarkError('NOT_FOUND', `The study has no interview "${id.slice(0, 80)}".`);
      refuseOtherBranch(scope, row.branch);
      if (row.hash !== hash)
        throw refusal(`Interview ${id} has another content now than the one you saw.`, 'Open it again.');
      const state = reviewState(row);
      const isSame = row.lastDecision?.decision === wanted.decision && row.lastDecision.comment === comment;
      if (isSame || (wanted.decision === 'reopened' && state === 'unreviewed')) continue;
      await refuseImpossible(inner, study.id, row, state, wanted.decision, actor);
      await inner.review.add({
        studyId: study.id,
        submission: row.sequence,
        decision: wanted.decision,
        comment,
        decidedBy: actor.id,
        decidedByName: actor.name ?? 'waymark',
        decidedAt: now.toISOString(),
      });
      const note = {
        actor,
        action: 'review.decide',
        target: `interview:${id}`,
        detail: wanted.decision,
      };
      await record({ store: inner, clock: () => now }, note, 'done');
      decided += 1;
    }
    return { decided, unchanged: wanted.interviews.length - decided };
  });
}

async function refuseImpossible(
  store: StoreInTransaction,
  studyId: string,
  row: ReviewRow,
  state: ReviewState,
  decision: ReviewDecision['decision'],
  actor: Actor,
): Promise<void> {
  if (state === 'replaced')
    throw refusal(
      `Another interview took the place of ${row.id}: there is nothing to decide about it.`,
      'Decide about the newer one.',
    );
  if (state === 'rejected' && decision !== 'reopened' && decision !== 'rejected')
    throw refusal(`Interview ${row.id} was rejected.`, 'Reopen it first.');
  const versions = await store.review.versions(studyId, row.id);
  const payload = versions.find(({ hash }) => hash === row.hash)?.payload ?? '';
  refuseOwnInterview(actor, { id: row.id, payload });
  if (decision !== 'returned') return;
  const tablet = row.tabletId === null ? null : await store.tablets.find(row.tabletId);
  if (tablet === null)
    throw refusal(
      `No tablet sent interview ${row.id}, so that it can be returned to none.`,
      'Approve or reject it.',
    );
  if (tablet.revokedAt !== null)
    throw refusal(
      `The tablet "${tablet.name}" that sent interview ${row.id} is revoked and would not hear of it.`,
      'Talk to the enumerator, or reject it with a reason.',
    );
}

const refusal = (message: string, hint: string): WaymarkError =>
  new WaymarkError('INVALID_REQUEST', message, hint);
