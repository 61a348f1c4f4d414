import type { Escrow } from '../../../contracts/sealing.ts';
import { STRICT, type DeviceDatabase } from '../open-database.ts';
import { readSealingKey } from '../read-sealing-key.ts';
import { sealText } from '../seal-text.ts';
import type { Vault } from './vault.ts';

/**
 * Seals a person's data key to the institution, so that a forgotten PIN loses nothing: the office can
 * recover her drafts from a backup. Does nothing where that is done, or the institution's key is not known.
 */
export async function escrowKey(database: DeviceDatabase, vault: Vault): Promise<void> {
  const [key, record] = await Promise.all([
    readSealingKey(database),
    database.get('enumerators', vault.enumeratorId),
  ]);
  if (key === null || record === undefined || record.escrow?.kid === key.kid) return;
  const content: Escrow = { enumeratorId: vault.enumeratorId, key: vault.exportKey() };
  const sealed = await sealText(JSON.stringify(content), key);
  const write = database.transaction('enumerators', 'readwrite', STRICT);
  const latest = await write.store.get(vault.enumeratorId);
  if (latest !== undefined) await write.store.put({ ...latest, escrow: { kid: key.kid, sealed } });
  await write.done;
}
