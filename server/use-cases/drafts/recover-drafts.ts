import type { TabletDrafts } from '../../../contracts/draft-copy.ts';
import { WaymarkError } from '../../../contracts/errors.ts';
import type { BranchScope } from '../../../contracts/roles.ts';
import type { TabletRecord } from '../../storage/port.ts';
import type { TakeDelivery } from '../accept-submission.ts';
import type { Actor } from '../audit/actor.ts';
import { audited } from '../audit/audited.ts';
import type { Context } from '../context.ts';
import { scopeWithin } from '../in-scope.ts';
import { isQuiet } from '../is-quiet.ts';

type Looking = Pick<Context, 'store' | 'clock'>;

const lossOf = (tablet: TabletRecord, now: Date): TabletDrafts['lost'] =>
  tablet.revokedAt !== null ? 'revoked' : isQuiet(tablet, now) ? 'quiet' : null;

/** Tablets of the reader's branches with copies of unfinished interviews: how many, how large, how old. */
export async function listTabletDrafts(
  { store, clock }: Looking,
  scope: BranchScope,
): Promise<TabletDrafts[]> {
  const tablets = new Map((await store.tablets.list()).map((tablet) => [tablet.id, tablet]));
  const now = clock();
  return (await store.draftCopies.counts()).flatMap((count) => {
    const tablet = tablets.get(count.tabletId);
    if (!tablet || !scopeWithin(tablet.branches, scope)) return [];
    return [{ ...count, tabletName: tablet.name, lost: lossOf(tablet, now) }];
  });
}

/**
 * Files the copies that a lost tablet has left, as if its backup had been imported: each as an unfinished
 * interview that was recovered, set aside in its own branch and never counted. If the tablet turns up, what is
 * finished on it then is taken as always. Cut off, it can be done again: what was filed is known by its hash.
 *
 * @param take the way of every record from a tablet
 * @returns how many were filed
 * @throws WaymarkError NOT_FOUND, also for a tablet outside the person's branches; NOT_ALLOWED while it is in use
 */
export async function recoverDrafts(
  context: Context,
  take: TakeDelivery,
  wanted: { readonly tabletId: string; readonly scope: BranchScope; readonly actor?: Actor },
): Promise<number> {
  const { store, clock } = context;
  const { tabletId, scope, actor } = wanted;
  const tablet = await store.tablets.find(tabletId);
  if (!tablet || !scopeWithin(tablet.branches, scope))
    throw new WaymarkError('NOT_FOUND', `There is no tablet "${tabletId}" in your branches.`);
  if (lossOf(tablet, clock()) === null)
    throw new WaymarkError(
      'NOT_ALLOWED',
      `The tablet "${tablet.name}" is in use, and its unfinished interviews are on it.`,
      'If it is lost, have it revoked; or wait until it has not been heard of for two days.',
    );
  const copies = await store.draftCopies.ofTablet(tabletId);
  if (copies.length === 0) return 0;
  for (const { id, hash, content } of copies) await take(id, { hash, payload: content }, tablet);
  const note = {
    ...{ actor, action: 'drafts.recover', target: `tablet:${tabletId}` },
    detail: `${tablet.name}: ${copies.length} unfinished interviews`,
  };
  await audited(context, note, async (inner) => {
    for (const copy of copies) await inner.draftCopies.end(copy, 'recovered');
    // Its records came from here, not from the tablet: it is as quiet as before.
    await inner.tablets.wasNotSeen(tabletId, tablet.lastSeenAt);
  });
  return copies.length;
}
