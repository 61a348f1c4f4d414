const PRESENCE = 'waymark-unlocked';

/** Says that someone is working on this tablet, until the function that it gives is called. */
export function enterTablet(locks: LockManager = navigator.locks): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const hold = () => new Promise<void>((leave) => resolve(leave));
    locks.request(PRESENCE, { mode: 'shared' }, hold).catch(reject);
  });
}

/** Does the work only if nobody has the tablet unlocked in any tab; nobody can unlock it meanwhile. */
export async function ifNobodyIsIn(work: () => Promise<void>, locks: LockManager): Promise<void> {
  await locks.request(PRESENCE, { ifAvailable: true }, (lock) => (lock === null ? undefined : work()));
}
