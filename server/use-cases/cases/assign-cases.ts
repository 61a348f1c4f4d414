import { WaymarkError } from '../../../contracts/errors.ts';
import type { BranchScope } from '../../../contracts/roles.ts';
import type { Actor } from '../audit/actor.ts';
import { audited } from '../audit/audited.ts';
import type { Context } from '../context.ts';
import { findStudy } from '../find-study.ts';
import { inScope, scopeWithin } from '../in-scope.ts';

/**
 * Gives cases to a tablet, all or none of them; null: to any tablet of their branches.
 *
 * @throws WaymarkError NOT_FOUND for a study, case or tablet that is not there or outside the person's
 *   branches, NOT_ALLOWED where the tablet does not work for the branch of a case
 */
export async function assignCases(
  context: Context,
  wanted: {
    readonly studyId: string;
    readonly ids: readonly string[];
    readonly tabletId: string | null;
    readonly scope: BranchScope;
    readonly actor?: Actor;
  },
): Promise<void> {
  const { tabletId, scope, actor } = wanted;
  const study = await findStudy(context.store, wanted.studyId);
  const ids = [...new Set(wanted.ids)];
  const note = {
    actor,
    action: 'cases.manage',
    target: `study:${study.id}`,
    detail: `${ids.length} given to ${tabletId === null ? 'any tablet' : `tablet ${tabletId}`}`,
  };
  await audited(context, note, async (store) => {
    const tablet = tabletId === null ? null : await store.tablets.find(tabletId);
    const isUsable =
      tablet?.studyId === study.id && tablet.revokedAt === null && scopeWithin(tablet.branches, scope);
    if (tabletId !== null && !isUsable)
      throw new WaymarkError(
        'NOT_FOUND',
        `There is no tablet "${tabletId}" in your branches.`,
        'Choose one from the list; a revoked tablet gets no work.',
      );
    const branchOf = new Map((await store.cases.list(study.id)).map(({ id, branch }) => [id, branch]));
    for (const id of ids) {
      const branch = branchOf.get(id);
      if (branch === undefined || !inScope(scope, branch))
        throw new WaymarkError('NOT_FOUND', `There is no case "${id}" in your branches.`);
      if (tablet && !inScope(tablet.branches, branch))
        throw new WaymarkError(
          'NOT_ALLOWED',
          `The tablet "${tablet.name}" does not work for branch "${branch}", where "${id}" is.`,
          'Choose a tablet of that branch.',
        );
    }
    await store.cases.assign(study.id, ids, tabletId);
  });
}
