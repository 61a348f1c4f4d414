import type { DiscardCount, DiscardReason } from './device-schema.ts';
import { journalRange } from './journal-range.ts';
import { STRICT, type DeviceDatabase } from './open-database.ts';
import { photoRange } from './photo-range.ts';
import type { Vault } from './vault/vault.ts';

/**
 * Throws an unfinished interview away, for good, and counts that under its reason: one transaction. What
 * is finished is in other stores, which this does not touch. Hold the draft's lock, with nothing of its
 * journal still being written. Rejects where this person has no draft of that id.
 */
export async function discardDraft(
  database: DeviceDatabase,
  vault: Vault,
  id: string,
  reason: DiscardReason,
): Promise<void> {
  const write = database.transaction(['drafts', 'journal', 'photos', 'discards'], 'readwrite', STRICT);
  const draft = await write.objectStore('drafts').get(id);
  if (draft?.owner !== vault.enumeratorId) {
    write.abort();
    await write.done.catch(() => undefined);
    throw new Error(`There is no draft ${id} of this person.`);
  }
  const discards = write.objectStore('discards');
  const count = ((await discards.get(reason))?.count ?? 0) + 1;
  const counted: DiscardCount = { reason, count };
  await Promise.all([
    write.objectStore('journal').delete(journalRange(id)),
    write.objectStore('photos').delete(photoRange(id)),
    write.objectStore('drafts').delete(id),
    discards.put(counted),
    write.done,
  ]);
}

/** How many interviews were discarded on this tablet so far. */
export async function countDiscarded(database: DeviceDatabase): Promise<number> {
  const counts = await database.getAll('discards');
  return counts.reduce((sum, { count }) => sum + count, 0);
}
