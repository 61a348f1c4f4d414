/** How wrong sign-ins under one kind of key slow down the next ones. */
export interface SignInLimit {
  readonly of: 'account-and-address' | 'address' | 'account';
  /** Wrong attempts without any wait. */
  readonly free: number;
  readonly firstWaitMs: number;
  /** The wait doubles with each further wrong attempt, up to this: nobody is locked out for ever. */
  readonly longestWaitMs: number;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/** Wrong attempts are forgotten after a right one, and when none came for this long. */
export const FORGET_AFTER_MS = 24 * 60 * MINUTE_MS;

/**
 * - one account from one address: someone guessing one password;
 * - one address: someone trying one password on many accounts (an office may share an address, so it has more);
 * - one account from many addresses: a short wait only, so that nobody can keep its owner out.
 */
export const SIGN_IN_LIMITS: readonly SignInLimit[] = [
  { of: 'account-and-address', free: 5, firstWaitMs: 15 * SECOND_MS, longestWaitMs: 15 * MINUTE_MS },
  { of: 'address', free: 50, firstWaitMs: 15 * SECOND_MS, longestWaitMs: 15 * MINUTE_MS },
  { of: 'account', free: 100, firstWaitMs: 5 * SECOND_MS, longestWaitMs: MINUTE_MS },
];

/** Milliseconds to wait after so many wrong attempts in a row. */
export const waitAfter = (
  failures: number,
  { free, firstWaitMs, longestWaitMs }: Omit<SignInLimit, 'of'>,
): number =>
  failures < free ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures - free, 30));
