import type { Tablet } from '../../contracts/api.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import type { BranchScope } from '../../contracts/roles.ts';
import type { TabletRecord } from '../storage/port.ts';
import type { Actor } from './audit/actor.ts';
import { audited } from './audit/audited.ts';
import type { Context } from './context.ts';
import { scopeWithin } from './in-scope.ts';

/** Tablets whose branches all lie within the reader's. */
export async function listTablets({ store }: Context, scope: BranchScope): Promise<Tablet[]> {
  const [tablets, heartbeats] = await Promise.all([store.tablets.list(), store.supervision.heartbeats()]);
  return tablets
    .filter(({ branches }) => scopeWithin(branches, scope))
    .map((tablet) => ({ ...tablet, heartbeat: heartbeats.get(tablet.id) ?? null }));
}

const SEEN_EVERY_MS = 60_000;

/** Notes that a tablet was heard of now, at most once a minute. */
export async function noteTabletSeen({ store, clock }: Context, tablet: TabletRecord): Promise<void> {
  const now = clock();
  const last = tablet.lastSeenAt === null ? -Infinity : Date.parse(tablet.lastSeenAt);
  if (now.getTime() - last >= SEEN_EVERY_MS) await store.tablets.markSeen(tablet.id, now.toISOString());
}

/** @throws WaymarkError NOT_FOUND, also for a tablet outside the person's branches */
async function findOwn({ store }: Context, tabletId: string, scope: BranchScope): Promise<TabletRecord> {
  const tablet = await store.tablets.find(tabletId);
  if (!tablet || !scopeWithin(tablet.branches, scope))
    throw new WaymarkError('NOT_FOUND', `There is no tablet "${tabletId}" in your branches.`);
  return tablet;
}

/**
 * Gives a tablet another name. It hears of it at its next sync.
 *
 * @throws WaymarkError NOT_FOUND, also for a tablet outside the person's branches
 */
export async function renameTablet(
  context: Context,
  wanted: { readonly id: string; readonly name: string },
  scope: BranchScope,
  actor?: Actor,
): Promise<void> {
  const before = await findOwn(context, wanted.id, scope);
  const detail = `${before.name} → ${wanted.name}`;
  const note = { actor, action: 'tablets.rename', target: `tablet:${wanted.id}`, detail };
  await audited(context, note, (inner) => inner.tablets.rename(wanted.id, wanted.name));
}

/**
 * Revokes a tablet: what it sends from now on goes into quarantine, and nothing it holds is lost.
 *
 * @throws WaymarkError NOT_FOUND, also for a tablet outside the person's branches
 */
export async function revokeTablet(
  context: Context,
  tabletId: string,
  scope: BranchScope,
  actor?: Actor,
): Promise<void> {
  const { clock } = context;
  const tablet = await findOwn(context, tabletId, scope);
  const note = { actor, action: 'tablets.revoke', target: `tablet:${tabletId}`, detail: tablet.name };
  await audited(context, note, (inner) => inner.tablets.revoke(tabletId, clock().toISOString()));
}
