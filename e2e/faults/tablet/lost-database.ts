import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntil } from '../../support/wait-until.ts';
import { addToOutbox } from './add-to-outbox.ts';
import { type Field } from './create-field.ts';
import { type Tried } from './try-on-tablet.ts';

const WAITING = 6;

/**
 * The whole database of the tablet is gone at a start, as where Chromium finds it damaged: what waited comes back from
 * its second copy, and the tablet is still linked.
 *
 * @param profileDir of the tablet's browser
 */
export async function lostDatabase({ tablet, network, put }: Field, profileDir: string): Promise<Tried> {
  network.treat(() => 'cut');
  put.push(...(await addToOutbox(tablet.page(), WAITING)));
  await tablet.open('/collect');
  await waitUntil('each has its second copy', async () => (await countSpares(tablet.page())) === WAITING);
  await tablet.kill();
  rmSync(join(profileDir, 'Default', 'IndexedDB'), { recursive: true });
  await tablet.reopenLocked();
  const { outbox } = await tablet.storage();
  if (outbox.length !== WAITING) throw new Error(`${outbox.length} of ${WAITING} interviews came back.`);
  return { times: 1, note: 'what waited came back from its second copy; the tablet was still linked' };
}

const countSpares = (page: ReturnType<Field['tablet']['page']>): Promise<number> =>
  page.evaluate(async () => {
    const paths = (await (await caches.open('waymark-unsent')).keys()).map(
      ({ url }) => new URL(url).pathname,
    );
    return paths.filter((path) => path.startsWith('/unsent/records/')).length;
  });
