import { backCheckSchema, type BackCheck } from '../../../contracts/back-check.ts';
import type { BranchScope } from '../../../contracts/roles.ts';
import type { Store } from '../../storage/port.ts';
import type { TaskRecord } from '../../storage/back-check-port.ts';
import { inScope } from '../in-scope.ts';
import { isSameName } from '../review/is-same-name.ts';

export interface StandingTask extends TaskRecord {
  /** What was delivered of it; null: nothing yet. */
  readonly check: (BackCheck & { readonly receivedAt: string }) | null;
  readonly isByHerself: boolean;
  readonly isOpen: boolean;
}

/**
 * Back-checks of the reader's branches and how far each is. Of several deliveries of one the first that settles it
 * counts, by someone else than the enumerator of the interview; else the last.
 */
export async function standingTasks(
  store: Store,
  studyId: string,
  scope: BranchScope,
): Promise<StandingTask[]> {
  const [tasks, records] = await Promise.all([
    store.backChecks.tasks(studyId),
    store.submissions.readField(studyId, 'backcheck'),
  ]);
  const checks = new Map<string, (BackCheck & { readonly receivedAt: string })[]>();
  for (const { payload, receivedAt } of records) {
    const check = { ...backCheckSchema.parse(JSON.parse(payload)), receivedAt };
    checks.set(check.taskId, [...(checks.get(check.taskId) ?? []), check]);
  }
  return tasks
    .filter(({ branch }) => inScope(scope, branch))
    .map((task) => {
      const delivered = (checks.get(task.id) ?? []).filter(
        ({ interviewId }) => interviewId === task.interviewId,
      );
      const isHerOwn = (check: BackCheck) => isSameName(check.enumerator, task.enumerator);
      const settled = delivered.find((check) => check.outcome !== 'not-found' && !isHerOwn(check));
      const check = settled ?? delivered.at(-1) ?? null;
      return {
        ...task,
        check,
        isByHerself: check !== null && isHerOwn(check),
        isOpen: settled === undefined,
      };
    })
    .toSorted((a, b) => Number(b.isOpen) - Number(a.isOpen));
}
