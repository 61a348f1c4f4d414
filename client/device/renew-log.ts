import { deleteDB, openDB } from 'idb';

const NAME = 'waymark-renewal';
const PIECE_BYTES = 256 * 1024;
/** More than Chromium keeps in one log (4 MB at most). */
const PIECES = 20;

/**
 * Has Chromium begin a new log of what is stored. Run it once at each start of the app.
 *
 * All databases of one address share a LevelDB. Where the power goes in the middle of a write, its log ends in half a
 * record: the next start leaves that out, and writes on behind it; the start after that finds a broken record in the
 * middle, and Chromium throws everything away. A log that is full is packed and let go, with the half record in it;
 * so this fills it, in a database of its own that is removed at once. Without room, nothing is done.
 */
export async function renewLog(locks: LockManager = navigator.locks): Promise<void> {
  await locks.request(NAME, { ifAvailable: true }, async (lock) => {
    if (lock === null) return;
    try {
      await fillLog();
    } catch {
      // No room: what there is stays as it is.
    }
  });
}

async function fillLog(): Promise<void> {
  const scratch = await openDB<{ noise: { key: number; value: Uint8Array } }>(NAME, 1, {
    upgrade(database) {
      database.createObjectStore('noise');
    },
  });
  try {
    // What repeats itself would be packed before it is written.
    const noise = new Uint8Array(PIECE_BYTES);
    for (let at = 0; at < PIECE_BYTES; at += 65_536) crypto.getRandomValues(noise.subarray(at, at + 65_536));
    for (let piece = 0; piece < PIECES; piece += 1) await scratch.put('noise', noise, 0);
  } finally {
    scratch.close();
    await deleteDB(NAME);
  }
}
