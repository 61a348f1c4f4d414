import { STRICT, type DeviceDatabase } from '../open-database.ts';
import { boxBytes } from './create-vault.ts';
import { deriveKey, KDF } from './derive-key.ts';
import { keyLabel } from './labels.ts';
import { openKey } from './unlock.ts';

const SALT_BYTES = 16;

export type ChangePinOutcome =
  | { readonly kind: 'changed' }
  /** Of the old PIN. `waitMs`: how long the next try has to wait. */
  | { readonly kind: 'wrong' | 'wait'; readonly waitMs: number };

/**
 * Wraps a person's data key with a new PIN or passphrase. The old one is needed and counted as at
 * unlocking. The key stays, and so do her drafts and the escrow. One write puts the new wrapping in the place
 * of the old: ended at any moment, exactly one of the two PINs opens.
 *
 * @param kdf how hard a guess at the new PIN is to be
 */
export async function changePin(
  database: DeviceDatabase,
  enumeratorId: string,
  pins: { readonly old: string; readonly next: string },
  nowMs: number,
  kdf = KDF,
): Promise<ChangePinOutcome> {
  const outcome = await openKey(database, enumeratorId, pins.old, nowMs);
  if (outcome.kind !== 'open') return outcome;
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const wrapping = await deriveKey(pins.next, { ...kdf, salt });
  const wrappedKey = boxBytes(wrapping, outcome.key, keyLabel(enumeratorId));
  const write = database.transaction('enumerators', 'readwrite', STRICT);
  const latest = await write.store.get(enumeratorId);
  if (latest === undefined) throw new Error('This person is not on this tablet any more.');
  await write.store.put({ ...latest, kdf: { ...kdf, salt }, wrappedKey });
  await write.done;
  return { kind: 'changed' };
}
