import type { Beginning } from '../../device/begin-interview.ts';
import type { Work } from '../../device/work/read-work.ts';
import type { Chosen } from './work-context.tsx';

/** What is known of an interview before it begins. */
export interface StartOrigin extends Omit<Beginning, 'language'> {
  /** Whom it is held with; null where only the office knows. */
  readonly name: string | null;
}

/** The most that a revision may say of why. */
const LONGEST_REASON = 500;

/** What an interview with whom she chose begins with; null where that is no longer on the list. */
export function startOrigin(work: Work, chosen: Chosen): StartOrigin | null {
  const person = (id: string | undefined) => work.cases.find((each) => each.id === id);
  if (chosen.kind === 'case') {
    const found = person(chosen.id);
    return found === undefined
      ? null
      : { branch: found.branch, caseId: found.id, name: found.name ?? found.id };
  }
  if (chosen.kind === 'returned') {
    const found = work.returned.find(({ interviewId }) => interviewId === chosen.id);
    if (found === undefined) return null;
    const { interviewId, caseId, branch, comment } = found;
    const reason = comment.trim().slice(0, LONGEST_REASON) || 'returned by the supervisor';
    return { branch, caseId, revision: { of: interviewId, reason }, name: person(caseId)?.name ?? null };
  }
  const task = work.backChecks.find(({ id }) => id === chosen.id);
  if (task === undefined) return null;
  const { id: taskId, interviewId, items, branch, instrument, name = null } = task;
  return {
    branch,
    instrument,
    backCheck: { taskId, interviewId, items, mode: chosen.mode ?? 'visit' },
    name,
  };
}
