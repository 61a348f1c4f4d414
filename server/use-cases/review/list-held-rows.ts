import type { HeldRow } from '../../../contracts/review.ts';
import type { BranchScope } from '../../../contracts/roles.ts';
import type { Context } from '../context.ts';
import { inScope } from '../in-scope.ts';

/**
 * Records set aside in the branches of the reader, those that wait for her decision first, then the newest. One that
 * could not be read has no branch: only who sees every branch sees it. Where another record of the same id is of a
 * branch that is not hers, it is listed, and someone who sees both decides.
 */
export async function listHeldRows(
  { store }: Context,
  studyId: string,
  scope: BranchScope,
): Promise<{ readonly row: HeldRow; readonly isWaiting: boolean }[]> {
  const [held, decisions, tablets, branches] = await Promise.all([
    store.submissions.listHeld(studyId),
    store.review.ofHeld(studyId),
    store.tablets.list(),
    store.review.branchesOfHeld(studyId),
  ]);
  const outside = new Set(branches.flatMap(({ id, branch }) => (inScope(scope, branch) ? [] : [id])));
  const names = new Map(tablets.map(({ id, name }) => [id, name]));
  return held
    .filter(({ branch }) => inScope(scope, branch))
    .map(({ sequence, tabletId, ...record }) => {
      const lastDecision = decisions.get(sequence) ?? null;
      const needsOtherBranch = outside.has(record.id);
      const tabletName = names.get(tabletId ?? '') ?? null;
      const row = { ...record, tabletName, lastDecision, needsOtherBranch };
      return { row, isWaiting: isWaiting(row) };
    })
    .toSorted((a, b) => Number(b.isWaiting) - Number(a.isWaiting));
}

/** Nobody has said yet what should become of it, and she can. */
const isWaiting = ({ lastDecision, isErased, needsOtherBranch }: HeldRow): boolean =>
  !isErased && !needsOtherBranch && (lastDecision === null || lastDecision.decision === 'reopened');
