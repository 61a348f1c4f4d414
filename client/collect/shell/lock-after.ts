const STORED = 'waymark.lockAfterMinutes';

/** Minutes without a touch after which the tablet can be set to lock. */
export const LOCK_AFTER_MINUTES = [1, 5, 15, 30] as const;
const DEFAULT_MINUTES = 5;

/** After how many idle minutes this tablet locks. */
export function readLockAfterMinutes(): number {
  const stored = Number(localStorage.getItem(STORED));
  return LOCK_AFTER_MINUTES.find((minutes) => minutes === stored) ?? DEFAULT_MINUTES;
}

export const readLockAfterMs = (): number => readLockAfterMinutes() * 60_000;

export function storeLockAfterMinutes(minutes: number): void {
  localStorage.setItem(STORED, String(minutes));
}
