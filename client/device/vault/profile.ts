import type { Profile } from '../device-schema.ts';
import { STRICT, type DeviceDatabase } from '../open-database.ts';
import { profileLabel } from './labels.ts';
import type { Vault } from './vault.ts';

/** The profile of whoever has unlocked the tablet; null if she was removed meanwhile. */
export async function readProfile(database: DeviceDatabase, vault: Vault): Promise<Profile | null> {
  const record = await database.get('enumerators', vault.enumeratorId);
  if (record === undefined) return null;
  return JSON.parse(vault.unbox(record.profile, profileLabel(record.id))) as Profile;
}

/** Remembers the branch of her last interview. */
export async function rememberBranch(database: DeviceDatabase, vault: Vault, branch: string): Promise<void> {
  const profile: Profile = { name: vault.name, branch };
  const box = vault.box(JSON.stringify(profile), profileLabel(vault.enumeratorId));
  const write = database.transaction('enumerators', 'readwrite', STRICT);
  const record = await write.store.get(vault.enumeratorId);
  if (record !== undefined) await write.store.put({ ...record, profile: box });
  await write.done;
}
