// @vitest-environment node
import { expect, it } from 'vitest';
import { TabletScenario } from './testing/tablet-scenario.ts';

it('says that it is saving until the write is on disk, and tells who listens', async () => {
  const tablet = await TabletScenario.switchOn();
  const id = await tablet.begin();
  const journal = tablet.journal(id);
  const seen: string[] = [];
  journal.subscribe(() => seen.push(journal.saveState()));
  const written = journal.append({ kind: 'page' }, 'first');
  expect(journal.saveState()).toBe('saving');
  await written;
  expect(journal.saveState()).toBe('saved');
  expect(seen.at(-1)).toBe('saved');
});

it('says loudly that a write failed, lets nobody move on, and writes all of it on a retry, in order', async () => {
  const tablet = await TabletScenario.switchOn();
  const id = await tablet.begin();
  const journal = tablet.journal(id);
  // The disk refuses: an entry with this key is already there, so the transaction is aborted.
  const other = { draftId: id, seq: 0, box: new Uint8Array([7]) };
  await tablet.database.add('journal', other);
  await tablet.answer(id, 'age', 34);
  await tablet.answer(id, 'age', 35);
  expect(journal.saveState()).toBe('failed');
  expect(await journal.settled()).toBe(false);
  expect(await tablet.database.getAll('journal')).toEqual([other]);

  await tablet.database.delete('journal', [id, 0]);
  expect(await journal.retry()).toBe(true);
  expect(journal.saveState()).toBe('saved');
  await tablet.losePower();
  expect((await tablet.resume(id)).answers).toEqual({ age: 35 });
});

it('stays failed when the retry fails too', async () => {
  const tablet = await TabletScenario.switchOn();
  const id = await tablet.begin();
  const journal = tablet.journal(id);
  tablet.database.close();
  await tablet.answer(id, 'age', 34);
  expect(await journal.retry()).toBe(false);
  expect(journal.saveState()).toBe('failed');
});

it('waits also for what is typed while it waits, and does not take that for a failure', async () => {
  const tablet = await TabletScenario.switchOn();
  const id = await tablet.begin();
  const journal = tablet.journal(id);
  void tablet.answer(id, 'age', 3);
  const settled = journal.settled();
  const typed = new Promise<void>((resolve) => {
    const stop = journal.subscribe(() => {
      stop();
      void tablet.answer(id, 'age', 34).then(resolve);
    });
  });
  expect(await settled).toBe(true);
  await typed;
  expect(await tablet.database.count('journal')).toBe(2);
});
