// @vitest-environment node
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { openDatabase, type DeviceDatabase } from '../open-database.ts';
import { addEnumerator } from './add-enumerator.ts';
import { deriveKey, KDF } from './derive-key.ts';
import { pinProblem } from './pin-problem.ts';
import { readProfile, rememberBranch } from './profile.ts';
import { readEnumerators } from './read-enumerators.ts';
import { unlock } from './unlock.ts';

const QUICK = { memoryKiB: 8, passes: 1 };
const NOW = Date.parse('2026-05-01T09:00:00Z');
const open = () => openDatabase(crypto.randomUUID());
const add = (database: DeviceDatabase, name: string, pin: string) =>
  addEnumerator(database, { name, pin }, QUICK);

it('opens to her PIN only, and gives the same key each time', async () => {
  const database = await open();
  const vault = await add(database, 'Rosa Quispe', '271828');
  const box = vault.box('a text', 'a label');
  const again = await unlock(database, vault.enumeratorId, '271828', NOW);
  if (again.kind !== 'open') throw new Error(again.kind);
  expect(again.vault.unbox(box, 'a label')).toBe('a text');
  expect(again.vault.name).toBe('Rosa Quispe');
  expect(() => again.vault.unbox(box, 'another label')).toThrow();
  expect(await unlock(database, vault.enumeratorId, '271829', NOW)).toEqual({ kind: 'wrong', waitMs: 0 });
});

it('has one kind of box, for short texts and for long ones', async () => {
  const vault = await add(await open(), 'Rosa', '271828');
  const text = 'Asha, आशा. '.repeat(1000);
  expect(vault.unbox(await vault.boxLarge(text, 'a label'), 'a label')).toBe(text);
  expect(await vault.unboxLarge(vault.box(text, 'a label'), 'a label')).toBe(text);
  await expect(vault.unboxLarge(vault.box(text, 'a label'), 'another label')).rejects.toThrow();
  expect(await vault.boxLarge(text, 'a label')).not.toEqual(await vault.boxLarge(text, 'a label'));
});

it('makes each further wrong PIN wait longer, wipes nothing, and forgets them after the right one', async () => {
  const database = await open();
  const { enumeratorId } = await add(database, 'Rosa', '271828');
  let nowMs = NOW;
  const waits: number[] = [];
  for (let count = 0; count < 9; count += 1) {
    const outcome = await unlock(database, enumeratorId, '000000', nowMs);
    if (outcome.kind !== 'wrong') throw new Error(outcome.kind);
    waits.push(outcome.waitMs / 1000);
    if (outcome.waitMs > 0) {
      expect(await unlock(database, enumeratorId, '271828', nowMs + outcome.waitMs - 1)).toEqual({
        kind: 'wait',
        waitMs: 1,
      });
    }
    nowMs += outcome.waitMs;
  }
  expect(waits).toEqual([0, 0, 5, 15, 45, 135, 405, 900, 900]);
  expect(await unlock(database, enumeratorId, '271828', nowMs)).toMatchObject({ kind: 'open' });
  expect(await unlock(database, enumeratorId, '000000', nowMs)).toEqual({ kind: 'wrong', waitMs: 0 });
});

it('does not lock her out for days because the clock was set back', async () => {
  const database = await open();
  const { enumeratorId } = await add(database, 'Rosa', '271828');
  const later = NOW + 3 * 86_400_000;
  for (let count = 0; count < 3; count += 1) await unlock(database, enumeratorId, '000000', later);
  expect(await unlock(database, enumeratorId, '271828', NOW)).toEqual({ kind: 'wait', waitMs: 5000 });
  expect(await unlock(database, enumeratorId, '271828', NOW + 4999)).toEqual({ kind: 'wait', waitMs: 1 });
  expect(await unlock(database, enumeratorId, '271828', NOW + 5000)).toMatchObject({ kind: 'open' });
});

it('asks her to wait for nothing where the clock was set back after a slip of the finger', async () => {
  const database = await open();
  const { enumeratorId } = await add(database, 'Rosa', '271828');
  await unlock(database, enumeratorId, '000000', NOW + 3 * 86_400_000);
  expect(await unlock(database, enumeratorId, '271828', NOW)).toMatchObject({ kind: 'open' });
});

it('keeps people apart by number and initials, and shows no name', async () => {
  const database = await open();
  await add(database, 'Rosa Quispe', '271828');
  await add(database, '  আশা  দেবী ', '314159');
  const people = await readEnumerators(database);
  expect(people.map(({ number, initials }) => `${number} ${initials}`)).toEqual(['1 RQ', '2 আদে']);
  expect(Buffer.from(people[0]!.profile).toString('latin1')).not.toContain('Rosa');
});

it('remembers the branch for her alone', async () => {
  const database = await open();
  const [rosa, other] = [await add(database, 'Rosa', '271828'), await add(database, 'Other', '314159')];
  await rememberBranch(database, rosa, 'north');
  expect(await readProfile(database, rosa)).toEqual({ name: 'Rosa', branch: 'north' });
  expect(await readProfile(database, other)).toEqual({ name: 'Other', branch: '' });
});

it.each([
  ['12345', '12345', 'pinShort'],
  ['000000', '000000', 'pinSimple'],
  ['234567', '234567', 'pinSimple'],
  ['987654', '987654', 'pinSimple'],
  ['271828', '271829', 'pinsDiffer'],
  ['271828', '271828', null],
  ['mango river seven', 'mango river seven', null],
])('says of the new PIN %s and %s: %s', (pin, again, problem) => {
  expect(pinProblem(pin, again)).toBe(problem);
});

it('derives by Argon2id as others do, at no less than OWASP asks for', async () => {
  expect(KDF.memoryKiB * KDF.passes).toBeGreaterThanOrEqual(2 * 19 * 1024);
  const salt = new TextEncoder().encode('somesalt12345678');
  const key = await deriveKey('password', { memoryKiB: 64, passes: 2, salt });
  expect(Buffer.from(key).toString('hex')).toBe(
    // hash-wasm 4.13.0, which runs the reference C code.
    'd1dd9f4bfa15a408c1ae553f4c84aa83d73afcdb94a3b5b597e8eb201489b96b',
  );
});
