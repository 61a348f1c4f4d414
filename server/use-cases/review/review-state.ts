import type { ReviewState } from '../../../contracts/review.ts';
import type { ReviewRow } from '../../storage/review-port.ts';

/** Where an interview stands, from its last decision and whether another took its place. */
export function reviewState({ isReplaced, lastDecision }: ReviewRow): ReviewState {
  if (isReplaced) return 'replaced';
  switch (lastDecision?.decision) {
    case 'approved':
    case 'returned':
    case 'rejected':
      return lastDecision.decision;
    default:
      return 'unreviewed';
  }
}
