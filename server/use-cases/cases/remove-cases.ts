import type { CaseRemoveResult } from '../../../contracts/case-list.ts';
import { WaymarkError } from '../../../contracts/errors.ts';
import type { BranchScope } from '../../../contracts/roles.ts';
import type { StoreInTransaction } from '../../storage/port.ts';
import type { Actor } from '../audit/actor.ts';
import { audited } from '../audit/audited.ts';
import type { Context } from '../context.ts';
import { findStudy } from '../find-study.ts';
import { inScope } from '../in-scope.ts';

interface ChosenCases {
  readonly studyId: string;
  readonly ids: readonly string[];
  readonly scope: BranchScope;
  readonly actor?: Actor;
}

/**
 * Takes wrong entries off the respondent list, all or none of them. One that nothing was delivered of is removed
 * with its contact; one that records belong to stays, closed with the reason, so that they keep what they are about.
 *
 * @throws WaymarkError NOT_FOUND for a study or case that is not there or outside the person's branches
 */
export async function removeCases(
  context: Context,
  { reason, ...chosen }: ChosenCases & { readonly reason: string },
): Promise<CaseRemoveResult> {
  const study = await findStudy(context.store, chosen.studyId);
  const note = ({ removed, closed }: CaseRemoveResult) => ({
    actor: chosen.actor,
    action: 'cases.manage',
    target: `study:${study.id}`,
    detail: `${removed} removed, ${closed} closed: ${reason}`,
  });
  return audited(context, note, async (store) => {
    const ids = await findChosen(store, study.id, chosen);
    const used = await store.cases.withRecords(study.id, ids);
    const unused = ids.filter((id) => !used.has(id));
    await store.cases.remove(study.id, unused);
    await store.cases.close(study.id, [...used], reason);
    return { removed: unused.length, closed: used.size };
  });
}

/** Opens closed entries again, all or none of them. Throws as `removeCases`. */
export async function reopenCases(context: Context, chosen: ChosenCases): Promise<void> {
  const study = await findStudy(context.store, chosen.studyId);
  const note = {
    actor: chosen.actor,
    action: 'cases.manage',
    target: `study:${study.id}`,
    detail: `${chosen.ids.length} opened again`,
  };
  await audited(context, note, async (store) => {
    await store.cases.close(study.id, await findChosen(store, study.id, chosen), null);
  });
}

async function findChosen(
  store: StoreInTransaction,
  studyId: string,
  { ids, scope }: ChosenCases,
): Promise<string[]> {
  const branchOf = new Map((await store.cases.list(studyId)).map(({ id, branch }) => [id, branch]));
  return [...new Set(ids)].map((id) => {
    const branch = branchOf.get(id);
    if (branch !== undefined && inScope(scope, branch)) return id;
    throw new WaymarkError(
      'NOT_FOUND',
      `There is no case "${id}" in your branches.`,
      'Look at the list again: it may have been removed meanwhile.',
    );
  });
}
