import type { CaseOutcome, DeviceWork, WorkCase } from '../../../contracts/work.ts';
import type { Mark } from './mark.ts';

/** As the server counts it: these leave something to do. */
const LEFT_TO_DO: ReadonlySet<CaseOutcome | undefined> = new Set([undefined, 'not-found', 'call-back']);

/** `completed` stays; that nobody was met does not undo what was said on an earlier visit. */
function isDecisive(before: CaseOutcome | undefined, outcome: CaseOutcome): boolean {
  if (before === 'completed') return false;
  return outcome !== 'not-found' || before === undefined || before === 'not-found';
}

function marked(person: WorkCase, { outcome, callBackAt }: Mark): WorkCase {
  if (outcome === undefined) return person;
  const attempts = person.attempts + 1;
  if (!isDecisive(person.lastOutcome, outcome)) return { ...person, attempts };
  return {
    ...person,
    attempts,
    lastOutcome: outcome,
    done: !LEFT_TO_DO.has(outcome),
    callBackAt: outcome === 'call-back' ? callBackAt : undefined,
  };
}

/** The server's lists with what was done on this tablet since; `marks` in order of time. */
export function applyMarks(lists: DeviceWork, marks: readonly Mark[]): DeviceWork {
  if (marks.length === 0) return lists;
  const byCase = new Map<string | undefined, Mark[]>();
  for (const mark of marks) byCase.set(mark.caseId, [...(byCase.get(mark.caseId) ?? []), mark]);
  const revised = new Set(marks.map((mark) => mark.revised));
  const checked = new Set(marks.map(({ taskId }) => taskId));
  return {
    ...lists,
    cases: lists.cases.map((person) => (byCase.get(person.id) ?? []).reduce(marked, person)),
    returned: lists.returned.filter(({ interviewId }) => !revised.has(interviewId)),
    backChecks: lists.backChecks.filter(({ id }) => !checked.has(id)),
  };
}
