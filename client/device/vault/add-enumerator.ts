import type { EnumeratorRecord, Profile } from '../device-schema.ts';
import { STRICT, type DeviceDatabase } from '../open-database.ts';
import { boxBytes, createVault } from './create-vault.ts';
import { deriveKey, KDF } from './derive-key.ts';
import { keyLabel, profileLabel } from './labels.ts';
import type { Vault } from './vault.ts';

const KEY_BYTES = 32;
const SALT_BYTES = 16;

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => new Intl.Segmenter().segment(word).containing(0)?.segment ?? '')
    .slice(0, 3)
    .join('')
    .toUpperCase();

/**
 * Adds a person with a fresh data key, which her PIN or passphrase wraps, and unlocks the tablet for her.
 *
 * @param kdf how hard a guess at the PIN is to be
 */
export async function addEnumerator(
  database: DeviceDatabase,
  person: { readonly name: string; readonly pin: string },
  kdf = KDF,
): Promise<Vault> {
  const id = crypto.randomUUID();
  const key = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const vault = createVault(id, person.name, key);
  const profile: Profile = { name: person.name, branch: '' };
  const wrapping = await deriveKey(person.pin, { ...kdf, salt });
  const record: Omit<EnumeratorRecord, 'number'> = {
    id,
    initials: initialsOf(person.name),
    kdf: { ...kdf, salt },
    wrappedKey: boxBytes(wrapping, key, keyLabel(id)),
    profile: vault.box(JSON.stringify(profile), profileLabel(id)),
    escrow: null,
    failures: 0,
    notBeforeMs: 0,
  };
  const write = database.transaction('enumerators', 'readwrite', STRICT);
  const others = await write.store.getAll();
  const number = Math.max(0, ...others.map((other) => other.number)) + 1;
  await write.store.add({ ...record, number });
  await write.done;
  return vault;
}
