/** Tries that cost nothing: a slip of the finger. */
const FREE_TRIES = 3;
const FIRST_WAIT_MS = 5_000;
const LONGEST_PIN_WAIT_MS = 15 * 60_000;

/** How long no PIN is tried after so many wrong ones in a row. It grows threefold, and never wipes anything. */
export const pinWaitMs = (failures: number): number =>
  failures < FREE_TRIES ? 0 : Math.min(LONGEST_PIN_WAIT_MS, FIRST_WAIT_MS * 3 ** (failures - FREE_TRIES));
