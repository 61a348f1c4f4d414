import { entryLabel } from '../../../contracts/sealing-format.ts';
import type { Draft, JournalEntry, StoredDraft, StoredEntry } from '../device-schema.ts';
import { storedDraft } from '../drafts.ts';
import { journalRange } from '../journal-range.ts';
import { STRICT, type DeviceDatabase } from '../open-database.ts';
import type { Vault } from './vault.ts';

/**
 * Boxes what an older version wrote in the clear: every plain draft, with its journal, under the key of
 * whoever unlocks the tablet first. One transaction: all of it or nothing.
 */
export async function adoptPlainDrafts(database: DeviceDatabase, vault: Vault): Promise<void> {
  const write = database.transaction(['drafts', 'journal'], 'readwrite', STRICT);
  const [drafts, journal] = [write.objectStore('drafts'), write.objectStore('journal')];
  for (const draft of (await drafts.getAll()) as (StoredDraft | Draft)[]) {
    if ('box' in draft) continue;
    for (const entry of (await journal.getAll(journalRange(draft.id))) as (StoredEntry | JournalEntry)[]) {
      if ('box' in entry) continue;
      const { draftId, seq } = entry;
      await journal.put({ draftId, seq, box: vault.box(JSON.stringify(entry), entryLabel(draftId, seq)) });
    }
    await drafts.put(storedDraft(vault, draft));
  }
  await write.done;
}
