import type { SealingKey } from '../../contracts/sealing.ts';
import type { OutboxRecord, SentRecord } from './device-schema.ts';
import { STRICT, type DeviceDatabase } from './open-database.ts';
import { readSealingKey } from './read-sealing-key.ts';
import { isSealed, sealText } from './seal-text.ts';
import { sha256Hex } from './sha256-hex.ts';

/**
 * Seals what is finished but lies open: from an older version, or finished before the tablet knew the
 * institution's key. The server knows an interview again that it was sent open before. Run it under the
 * lock of syncing, so that no record is on its way meanwhile.
 */
export async function sealPlainRecords(database: DeviceDatabase): Promise<void> {
  const key = await readSealingKey(database);
  if (key === null) return;
  await sealPlainPhotos(database, key);
  for (const store of ['outbox', 'sent'] as const) {
    for (const { id, hash, payload } of await database.getAll(store)) {
      // What is damaged is no text, or not JSON: it stays as it is.
      if (typeof payload !== 'string' || isSealed(payload)) continue;
      const sealed = await sealText(payload, key);
      await replace(database, store, id, { before: hash, hash: await sha256Hex(sealed), payload: sealed });
    }
  }
}

/** The same for photos; their own hash is over the picture and stays. */
async function sealPlainPhotos(database: DeviceDatabase, key: SealingKey): Promise<void> {
  for (const photo of await database.getAll('attachments')) {
    if (isSealed(photo.payload)) continue;
    const payload = await sealText(photo.payload, key);
    const sealed = { ...photo, payload, payloadHash: await sha256Hex(payload) };
    const write = database.transaction('attachments', 'readwrite', STRICT);
    const there = await write.store.get([photo.interviewId, photo.hash]);
    if (there?.payloadHash === photo.payloadHash) await write.store.put({ ...sealed, sent: there.sent });
    await write.done;
  }
}

async function replace(
  database: DeviceDatabase,
  store: 'outbox' | 'sent',
  id: string,
  { before, hash, payload }: { readonly before: string; readonly hash: string; readonly payload: string },
): Promise<void> {
  const write = database.transaction(store, 'readwrite', STRICT);
  const record = await write.store.get(id);
  if (record?.hash === before) await write.store.put(withoutBranch({ ...record, hash, payload }));
  await write.done;
}

/** Records of an older version carry the name of their branch in the clear. */
function withoutBranch<T extends OutboxRecord | SentRecord>(record: T): T {
  const bare: T & { branch?: string } = { ...record };
  delete bare.branch;
  return bare;
}
