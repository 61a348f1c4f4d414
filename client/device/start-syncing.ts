import { ifNobodyIsIn } from './presence.ts';
import { retryDelayMs } from './retry-delay.ts';
import type { SyncWorld } from './sync-world.ts';
import { syncOutbox, type SyncScope } from './sync.ts';

const EVERY_MS = 30_000;

export interface Syncing {
  /** Runs once more, after the run that may be under way. Done when that run is. */
  readonly sync: (scope: SyncScope) => Promise<void>;
  readonly stop: () => void;
}

/**
 * Syncs at start, when the network comes back, when the app is looked at again, and every half minute for what is
 * due; sooner where the last run had no answer. A browser does not say when a network that it was connected to all the
 * while begins to work: the first answer after runs without one counts as that. One tab at a time does it. `onChange`
 * is called before and after each run.
 */
export function startSyncing(
  world: SyncWorld,
  onChange: (running: boolean) => void,
  locks: LockManager = navigator.locks,
): Syncing {
  let last: Promise<void> = Promise.resolve();
  /** Runs in a row. */
  let unanswered = 0;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const whileUnused = (work: () => Promise<void>) => ifNobodyIsIn(work, locks);

  async function run(scope: SyncScope): Promise<void> {
    clearTimeout(timer);
    onChange(true);
    try {
      const isAnswered = await locks.request('waymark-sync', () =>
        syncOutbox({ ...world, whileUnused }, scope),
      );
      // What failed for want of a network need not wait any longer.
      if (isAnswered && unanswered > 0 && scope === 'due') quietly('waiting');
      unanswered = isAnswered ? 0 : unanswered + 1;
    } finally {
      onChange(false);
      lookAgain();
    }
  }

  function lookAgain(): void {
    if (stopped) return;
    const soonMs = unanswered === 0 ? EVERY_MS : retryDelayMs(unanswered, world.random01());
    timer = setTimeout(
      () => {
        quietly('due');
      },
      Math.min(soonMs, EVERY_MS),
    );
  }

  function sync(scope: SyncScope): Promise<void> {
    const thisRun = last.then(() => run(scope));
    // A run that failed must not stop the next one; whoever asked for it hears of it.
    last = thisRun.catch(() => undefined);
    return thisRun;
  }

  function quietly(scope: SyncScope): void {
    if (stopped) return;
    // Storage failing here fails every other screen loudly too; the next run tries again.
    sync(scope).catch(() => undefined);
  }
  const onOnline = () => {
    quietly('waiting');
  };
  const onVisible = () => {
    if (document.visibilityState === 'visible') quietly('due');
  };
  window.addEventListener('online', onOnline);
  document.addEventListener('visibilitychange', onVisible);
  quietly('waiting');
  return {
    sync,
    stop() {
      stopped = true;
      clearTimeout(timer);
      window.removeEventListener('online', onOnline);
      document.removeEventListener('visibilitychange', onVisible);
    },
  };
}
