// @vitest-environment node
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { openDatabase, type DeviceDatabase } from '../open-database.ts';
import { addEnumerator } from './add-enumerator.ts';
import { changePin } from './change-pin.ts';
import { unlock } from './unlock.ts';
import type { Vault } from './vault.ts';

const QUICK = { memoryKiB: 8, passes: 1 };
const NOW = Date.parse('2026-05-01T09:00:00Z');
const PINS = { old: '271828', next: 'four random words here' };

async function tablet(name: string): Promise<readonly [DeviceDatabase, Vault]> {
  const database = await openDatabase(name);
  return [database, await addEnumerator(database, { name: 'Rosa', pin: PINS.old }, QUICK)];
}

/** Which of the two opens the tablet now, and reads what was boxed before. */
async function opensWith(database: DeviceDatabase, { enumeratorId }: Vault, box: Uint8Array) {
  const found: string[] = [];
  for (const [which, pin] of Object.entries(PINS)) {
    const outcome = await unlock(database, enumeratorId, pin, NOW);
    if (outcome.kind === 'open' && outcome.vault.unbox(box, 'a label') === 'a text') found.push(which);
  }
  return found;
}

it('opens with the new PIN only, and still reads what was there before', async () => {
  const [database, vault] = await tablet(crypto.randomUUID());
  const box = vault.box('a text', 'a label');
  const [{ wrappedKey } = { wrappedKey: null }] = await database.getAll('enumerators');
  expect(await changePin(database, vault.enumeratorId, PINS, NOW, QUICK)).toEqual({ kind: 'changed' });
  expect(await opensWith(database, vault, box)).toEqual(['next']);
  const [after] = await database.getAll('enumerators');
  expect(after).toMatchObject({ kdf: QUICK, failures: 0 });
  expect(after?.wrappedKey).not.toEqual(wrappedKey);
});

it('changes nothing without the old PIN, and counts the tries', async () => {
  const [database, vault] = await tablet(crypto.randomUUID());
  const box = vault.box('a text', 'a label');
  const guess = () => changePin(database, vault.enumeratorId, { ...PINS, old: '000000' }, NOW, QUICK);
  expect(await guess()).toEqual({ kind: 'wrong', waitMs: 0 });
  expect(await guess()).toEqual({ kind: 'wrong', waitMs: 0 });
  expect(await guess()).toEqual({ kind: 'wrong', waitMs: 5000 });
  expect(await guess()).toEqual({ kind: 'wait', waitMs: 5000 });
  expect(await unlock(database, vault.enumeratorId, PINS.old, NOW + 5000)).toMatchObject({ kind: 'open' });
  expect(await opensWith(database, vault, box)).toEqual(['old']);
});

it('leaves exactly one PIN that opens, wherever the power goes in between', async () => {
  const ends = new Set<string>();
  for (let turns = 0; turns < 40; turns += 1) {
    const name = crypto.randomUUID();
    const [database, vault] = await tablet(name);
    const box = vault.box('a text', 'a label');
    const change = changePin(database, vault.enumeratorId, PINS, NOW, QUICK).catch(() => undefined);
    for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    database.close();
    await change;
    const opened = await opensWith(await openDatabase(name), vault, box);
    expect(opened).toHaveLength(1);
    ends.add(String(opened[0]));
  }
  // The power went before and after the one write that counts.
  expect([...ends].sort()).toEqual(['next', 'old']);
});
