import type { BackCheckTask, Returned, WorkCase } from '../../../contracts/work.ts';
import type { Draft } from '../../device/device-schema.ts';
import type { Work } from '../../device/work/read-work.ts';

/** What to do today, the most urgent first. */
export interface TodaysList {
  readonly returned: readonly Returned[];
  /** Due today or before. */
  readonly callBacks: readonly WorkCase[];
  readonly backChecks: readonly BackCheckTask[];
  /** Still to be interviewed, and not to be called back later. */
  readonly open: readonly WorkCase[];
}

/** Names as people type them: blanks and capitals do not tell two apart. */
const isSameName = (one: string, other: string): boolean =>
  one.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase() ===
  other.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase();

const byText = (one = '', other = ''): number => (one < other ? -1 : one > other ? 1 : 0);

/** What is due today by the hour; then what was missed, the latest first. */
function byAppointment(one: WorkCase, other: WorkCase, today: string): number {
  const missed = ({ callBackAt = '' }: WorkCase) => Number(callBackAt.slice(0, 10) < today);
  return (
    missed(one) - missed(other) || byText(one.callBackAt, other.callBackAt) * (missed(one) === 0 ? 1 : -1)
  );
}

/**
 * Splits the list of work into what an enumerator is to do today. What she has begun is left out: it is
 * under the interviews that are not finished. A back-check is not for whoever held the interview.
 *
 * @param today the tablet's own day, `2026-11-22`
 */
export function todaysList(
  work: Work,
  drafts: readonly Draft[],
  { name, today }: { readonly name: string; readonly today: string },
): TodaysList {
  const begunCases = new Set(drafts.filter((draft) => !draft.backCheck).map(({ caseId }) => caseId));
  const begunAgain = new Set(drafts.map(({ revision }) => revision?.of));
  const begunChecks = new Set(drafts.map(({ backCheck }) => backCheck?.taskId));
  const own = ({ enumerator }: Returned) => (isSameName(enumerator, name) ? 0 : 1);
  const toDo = work.cases.filter(({ id, done }) => !done && !begunCases.has(id));
  const isAppointed = ({ lastOutcome }: WorkCase) => lastOutcome === 'call-back';
  return {
    returned: work.returned
      .filter(({ interviewId }) => !begunAgain.has(interviewId))
      .sort((a, b) => own(a) - own(b) || byText(a.decidedAt, b.decidedAt)),
    callBacks: toDo
      .filter((person) => isAppointed(person) && (person.callBackAt ?? '').slice(0, 10) <= today)
      .sort((a, b) => byAppointment(a, b, today)),
    backChecks: work.backChecks
      .filter(({ id, enumerator }) => !begunChecks.has(id) && !isSameName(enumerator ?? '', name))
      .sort((a, b) => byText(a.dueOn ?? '9', b.dueOn ?? '9')),
    open: toDo
      .filter((person) => !isAppointed(person))
      .sort((a, b) => Number(b.assigned) - Number(a.assigned) || a.attempts - b.attempts),
  };
}
