import { messagesEn as texts } from '../../../client/collect/messages-en.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { addToOutbox } from './add-to-outbox.ts';
import { putInto, removeFrom } from './device-store.ts';
import { type Field } from './create-field.ts';
import { type Tried } from './try-on-tablet.ts';

const whole = (id: string) => ({
  id,
  tabletId: '',
  hash: 'a'.repeat(64),
  payload: '{"half":',
  state: 'queued',
  attempts: 0,
  notBeforeMs: 0,
  problem: null,
  finishedAt: '2026-11-20T09:00:00.000Z',
});
const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Records that no version of the app writes: as after a fault of the storage, or of an app to come. */
const POISON: readonly { readonly id: string; readonly [field: string]: unknown }[] = [
  whole(id(1)),
  { ...whole(id(2)), payload: null },
  { ...whole(id(3)), payload: undefined, hash: undefined },
  { ...whole(id(4)), finishedAt: 'yesterday' },
  { ...whole(id(5)), finishedAt: null, state: 'of a version to come' },
  { ...whole(id(6)), payload: { a: 1 }, attempts: 'many', notBeforeMs: 'soon' },
  { id: id(7) },
  { ...whole('../../health'), hash: 'none' },
  { ...whole(id(8)), payload: 'x'.repeat(2_000_000) },
];

/** Damaged records among good ones: the good ones are delivered, the screens work, the damaged ones stay. */
export async function poisonedOutbox(field: Field): Promise<Tried> {
  const { tablet, network, put } = field;
  network.treat(() => 'cut');
  await tablet.open('/collect');
  await putInto(tablet.page(), 'outbox', POISON);
  put.push(...(await addToOutbox(tablet.page(), 6)));
  network.treat(null);
  await tablet.kill();
  await tablet.reopen('/collect/outbox');
  const good = new Set(put.map((record) => record.id));
  await tablet.page().getByRole('button', { name: texts.outboxSendNow, exact: true }).tap();
  await tablet
    .page()
    .locator('[data-state=receipted]')
    .nth(good.size - 1)
    .waitFor();
  const { outbox, sent } = await tablet.storage();
  const there = new Set([...outbox, ...sent].map((record) => record.id));
  const gone = POISON.filter((record) => !there.has(record.id)).length;
  if (gone > 0) throw new Error(`${gone} damaged records were thrown away.`);
  await tablet.open('/collect');
  await tablet.open('/collect/outbox');
  const download = tablet.page().waitForEvent('download');
  await tablet.page().getByRole('button', { name: texts.backupButton, exact: true }).tap();
  await (await download).cancel();
  await waitUntil('the damaged ones are taken away, with their second copies', async () => {
    await tablet.page().evaluate(() => caches.delete('waymark-unsent'));
    await removeFrom(
      tablet.page(),
      'outbox',
      POISON.map((record) => record.id),
    );
    const spares = await tablet.page().evaluate(async () => await caches.has('waymark-unsent'));
    return !spares && (await tablet.storage()).outbox.length === 0;
  });
  return {
    times: POISON.length,
    note: 'the good ones were delivered; the damaged ones stay, and can be exported',
  };
}
