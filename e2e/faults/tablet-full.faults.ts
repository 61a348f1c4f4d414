import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordRows, type FaultRow } from './support/fault-row.ts';
import { createField, createPlace, type Place } from './tablet/create-field.ts';
import { oldClient } from './tablet/old-client.ts';
import { killsOfBrowser, OTHER_FAULTS } from './tablet/tablet-faults.ts';
import { lostDatabase } from './tablet/lost-database.ts';
import { tornLog } from './tablet/torn-log.ts';
import { tryOnTablet } from './tablet/try-on-tablet.ts';

const SEED = 20261122;
const NOTHING = { lost: 0, twice: 0, changed: 0 };
/** A machine in heavy use kills less often, and the table says how often it was. */
const LONGEST_MS = 5 * 60_000;

const times = <const T>(count: number, ...items: readonly T[]): T[] =>
  Array.from({ length: count }, () => items).flat();

const KILLS = killsOfBrowser(
  {
    everyAnswers: 1,
    whileTyping: 6,
    finish: [...times(3, 'before', 'inside', 'after'), ...times(8, 'random'), 'card', 'card'],
    sync: [...times(3, 'request', 'answer', 'before', 'inside', 'after'), ...times(15, 'random')],
    longestMs: LONGEST_MS,
  },
  SEED,
);

/** In full: `npm run test:faults`. Two tablets side by side, in real browsers, at one server. */
let place: Place;
const rows: FaultRow[] = [];

beforeAll(async () => {
  place = await createPlace();
});
afterAll(async () => {
  recordRows('tablet', rows);
  await place.close();
});

/** Minutes pass in silence else: all of it is one test. */
const tell = (line: string): void => void process.stdout.write(`${line}\n`);

async function tryAll(
  name: string,
  scenarios: Readonly<Record<string, Parameters<typeof tryOnTablet>[2]>>,
): Promise<void> {
  for (const [fault, scenario] of Object.entries(scenarios)) {
    // A tablet of its own each, so that one failure does not spoil the next.
    const field = await createField(place, `${name}-${rows.length}`);
    try {
      const row = await tryOnTablet(field, fault, scenario);
      rows.push(row);
      tell(`${fault}: ${row.times} times, ${row.records} records`);
      expect.soft(row, fault).toMatchObject(NOTHING);
    } catch (error) {
      tell(`${fault}: ${String(error)}`);
      expect.soft(error, fault).toBeUndefined();
    } finally {
      await field.close();
    }
  }
}

it('loses nothing under any fault of a tablet', async () => {
  const [[first, ...others], rest] = [Object.entries(KILLS), Object.entries(OTHER_FAULTS)];
  if (first === undefined) throw new Error('No fault to try.');
  await Promise.all([
    tryAll('a', Object.fromEntries([first])),
    tryAll('b', Object.fromEntries([...others, ...rest])),
  ]);
  expect(rows.length).toBe(Object.keys(KILLS).length + rest.length);
});

it.each([
  ['the power goes in the middle of a write: half a record ends the log of the tablet’s database', tornLog],
  ['the tablet’s whole database is gone at a start', lostDatabase],
] as const)('%s', async (fault, scenario) => {
  const field = await createField(place, scenario.name);
  try {
    const profile = place.path(`tablet-${scenario.name}`);
    const row = await tryOnTablet(field, fault, () => scenario(field, profile));
    rows.push(row);
    expect(row).toMatchObject(NOTHING);
  } finally {
    await field.close();
  }
});

it('an old client against this server, and its update', async ({ skip }) => {
  const row = await oldClient(place);
  if (row === null) skip('The history of this copy does not hold the earlier version.');
  else {
    rows.push(row);
    expect(row).toMatchObject(NOTHING);
  }
});
