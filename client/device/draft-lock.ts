const lockName = (draftId: string) => `waymark-draft-${draftId}`;
const PREFIX = lockName('');

/** Releases a lock that was taken. */
export type Release = () => void;

/** Takes the lock of a draft, so that one tab owns it. Null if another tab has it. */
export function lockDraft(draftId: string, locks: LockManager = navigator.locks): Promise<Release | null> {
  return new Promise((resolve, reject) => {
    locks
      .request(lockName(draftId), { ifAvailable: true }, (lock) => {
        if (lock === null) {
          resolve(null);
          return;
        }
        return new Promise<void>((release) => {
          resolve(release);
        });
      })
      .catch(reject);
  });
}

/** True while an interview is open in any tab of this browser. */
export async function isAnyDraftLocked(locks: LockManager = navigator.locks): Promise<boolean> {
  const { held } = await locks.query();
  return (held ?? []).some((lock) => lock.name?.startsWith(PREFIX) === true);
}
