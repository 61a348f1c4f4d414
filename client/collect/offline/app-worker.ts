import { isAnyDraftLocked } from '../../device/draft-lock.ts';

const CHECK_EVERY_MS = 60 * 60_000;

export type WorkerState = 'unsupported' | 'preparing' | 'active' | 'failed';

export interface AppWorker {
  /** Swaps to the version that waits, and reloads. False if an interview is open in any tab. */
  readonly applyUpdate: () => Promise<boolean>;
  readonly stop: () => void;
}

interface WorkerReport {
  readonly state: WorkerState;
  readonly updateWaiting: boolean;
}

const readReport = ({ active, waiting }: ServiceWorkerRegistration): WorkerReport => ({
  state: active === null ? 'preparing' : 'active',
  updateWaiting: active !== null && waiting !== null,
});

/**
 * Registers the service worker and reports how it stands. A new version waits until `applyUpdate`;
 * until then the old one, with all its files, goes on serving this app.
 */
export function startAppWorker(onReport: (report: WorkerReport) => void): AppWorker {
  if (!('serviceWorker' in navigator)) {
    onReport({ state: 'unsupported', updateWaiting: false });
    return { applyUpdate: () => Promise.resolve(false), stop: () => undefined };
  }
  const { serviceWorker } = navigator;
  const stopped = new AbortController();
  const { signal } = stopped;
  const hadController = serviceWorker.controller !== null;
  let registration: ServiceWorkerRegistration | null = null;

  async function reloadUnlessInterviewing() {
    // The first worker of all takes over a page that is already right.
    if (hadController && !(await isAnyDraftLocked())) location.reload();
  }
  serviceWorker.addEventListener('controllerchange', () => void reloadUnlessInterviewing(), { signal });

  async function register() {
    const registered = await serviceWorker.register('/sw.js');
    if (signal.aborted) return;
    registration = registered;
    const report = () => {
      if (!signal.aborted) onReport(readReport(registered));
    };
    const watch = (worker: ServiceWorker | null) => {
      worker?.addEventListener('statechange', report, { signal });
    };
    watch(registered.installing);
    registered.addEventListener(
      'updatefound',
      () => {
        watch(registered.installing);
      },
      { signal },
    );
    report();
  }
  register().catch(() => {
    // Offline with a worker from before is the normal case in the field, not a failure.
    if (!signal.aborted) onReport({ state: hadController ? 'active' : 'failed', updateWaiting: false });
  });

  const timer = setInterval(() => {
    registration?.update().catch(() => undefined);
  }, CHECK_EVERY_MS);
  return {
    async applyUpdate() {
      if (await isAnyDraftLocked()) return false;
      registration?.waiting?.postMessage({ type: 'SKIP_WAITING' });
      return true;
    },
    stop() {
      clearInterval(timer);
      stopped.abort();
    },
  };
}
