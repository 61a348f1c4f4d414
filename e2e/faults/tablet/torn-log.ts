import { readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntil } from '../../support/wait-until.ts';
import { addToOutbox } from './add-to-outbox.ts';
import { type Field } from './create-field.ts';
import { putInto } from './device-store.ts';
import { type Tried } from './try-on-tablet.ts';

const WAITING = 6;

/**
 * The power goes in the middle of a write: Chromium's log of the tablet's database ends in half a record. Two starts
 * later all that waits is still there.
 *
 * @param profileDir of the tablet's browser
 */
export async function tornLog(field: Field, profileDir: string): Promise<Tried> {
  const { tablet, network, put } = field;
  network.treat(() => 'cut');
  put.push(...(await addToOutbox(tablet.page(), WAITING)));
  // What was being written when the power went; nothing of it was confirmed to anyone.
  await putInto(tablet.page(), 'discards', [{ reason: 'tryOut', count: 1 }]);
  await tablet.kill();
  const torn = newestLog(profileDir);
  truncateSync(torn, statSync(torn).size - 1);
  await tablet.reopenLocked();
  await waitUntil('a new log was begun', () => newestLog(profileDir) !== torn);
  await tablet.kill();
  await tablet.reopenLocked();
  const { outbox } = await tablet.storage();
  if (outbox.length !== WAITING) throw new Error(`${outbox.length} of ${WAITING} interviews are left.`);
  return { times: 1, note: 'the log was begun anew, and nothing but the half record was left out' };
}

function newestLog(profileDir: string): string {
  const databases = join(profileDir, 'Default', 'IndexedDB');
  const [folder] = readdirSync(databases).filter((name) => name.endsWith('.indexeddb.leveldb'));
  if (folder === undefined) throw new Error(`No database in ${databases}.`);
  const logs = readdirSync(join(databases, folder)).filter((name) => name.endsWith('.log'));
  const newest = logs.sort().at(-1);
  if (newest === undefined) throw new Error(`No log in ${databases}.`);
  return join(databases, folder, newest);
}
