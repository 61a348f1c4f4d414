import { changedDrafts, copyDraft, endCopies } from './copy-drafts.ts';
import { lockedDrafts } from './draft-lock.ts';
import { isCalm, type LastLook } from './is-calm.ts';
import { LONGEST_WAIT_MS, retryDelayMs } from './retry-delay.ts';
import type { Problem } from './send-record.ts';
import type { SyncWorld } from './sync-world.ts';

export interface Copying {
  /** Looks whether a draft is to be copied, and does it. Done when that is. Never rejects. */
  readonly look: () => Promise<void>;
  /** The same where the app is put aside: an interview that is open is copied too. */
  readonly leave: () => Promise<void>;
  /** It need not wait any longer after what failed. */
  readonly networkIsBack: () => void;
  readonly stop: () => void;
}

/**
 * Leaves copies of unfinished interviews on the server, whenever it is asked to look. One tab at a time does
 * it. After a failure it waits, longer each time, or until the network is back.
 *
 * @param onChange something was confirmed
 */
export function startCopying(
  world: Pick<SyncWorld, 'database' | 'fetch' | 'nowMs' | 'random01'>,
  onChange: () => void,
  locks: LockManager = navigator.locks,
): Copying {
  const looks = new Map<string, LastLook>();
  /** Steps at which the server refused a draft: not offered again before it has changed. */
  const refused = new Map<string, number>();
  let failures = 0;
  let notBeforeMs = 0;
  let stopped = false;

  async function copyCalm(isLeaving: boolean, nowMs: number): Promise<Problem | null> {
    const changed = await changedDrafts(world.database);
    const open = changed.length === 0 ? new Set<string>() : await lockedDrafts(locks);
    for (const { id, steps } of changed) {
      const last = looks.get(id);
      if (last?.steps !== steps) looks.set(id, { steps, atMs: nowMs });
      const isOpen = open.has(id) && !isLeaving;
      if (refused.get(id) === steps || !isCalm({ steps, isOpen }, last, nowMs)) continue;
      const outcome = await copyDraft(world, id);
      if (outcome.kind === 'confirmed') onChange();
      if (outcome.kind !== 'problem') continue;
      if (outcome.code !== 'refused') return outcome;
      refused.set(id, steps);
    }
    return null;
  }

  async function pass(isLeaving: boolean): Promise<void> {
    const nowMs = world.nowMs();
    if (stopped || (nowMs < notBeforeMs && notBeforeMs - nowMs <= LONGEST_WAIT_MS)) return;
    const problem = (await copyCalm(isLeaving, nowMs)) ?? (await endCopies(world));
    failures = problem === null ? 0 : failures + 1;
    notBeforeMs = problem === null ? 0 : nowMs + retryDelayMs(failures, world.random01());
  }

  const run = (isLeaving: boolean): Promise<void> =>
    // Storage that fails here fails every other screen loudly; the next look tries again.
    locks.request('waymark-copies', () => pass(isLeaving)).catch(() => undefined);

  return {
    look: () => run(false),
    leave: () => run(true),
    networkIsBack() {
      notBeforeMs = 0;
    },
    stop() {
      stopped = true;
    },
  };
}
