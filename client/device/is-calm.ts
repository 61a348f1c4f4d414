/** An open interview in which nothing was recorded for so long is copied, even though it is still on the screen. */
const STILL_MS = 25_000;

/** How far a draft was when it was looked at first without having changed since. */
export interface LastLook {
  readonly steps: number;
  /** Device clock, ms. */
  readonly atMs: number;
}

/**
 * Whether a draft that has changed may be copied now: always where nobody is at work on it; else once it has been
 * still for a while, so that a copy never falls between two taps.
 */
export const isCalm = (
  draft: { readonly steps: number; readonly isOpen: boolean },
  last: LastLook | undefined,
  nowMs: number,
): boolean =>
  !draft.isOpen ||
  // A clock that was set back in between says nothing of how long it was: then rather once too often.
  (last?.steps === draft.steps && Math.abs(nowMs - last.atMs) >= STILL_MS);
