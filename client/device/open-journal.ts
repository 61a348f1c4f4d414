import { entryLabel } from '../../contracts/sealing-format.ts';
import type { JournalChange, JournalEntry, StoredEntry } from './device-schema.ts';
import { STRICT, type DeviceDatabase } from './open-database.ts';
import type { Vault } from './vault/vault.ts';

export type SaveState = 'saved' | 'saving' | 'failed';

/** Append-only writer of one draft's journal. One per draft and device: hold the draft's lock. */
export interface Journal {
  /**
   * Writes one entry, encrypted. The write is handed to the browser before this returns, so that
   * nothing waits in memory; the promise is done once it is on disk. It never rejects: a failure shows in `saveState` and in `settled`.
   */
  readonly append: (change: JournalChange, page: string) => Promise<void>;
  /** Waits until nothing is being written; false if any entry is not on disk. */
  readonly settled: () => Promise<boolean>;
  /** Tries once more to write what failed, in order; true if all is on disk now. */
  readonly retry: () => Promise<boolean>;
  readonly saveState: () => SaveState;
  /** Calls `listener` whenever `saveState` may have changed. Returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}

interface JournalOptions {
  readonly database: DeviceDatabase;
  readonly vault: Vault;
  readonly draftId: string;
  readonly nextSeq: number;
  /** Time with the interview open, in ms, from a monotonic clock. */
  readonly activeMs: () => number;
}

/** Opens the journal of a draft for writing. */
export function openJournal({ database, vault, draftId, nextSeq, activeMs }: JournalOptions): Journal {
  const unsaved = new Set<StoredEntry>();
  const listeners = new Set<() => void>();
  let seq = nextSeq;
  let failed = false;
  let inFlight: Promise<void> = Promise.resolve();

  const notify = () => {
    for (const listener of listeners) listener();
  };

  async function write(entries: readonly StoredEntry[]): Promise<void> {
    try {
      const transaction = database.transaction('journal', 'readwrite', STRICT);
      const adds = entries.map((entry) => transaction.store.add(entry));
      transaction.commit();
      await Promise.all([...adds, transaction.done]);
      for (const entry of entries) unsaved.delete(entry);
    } catch {
      failed = true;
    }
    notify();
  }

  function append(change: JournalChange, page: string): Promise<void> {
    const plain: JournalEntry = { ...change, draftId, seq, page, activeMs: Math.round(activeMs()) };
    const entry = { draftId, seq, box: vault.box(JSON.stringify(plain), entryLabel(draftId, seq)) };
    seq += 1;
    unsaved.add(entry);
    // After a failure, later entries wait for `retry`, so that the journal has no gaps.
    if (!failed) inFlight = Promise.all([inFlight, write([entry])]).then(() => undefined);
    notify();
    return inFlight;
  }

  async function settled(): Promise<boolean> {
    // Entries that came in the meantime are waited for too: else they would look like failed ones.
    for (let seen = null; seen !== inFlight;) {
      seen = inFlight;
      await seen;
    }
    return unsaved.size === 0;
  }

  async function retry(): Promise<boolean> {
    await inFlight;
    failed = false;
    if (unsaved.size > 0) inFlight = write([...unsaved]);
    notify();
    return settled();
  }

  return {
    append,
    settled,
    retry,
    saveState: () => (failed ? 'failed' : unsaved.size > 0 ? 'saving' : 'saved'),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
