import { afterEach, expect, it, vi } from 'vitest';
import { startSyncing, type Syncing } from './start-syncing.ts';
import { createLockManager } from './testing/create-lock-manager.ts';
import { createServer, TabletScenario } from './testing/tablet-scenario.ts';

let syncing: Syncing | null = null;
afterEach(() => {
  syncing?.stop();
  syncing = null;
  vi.useRealTimers();
});

/** A tablet with one interview waiting, and a network that the test can switch. */
async function tabletInField() {
  const tablet = await TabletScenario.switchOn();
  await tablet.enrol();
  const id = await tablet.interview();
  const server = createServer();
  const network = { isUp: false };
  const world = {
    database: tablet.database,
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
      if (!network.isUp) throw new TypeError('offline');
      const delivery = typeof init?.body === 'string' ? (JSON.parse(init.body) as never) : null;
      return server.answer({ url: input as string, delivery, token: '' });
    },
    nowMs: () => tablet.nowMs,
    random01: () => 0.5,
  };
  const sent = async () => (await tablet.places()).sent;
  return { tablet, id, network, world, sent };
}

it('tries at start, and again as soon as the network is back, before the wait is over', async () => {
  const { tablet, id, network, world, sent } = await tabletInField();
  syncing = startSyncing(world, () => undefined, createLockManager());
  await expect.poll(async () => (await tablet.database.get('outbox', id))?.state).toBe('failed');
  network.isUp = true;
  window.dispatchEvent(new Event('online'));
  await expect.poll(sent).toEqual([id]);
});

it('finds out by itself that the network works again, however long the wait was to be', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { tablet, id, network, world, sent } = await tabletInField();
  const record = (await tablet.database.get('outbox', id))!;
  await tablet.database.put('outbox', { ...record, state: 'failed', attempts: 9 });
  syncing = startSyncing(world, () => undefined, createLockManager());
  await syncing.sync('due');
  expect((await tablet.database.get('outbox', id))?.notBeforeMs).toBeGreaterThan(tablet.nowMs + 10 * 60_000);
  network.isUp = true;
  await vi.advanceTimersByTimeAsync(30_000);
  await expect.poll(sent).toEqual([id]);
});

it('goes on after a run that failed, and tells who asked for that run', async () => {
  const { tablet, world } = await tabletInField();
  const seen: boolean[] = [];
  syncing = startSyncing(world, (running) => seen.push(running), createLockManager());
  await syncing.sync('due');
  tablet.database.close();
  await expect(syncing.sync('due')).rejects.toThrow();
  await expect(syncing.sync('due')).rejects.toThrow();
  expect(seen.at(-1)).toBe(false);
});

it('stops when it is told to', async () => {
  const { tablet, id, network, world } = await tabletInField();
  syncing = startSyncing(world, () => undefined, createLockManager());
  await syncing.sync('due');
  syncing.stop();
  network.isUp = true;
  window.dispatchEvent(new Event('online'));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await tablet.places()).outbox).toEqual([id]);
});
