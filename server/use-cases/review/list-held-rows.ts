import type { HeldRow } from '../../../contracts/review.ts';
import type { BranchScope } from '../../../contracts/roles.ts';
import type { Context } from '../context.ts';
import { inScope } from '../in-scope.ts';

/**
 * Records set aside in the branches of the reader, those that wait for a decision first, then the newest. One that
 * could not be read has no branch: only who sees every branch sees it.
 */
export async function listHeldRows(
  { store }: Context,
  studyId: string,
  scope: BranchScope,
): Promise<{ readonly row: HeldRow; readonly isWaiting: boolean }[]> {
  const [held, decisions, tablets] = await Promise.all([
    store.submissions.listHeld(studyId),
    store.review.ofHeld(studyId),
    store.tablets.list(),
  ]);
  const names = new Map(tablets.map(({ id, name }) => [id, name]));
  return held
    .filter(({ branch }) => inScope(scope, branch))
    .map(({ sequence, tabletId, ...record }) => {
      const lastDecision = decisions.get(sequence) ?? null;
      const row = { ...record, tabletName: names.get(tabletId ?? '') ?? null, lastDecision };
      return { row, isWaiting: isWaiting(row) };
    })
    .toSorted((a, b) => Number(b.isWaiting) - Number(a.isWaiting));
}

/** Nobody has said yet what should become of it. */
const isWaiting = ({ lastDecision }: HeldRow): boolean =>
  lastDecision === null || lastDecision.decision === 'reopened';
