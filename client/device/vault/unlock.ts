import type { EnumeratorRecord, Profile } from '../device-schema.ts';
import { STRICT, type DeviceDatabase } from '../open-database.ts';
import { createVault, unboxBytes } from './create-vault.ts';
import { deriveKey } from './derive-key.ts';
import { keyLabel, profileLabel } from './labels.ts';
import { pinWaitMs } from './pin-wait.ts';
import type { Vault } from './vault.ts';

export type UnlockOutcome =
  | { readonly kind: 'open'; readonly vault: Vault }
  /** `waitMs`: how long the next try has to wait. */
  | { readonly kind: 'wrong' | 'wait'; readonly waitMs: number };

/** The data key itself (32 bytes), and the record that it came from; or how long the next try has to wait. */
type KeyOutcome =
  | { readonly kind: 'open'; readonly key: Uint8Array; readonly record: EnumeratorRecord }
  | Exclude<UnlockOutcome, { readonly kind: 'open' }>;

/**
 * Opens one person's data key with her PIN. A wrong PIN costs a growing wait; nothing is ever wiped. The
 * try is counted before it is made, so that ending the app does not undo it.
 */
export async function openKey(
  database: DeviceDatabase,
  enumeratorId: string,
  pin: string,
  nowMs: number,
): Promise<KeyOutcome> {
  const counted = await countTry(database, enumeratorId, nowMs);
  if ('waitMs' in counted) return { kind: 'wait', waitMs: counted.waitMs };
  const { record } = counted;
  const wrapping = await deriveKey(pin, record.kdf);
  let key: Uint8Array;
  try {
    key = unboxBytes(wrapping, record.wrappedKey, keyLabel(record.id));
  } catch {
    return { kind: 'wrong', waitMs: pinWaitMs(record.failures) };
  }
  await putBack(database, { id: record.id, failures: 0, notBeforeMs: 0 });
  return { kind: 'open', key, record };
}

/** Unlocks the tablet for one person with her PIN: see `openKey`. */
export async function unlock(
  database: DeviceDatabase,
  enumeratorId: string,
  pin: string,
  nowMs: number,
): Promise<UnlockOutcome> {
  const outcome = await openKey(database, enumeratorId, pin, nowMs);
  if (outcome.kind !== 'open') return outcome;
  const { key, record } = outcome;
  const { name } = JSON.parse(
    createVault(record.id, '', key).unbox(record.profile, profileLabel(record.id)),
  ) as Profile;
  return { kind: 'open', vault: createVault(record.id, name, key) };
}

async function countTry(
  database: DeviceDatabase,
  id: string,
  nowMs: number,
): Promise<{ readonly record: EnumeratorRecord } | { readonly waitMs: number }> {
  const write = database.transaction('enumerators', 'readwrite', STRICT);
  const record = await write.store.get(id);
  if (record === undefined) throw new Error('This person is not on this tablet any more.');
  const waitMs = record.notBeforeMs - nowMs;
  const longestMs = pinWaitMs(record.failures);
  if (waitMs > longestMs) {
    // The clock was set back: the wait begins again, or it would last until the wrong time comes.
    await write.store.put({ ...record, notBeforeMs: nowMs + longestMs });
    await write.done;
    if (longestMs > 0) return { waitMs: longestMs };
    return countTry(database, id, nowMs);
  }
  if (waitMs > 0) return { waitMs };
  const failures = record.failures + 1;
  const counted = { ...record, failures, notBeforeMs: nowMs + pinWaitMs(failures) };
  await write.store.put(counted);
  await write.done;
  return { record: counted };
}

async function putBack(
  database: DeviceDatabase,
  change: Pick<EnumeratorRecord, 'id' | 'failures' | 'notBeforeMs'>,
): Promise<void> {
  const write = database.transaction('enumerators', 'readwrite', STRICT);
  const record = await write.store.get(change.id);
  if (record !== undefined) await write.store.put({ ...record, ...change });
  await write.done;
}
