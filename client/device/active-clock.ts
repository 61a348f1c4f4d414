/** Counts the time an interview was open and visible. */
export interface ActiveClock {
  readonly activeMs: () => number;
  readonly pause: () => void;
  readonly resume: () => void;
}

/** Starts at `startMs`; `monotonicNow` must never run backwards (`performance.now`). */
export function startActiveClock(startMs: number, monotonicNow = () => performance.now()): ActiveClock {
  let countedMs = startMs;
  let runningSince: number | null = monotonicNow();
  const activeMs = () => countedMs + (runningSince === null ? 0 : monotonicNow() - runningSince);
  return {
    activeMs,
    pause() {
      countedMs = activeMs();
      runningSince = null;
    },
    resume() {
      runningSince ??= monotonicNow();
    },
  };
}
