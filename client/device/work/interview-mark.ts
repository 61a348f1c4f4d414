import type { Interview } from '../../../contracts/submission.ts';
import type { Vault } from '../vault/vault.ts';
import { boxMark } from './mark.ts';
import type { StoredMark } from './stored-work.ts';

/** What a finished interview means for the list of work; null where it is of someone found on the spot. */
export function interviewMark(
  vault: Vault,
  { id, studyId, finishedAt, caseId, revision }: Interview,
  outcome: 'completed' | 'refused',
): StoredMark | null {
  if (caseId === undefined && revision === undefined) return null;
  return boxMark(vault, id, {
    studyId,
    at: finishedAt,
    ...(caseId !== undefined && { caseId, outcome }),
    ...(revision !== undefined && { revised: revision.of }),
  });
}
