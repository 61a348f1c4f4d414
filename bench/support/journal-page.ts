import { openDatabase } from '../../client/device/open-database.ts';
import { openJournal } from '../../client/device/open-journal.ts';
import { createVault } from '../../client/device/vault/create-vault.ts';
import type { Vault } from '../../client/device/vault/vault.ts';

/** Milliseconds of each write: until the call returned, and until it was on disk. */
interface WriteTimes {
  readonly handedMs: number[];
  readonly doneMs: number[];
}

export interface JournalTimes {
  readonly boxed: WriteTimes;
  readonly plain: WriteTimes;
}

/** Not counted: the code is being compiled. */
const WARM_UP = 40;
const WRITES = 200;

/** Runs in a page: answers into the tablet's own journal, boxed and in the clear by turns, each waited for. */
async function measureJournal(): Promise<JournalTimes> {
  const database = await openDatabase('waymark-bench');
  const boxing = createVault('bench', 'Rosa', crypto.getRandomValues(new Uint8Array(32)));
  const encoder = new TextEncoder();
  const clear: Vault = { ...boxing, box: (text) => encoder.encode(text) };
  const open = (vault: Vault, draftId: string) =>
    openJournal({ database, vault, draftId, nextSeq: 0, activeMs: () => performance.now() });
  const sides = {
    boxed: { journal: open(boxing, 'boxed'), handedMs: [] as number[], doneMs: [] as number[] },
    plain: { journal: open(clear, 'plain'), handedMs: [] as number[], doneMs: [] as number[] },
  };
  for (let write = 0; write < WARM_UP + WRITES; write += 1) {
    for (const { journal, handedMs, doneMs } of Object.values(sides)) {
      const began = performance.now();
      const done = journal.append({ kind: 'answer', item: `task_${write}`, value: 'unaided' }, 'comfort');
      const handed = performance.now();
      await done;
      if (write < WARM_UP) continue;
      handedMs.push(handed - began);
      doneMs.push(performance.now() - began);
    }
  }
  database.close();
  const timesOf = ({ handedMs, doneMs }: WriteTimes): WriteTimes => ({ handedMs, doneMs });
  return { boxed: timesOf(sides.boxed), plain: timesOf(sides.plain) };
}

Object.assign(globalThis, { measureJournal });
