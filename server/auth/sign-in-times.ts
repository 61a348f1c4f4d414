const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** How long a session lasts, in seconds. `docs/security/people.md` tells people; a test compares the two. */
export const SESSION = {
  /** Without a request for this long, it ends. */
  idleSeconds: 2 * HOUR,
  /** How often its end is moved along while it is used. */
  renewSeconds: 5 * MINUTE,
  /** It ends this long after sign-in, used or not: a long working day. */
  longestSeconds: 12 * HOUR,
} as const;

export const SECOND_FACTOR_LIMITS = {
  /** Time between the password and the code. */
  challengeSeconds: 10 * MINUTE,
  /** Wrong codes in a row, after which codes are refused for a while. */
  wrongCodes: 10,
  pauseSeconds: 15 * MINUTE,
  /** Codes from one address, right or wrong: `max` within `window` seconds. */
  perAddress: { window: 60, max: 30 },
};

/** Codes for someone whose phone is lost: how many, and of how many characters. Each works once. */
export const BACKUP_CODES = { amount: 10, length: 10 };
