import { ifNobodyIsIn } from './presence.ts';
import type { SyncWorld } from './sync-world.ts';
import { syncOutbox, type SyncScope } from './sync.ts';

const EVERY_MS = 30_000;

export interface Syncing {
  /** Runs once more, after the run that may be under way. Done when that run is. */
  readonly sync: (scope: SyncScope) => Promise<void>;
  readonly stop: () => void;
}

/**
 * Syncs at start, when the network comes back, when the app is looked at again, and every half
 * minute for what is due. One tab at a time does it. `onChange` is called before and after each run.
 */
export function startSyncing(
  world: SyncWorld,
  onChange: (running: boolean) => void,
  locks: LockManager = navigator.locks,
): Syncing {
  let last: Promise<void> = Promise.resolve();
  const whileUnused = (work: () => Promise<void>) => ifNobodyIsIn(work, locks);

  function sync(scope: SyncScope): Promise<void> {
    last = last.then(async () => {
      onChange(true);
      try {
        await locks.request('waymark-sync', () => syncOutbox({ ...world, whileUnused }, scope));
      } finally {
        onChange(false);
      }
    });
    const thisRun = last;
    // A run that failed must not stop the next one; whoever asked for it hears of it.
    last = last.catch(() => undefined);
    return thisRun;
  }

  const quietly = (scope: SyncScope) => {
    // Storage failing here fails every other screen loudly too; the next run tries again.
    sync(scope).catch(() => undefined);
  };
  const onOnline = () => {
    quietly('waiting');
  };
  const onVisible = () => {
    if (document.visibilityState === 'visible') quietly('due');
  };
  const timer = setInterval(() => {
    quietly('due');
  }, EVERY_MS);
  window.addEventListener('online', onOnline);
  document.addEventListener('visibilitychange', onVisible);
  quietly('waiting');
  return {
    sync,
    stop() {
      clearInterval(timer);
      window.removeEventListener('online', onOnline);
      document.removeEventListener('visibilitychange', onVisible);
    },
  };
}
