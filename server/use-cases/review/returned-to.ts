import type { Returned } from '../../../contracts/work.ts';
import type { Store, TabletRecord } from '../../storage/port.ts';
import { parseInterview } from './readable-interview.ts';
import { reviewState } from './review-state.ts';

/** Interviews that a tablet sent and a supervisor gave back, until one that was held again takes their place. */
export async function returnedTo(store: Store, tablet: TabletRecord): Promise<Returned[]> {
  const rows = await store.review.list(tablet.studyId, tablet.id);
  const returned = rows.filter((row) => reviewState(row) === 'returned');
  const lists = await Promise.all(
    returned.map(async ({ id, hash, branch, lastDecision }): Promise<Returned[]> => {
      const versions = await store.review.versions(tablet.studyId, id);
      const interview = parseInterview(versions.find((one) => one.hash === hash)?.payload ?? '');
      if (!interview || !lastDecision) return [];
      const { enumerator, caseId } = interview;
      return [
        {
          interviewId: interview.id,
          ...(caseId === undefined ? {} : { caseId }),
          branch,
          comment: lastDecision.comment ?? '',
          decidedAt: lastDecision.at,
          enumerator,
        },
      ];
    }),
  );
  return lists.flat();
}
