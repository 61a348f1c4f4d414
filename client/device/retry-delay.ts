const FIRST_MS = 5_000;
const LONGEST_MS = 15 * 60_000;

/**
 * How long to wait after the `attempts`-th failure in a row (1 = the first): 5 s, doubled each time,
 * at most 15 min, spread by ±50 % so that tablets coming back together do not all knock at once.
 * `random01` is uniform on [0, 1).
 */
export function retryDelayMs(attempts: number, random01: number): number {
  const doubled = FIRST_MS * 2 ** Math.max(0, attempts - 1);
  return Math.round(Math.min(doubled, LONGEST_MS) * (0.5 + random01));
}

/** No honest wait is longer; a `notBeforeMs` further ahead comes from a clock that was wrong. */
export const LONGEST_WAIT_MS = LONGEST_MS * 1.5;
