import { expect, it } from 'vitest';
import { isAnyDraftLocked, lockDraft } from './draft-lock.ts';
import { createLockManager } from './testing/create-lock-manager.ts';

it('gives a draft to one owner at a time, and on once it is released', async () => {
  const locks = createLockManager();
  const release = await lockDraft('a', locks);
  expect(await lockDraft('a', locks)).toBeNull();
  expect(await lockDraft('b', locks)).not.toBeNull();
  release?.();
  expect(await lockDraft('a', locks)).not.toBeNull();
});

it('knows whether an interview is open anywhere', async () => {
  const locks = createLockManager();
  void locks.request('waymark-sync', () => new Promise<never>(() => undefined));
  expect(await isAnyDraftLocked(locks)).toBe(false);
  const release = await lockDraft('a', locks);
  expect(await isAnyDraftLocked(locks)).toBe(true);
  release?.();
  await expect.poll(() => isAnyDraftLocked(locks)).toBe(false);
});
