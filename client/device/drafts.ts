import type { Draft } from './device-schema.ts';
import { journalRange } from './journal-range.ts';
import { STRICT, type DeviceDatabase } from './open-database.ts';
import { replayJournal, type InterviewState } from './replay-journal.ts';

/** Writes a new draft; done once it is on disk. Rejects if the id is taken. */
export async function createDraft(database: DeviceDatabase, draft: Draft): Promise<void> {
  const write = database.transaction('drafts', 'readwrite', STRICT);
  await Promise.all([write.store.add(draft), write.done]);
}

/** A draft and how far it has come, or null if there is none of that id (finished, or never begun). */
export async function readDraft(
  database: DeviceDatabase,
  id: string,
): Promise<{ readonly draft: Draft; readonly state: InterviewState } | null> {
  const read = database.transaction(['drafts', 'journal']);
  const [draft, entries] = await Promise.all([
    read.objectStore('drafts').get(id),
    read.objectStore('journal').getAll(journalRange(id)),
  ]);
  return draft === undefined ? null : { draft, state: replayJournal(draft, entries) };
}

/** All drafts, the latest begun first. */
export async function listDrafts(database: DeviceDatabase): Promise<readonly Draft[]> {
  const drafts = await database.getAll('drafts');
  return drafts.sort((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt));
}
