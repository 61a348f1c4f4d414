const lockName = (draftId: string) => `waymark-draft-${draftId}`;
const PREFIX = lockName('');

/** Longer than the browser takes to pass on a lock that this very tab has just released. */
const PATIENCE_MS = 500;

/** Releases a lock that was taken. */
export type Release = () => void;

/** Takes the lock of a draft, so that one tab owns it. Null if another tab has it and keeps it. */
export function lockDraft(draftId: string, locks: LockManager = navigator.locks): Promise<Release | null> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const hold = () => new Promise<void>((release) => resolve(release));
    locks.request(lockName(draftId), { signal }, hold).catch((error: unknown) => {
      if (signal.aborted) resolve(null);
      else reject(error instanceof Error ? error : new Error(String(error)));
    });
  });
}

/** Drafts that are open in any tab of this browser. */
export async function lockedDrafts(locks: LockManager = navigator.locks): Promise<ReadonlySet<string>> {
  const { held } = await locks.query();
  const names = (held ?? []).flatMap(({ name }) => (name?.startsWith(PREFIX) === true ? name : []));
  return new Set(names.map((name) => name.slice(PREFIX.length)));
}

/** True while an interview is open in any tab of this browser. */
export const isAnyDraftLocked = async (locks: LockManager = navigator.locks): Promise<boolean> =>
  (await lockedDrafts(locks)).size > 0;
