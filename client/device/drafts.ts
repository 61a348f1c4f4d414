import { draftLabel, entryLabel } from '../../contracts/sealing-format.ts';
import type { Draft, JournalEntry, StoredDraft } from './device-schema.ts';
import { journalRange } from './journal-range.ts';
import { STRICT, type DeviceDatabase } from './open-database.ts';
import { replayJournal, type InterviewState } from './replay-journal.ts';
import type { Vault } from './vault/vault.ts';

/** A draft as it is stored: only what is needed while the tablet is locked is readable. */
export const storedDraft = (vault: Vault, draft: Draft): StoredDraft => ({
  id: draft.id,
  tabletId: draft.tabletId,
  owner: vault.enumeratorId,
  box: vault.box(JSON.stringify(draft), draftLabel(draft.id)),
});

const openDraft = (vault: Vault, { id, box }: StoredDraft): Draft =>
  // Written by this app, and proven unchanged by the box.
  JSON.parse(vault.unbox(box, draftLabel(id))) as Draft;

/** Writes a new draft; done once it is on disk. Rejects if the id is taken. */
export async function createDraft(database: DeviceDatabase, vault: Vault, draft: Draft): Promise<void> {
  const write = database.transaction('drafts', 'readwrite', STRICT);
  await Promise.all([write.store.add(storedDraft(vault, draft)), write.done]);
}

/** A draft, how far it has come, and each step of the way. */
export interface ReadDraft {
  readonly draft: Draft;
  readonly state: InterviewState;
  readonly journal: readonly JournalEntry[];
}

/**
 * A draft and how far it has come, or null if this person has none of that id (finished, never begun,
 * or another's). Rejects if anything of it was changed or does not open.
 */
export async function readDraft(
  database: DeviceDatabase,
  vault: Vault,
  id: string,
): Promise<ReadDraft | null> {
  const read = database.transaction(['drafts', 'journal']);
  const [stored, entries] = await Promise.all([
    read.objectStore('drafts').get(id),
    read.objectStore('journal').getAll(journalRange(id)),
  ]);
  if (stored?.owner !== vault.enumeratorId) return null;
  const draft = openDraft(vault, stored);
  const journal = entries.map(
    ({ seq, box }) => JSON.parse(vault.unbox(box, entryLabel(id, seq))) as JournalEntry,
  );
  return { draft, state: replayJournal(draft, journal), journal };
}

/** All drafts of this person, the latest begun first. */
export async function listDrafts(database: DeviceDatabase, vault: Vault): Promise<readonly Draft[]> {
  const stored = await database.getAll('drafts');
  return stored
    .filter(({ owner }) => owner === vault.enumeratorId)
    .map((draft) => openDraft(vault, draft))
    .sort((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt));
}
