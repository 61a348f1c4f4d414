// @vitest-environment node
import { afterEach, expect, it, vi } from 'vitest';
import type { DraftCopyReceipt } from '../../contracts/draft-copy.ts';
import { draftBundleSchema, escrowSchema } from '../../contracts/sealing.ts';
import type { Delivery } from '../../contracts/submission.ts';
import { discardDraft } from './discard-draft.ts';
import { lockDraft } from './draft-lock.ts';
import { startCopying, type Copying } from './start-copying.ts';
import { createInstitution } from './testing/create-institution.ts';
import { createLockManager } from './testing/create-lock-manager.ts';
import { apiError, createServer, json, loginPage, TabletScenario } from './testing/tablet-scenario.ts';
import { addEnumerator } from './vault/add-enumerator.ts';
import { escrowKey } from './vault/escrow-key.ts';

let copying: Copying | null = null;
afterEach(() => {
  copying?.stop();
  copying = null;
});

/** The part of the server that takes copies. */
function createCopyServer() {
  const copies = new Map<string, Delivery>();
  const thrownAway: string[] = [];
  const answer = (url: string, body: unknown): Response => {
    const [, id = '', ending] = /drafts\/([\w-]+)(\/thrown-away)?$/.exec(url) ?? [];
    if (ending !== undefined) {
      thrownAway.push(id);
      copies.delete(id);
      return json({ id, state: 'ended' });
    }
    const delivery = body as Delivery;
    copies.set(id, delivery);
    const receipt: DraftCopyReceipt = {
      ...{ id, hash: delivery.hash, state: 'kept', receivedAt: '2026-05-01T10:00:00.000Z' },
    };
    return json(receipt);
  };
  return { copies, thrownAway, answer };
}

/** A tablet with one draft of two answers, that nobody has open. */
async function tabletWithDraft() {
  const institution = await createInstitution();
  const tablet = await TabletScenario.switchOn();
  await tablet.enrol();
  await tablet.meetInstitution(institution.key);
  const quick = { memoryKiB: 8, passes: 1 };
  tablet.vault = await addEnumerator(tablet.database, { name: 'Rosa', pin: '271828' }, quick);
  await escrowKey(tablet.database, tablet.vault);
  const id = await tablet.begin();
  await tablet.answer(id, 'consent', 'yes');
  await tablet.answer(id, 'respondent_name', 'Amina Example');
  const server = createCopyServer();
  const network = { answer: server.answer, asked: 0 };
  const locks = createLockManager();
  const onChange = vi.fn();
  const world = {
    database: tablet.database,
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
      network.asked += 1;
      return network.answer(input as string, typeof init?.body === 'string' ? JSON.parse(init.body) : null);
    },
    nowMs: () => tablet.nowMs,
    random01: () => 0.5,
  };
  copying = startCopying(world, onChange, locks);
  const copyOf = () => tablet.database.get('copies', id);
  return { institution, tablet, id, server, network, locks, onChange, copying, copyOf };
}

it('copies what has changed, once, sealed, and notes when the server confirmed it', async () => {
  const { institution, tablet, id, server, network, onChange, copying, copyOf } = await tabletWithDraft();
  await copying.look();
  await copying.look();
  expect([network.asked, onChange.mock.calls.length]).toEqual([1, 1]);
  expect(await copyOf()).toMatchObject({ steps: 2, confirmedAtMs: tablet.nowMs });
  const sent = server.copies.get(id)?.payload ?? '';
  expect(sent).not.toContain('Amina');
  const bundle = draftBundleSchema.parse(JSON.parse(sent));
  expect(bundle.entries).toHaveLength(2);
  expect(escrowSchema.parse(JSON.parse(await institution.open(bundle.key)))).toHaveProperty('key');

  await tablet.answer(id, 'age', 40);
  await copying.look();
  expect(await copyOf()).toMatchObject({ steps: 3 });
});

it('leaves an interview alone while someone answers, and copies it once it is still or left', async () => {
  const { tablet, id, network, locks, copying, copyOf } = await tabletWithDraft();
  const release = await lockDraft(id, locks);
  for (const value of [41, 42]) {
    await copying.look();
    tablet.nowMs += 30_000;
    await tablet.answer(id, 'age', value);
  }
  await copying.look();
  tablet.nowMs += 5_000;
  await copying.look();
  expect(network.asked).toBe(0);
  tablet.nowMs += 20_000;
  await copying.look();
  expect(await copyOf()).toMatchObject({ steps: 4 });

  await tablet.answer(id, 'age', 43);
  release?.();
  await copying.look();
  expect(await copyOf()).toMatchObject({ steps: 5 });
});

it('copies an open interview at once when the app is put aside', async () => {
  const { id, locks, copying, copyOf } = await tabletWithDraft();
  await lockDraft(id, locks);
  await copying.leave();
  expect(await copyOf()).toMatchObject({ steps: 2 });
});

it.each([
  ['a login page with status 200', () => loginPage()],
  ['a receipt for other bytes', (_: string, id: string) => json(receiptOf(id, 'f'.repeat(64)))],
  ['a receipt for another draft', () => json(receiptOf(crypto.randomUUID(), 'f'.repeat(64)))],
  ['a server in trouble', () => apiError(500, 'INTERNAL')],
  ['an older server', () => apiError(404, 'NOT_FOUND')],
])('takes %s for no copy, waits, and tries again', async (_, answer) => {
  const { tablet, id, server, network, copying, copyOf } = await tabletWithDraft();
  network.answer = (url) => answer(url, id);
  await copying.look();
  await copying.look();
  expect(network.asked).toBe(1);
  expect(await copyOf()).toMatchObject({ steps: 0, confirmedAtMs: null });
  network.answer = server.answer;
  tablet.nowMs += 5_000;
  await copying.look();
  expect(await copyOf()).toMatchObject({ steps: 2 });
});

const receiptOf = (id: string, hash: string): DraftCopyReceipt => ({
  ...{ id, hash, state: 'kept', receivedAt: '2026-05-01T10:00:00.000Z' },
});

it('does not offer again what the server refuses, before it has changed', async () => {
  const { tablet, id, network, copying } = await tabletWithDraft();
  network.answer = () => apiError(400, 'INVALID_REQUEST');
  await copying.look();
  await copying.look();
  expect(network.asked).toBe(1);
  await tablet.answer(id, 'age', 40);
  await copying.look();
  expect(network.asked).toBe(2);
});

it('takes the copy back when the draft was thrown away, even one whose receipt was lost', async () => {
  const { tablet, id, server, network, copying, copyOf } = await tabletWithDraft();
  network.answer = (url, body) => {
    server.answer(url, body);
    throw new TypeError('network went away');
  };
  await copying.look();
  expect([...server.copies.keys()]).toEqual([id]);
  await discardDraft(tablet.database, tablet.vault, id, 'mistake');
  tablet.nowMs += 5_000;
  network.answer = () => loginPage();
  await copying.look();
  expect(await copyOf()).toBeDefined();
  copying.networkIsBack();
  network.answer = server.answer;
  await copying.look();
  expect([server.copies.size, server.thrownAway]).toEqual([0, [id]]);
  expect(await copyOf()).toBeUndefined();
});

it('leaves the copy of a finished interview to the server, and forgets it once that has the interview', async () => {
  const { tablet, id, server, copying, copyOf } = await tabletWithDraft();
  await copying.look();
  await tablet.finish(id);
  await copying.look();
  expect(await copyOf()).toBeDefined();
  await tablet.sync(createServer().answer);
  await copying.look();
  expect(await copyOf()).toBeUndefined();
  expect(server.thrownAway).toEqual([]);
});
