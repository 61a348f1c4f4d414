import { type Page } from 'playwright-core';
import { messagesEn as texts } from '../../../client/collect/messages-en.ts';
import { readStored } from '../support/prove.ts';
import { BRANCH, type Field } from './create-field.ts';
import { DECLINED, finishDraft } from './finish-one.ts';
import { type Tried } from './try-on-tablet.ts';

const ROOM = 20_000_000;
/** The first writes of the filler; after a refusal half as much is tried. */
const CHUNK = 1_000_000;

/**
 * The browser gives no more room: while an answer is written, at the finish, and when it sends. Each must be
 * said on the screen, keep what there is, and go on once there is room; sending goes on without.
 */
export async function fullQuota(field: Field): Promise<Tried> {
  const { tablet, network } = field;
  network.treat(() => 'cut');
  const origin = new URL(network.url).origin;
  const used = await tablet.page().evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  await tablet.kill();
  // Before the app opens its database: the browser remembers for a while how much room there was.
  await tablet.relaunch(undefined, async (page) => {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: used + ROOM });
  });
  const page = tablet.page();
  await tablet.open('/collect');
  await tablet.startInterview(BRANCH);
  await fillStorage(page);
  await tablet.answer('consent', 'no');
  await page.getByText(texts.interviewNotSavedHint).waitFor();
  await makeRoom(page);
  await page.getByRole('button', { name: texts.interviewSaveAgain, exact: true }).tap();
  await tablet.saved();

  await tablet.answerTheRest(DECLINED);
  await fillStorage(page);
  await page.getByRole('button', { name: texts.reviewFinish, exact: true }).tap();
  await page.getByText(texts.reviewFailed).waitFor();
  const full = await tablet.storage();
  if (full.drafts.length !== 1 || full.outbox.length !== 0)
    throw new Error('A full tablet did not keep the draft as it was.');
  await makeRoom(page);
  const id = await finishDraft(field, DECLINED);

  await tablet.open('/collect/outbox');
  await fillStorage(page);
  network.treat(null);
  await page.getByRole('button', { name: texts.outboxSendNow, exact: true }).tap();
  // It has no room for a copy, and gives up the copy rather than the sending.
  await tablet.allSent();
  if (readStored(field.dataDir, id).length !== 1)
    throw new Error('What left the tablet is not at the server.');
  await makeRoom(page);
  await tablet.kill();
  await tablet.reopen();
  return { times: 3, note: 'said on the screen; went on once there was room, and sent without' };
}

/** Writes until the browser refuses even a few bytes. */
async function fillStorage(page: Page): Promise<void> {
  const written = await page.evaluate(async (chunk) => {
    const opening = indexedDB.open('filler', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('bytes', { autoIncrement: true });
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error ?? new Error('IndexedDB'));
    });
    // What repeats itself would be packed, and fill nothing.
    const noise = (size: number): Uint8Array => {
      const bytes = new Uint8Array(size);
      for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
      return bytes;
    };
    let sum = 0;
    for (let size = chunk; size >= 8;) {
      const isWritten = await new Promise<boolean>((resolve) => {
        const write = database.transaction('bytes', 'readwrite');
        write.oncomplete = () => resolve(true);
        write.onabort = () => resolve(false);
        write.objectStore('bytes').add(noise(size));
      });
      if (isWritten) sum += size;
      else size = Math.floor(size / 2);
    }
    database.close();
    return sum;
  }, CHUNK);
  if (written > 50 * ROOM) throw new Error('The storage does not fill: the fault was not tried.');
}

async function makeRoom(page: Page): Promise<void> {
  await page.evaluate(
    async () =>
      await new Promise<void>((resolve, reject) => {
        const removing = indexedDB.deleteDatabase('filler');
        removing.onsuccess = () => resolve();
        removing.onerror = () => reject(removing.error ?? new Error('IndexedDB'));
      }),
  );
}
