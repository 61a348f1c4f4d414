import { WaymarkError } from '../../../contracts/errors.ts';
import type { AttemptStore, Store } from '../../storage/port.ts';
import type { Clock } from '../clock.ts';
import { sha256 } from '../sha256.ts';
import { FORGET_AFTER_MS, SIGN_IN_LIMITS, waitAfter, type SignInLimit } from './sign-in-limits.ts';

/** Who tries to sign in, from where. */
export interface SignInAttempt {
  /** As typed; it need not be anybody's. */
  readonly email: string;
  readonly address: string;
}

/** Keys are hashed: what someone types into the e-mail field by mistake may be a password. */
function keyOf({ of }: SignInLimit, { email, address }: SignInAttempt): string {
  const account = email.trim().toLowerCase();
  const parts = { 'account-and-address': [account, address], address: [address], account: [account] }[of];
  return `${of} ${sha256(parts.join('\n'))}`;
}

/**
 * Counts an attempt before the password is looked at, so that many at once do not slip through; a right one is
 * taken back by `forgiveSignIn`. Unknown addresses count as known ones do.
 *
 * @throws WaymarkError TOO_MANY_ATTEMPTS while a wait lasts, saying how long; such attempts do not count
 */
export const countSignIn = (
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  attempt: SignInAttempt,
): Promise<void> =>
  store.transaction(async ({ attempts }) => {
    const now = clock();
    await attempts.forget(new Date(now.getTime() - FORGET_AFTER_MS).toISOString());
    const found = await Promise.all(SIGN_IN_LIMITS.map((limit) => attempts.find(keyOf(limit, attempt))));
    const waits = found.map((each) => Date.parse(each?.blockedUntil ?? '') - now.getTime());
    const wait = Math.max(0, ...waits.filter((ms) => ms > 0));
    if (wait > 0) throw tooMany(wait);
    for (const [index, limit] of SIGN_IN_LIMITS.entries()) {
      const failures = (found[index]?.failures ?? 0) + 1;
      await put(attempts, limit, attempt, failures, now);
    }
  });

/** After a right password: forgets the wrong ones for this account here, and takes back the count elsewhere. */
export const forgiveSignIn = (
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  attempt: SignInAttempt,
): Promise<void> =>
  store.transaction(async ({ attempts }) => {
    for (const limit of SIGN_IN_LIMITS) {
      const key = keyOf(limit, attempt);
      const failures = ((await attempts.find(key))?.failures ?? 1) - 1;
      if (limit.of === 'account-and-address' || failures <= 0) await attempts.clear(key);
      else await put(attempts, limit, attempt, failures, clock());
    }
  });

async function put(
  attempts: AttemptStore,
  limit: SignInLimit,
  attempt: SignInAttempt,
  failures: number,
  now: Date,
): Promise<void> {
  const wait = waitAfter(failures, limit);
  const blockedUntil = wait > 0 ? new Date(now.getTime() + wait).toISOString() : null;
  await attempts.put(keyOf(limit, attempt), { failures, blockedUntil }, now.toISOString());
}

function tooMany(waitMs: number): WaymarkError {
  const seconds = Math.ceil(waitMs / 1000);
  const wait = seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} seconds`;
  return new WaymarkError(
    'TOO_MANY_ATTEMPTS',
    'Too many wrong attempts to sign in.',
    `Wait ${wait}, then try again. If you have forgotten your password, your administrator can reset it.`,
  );
}
