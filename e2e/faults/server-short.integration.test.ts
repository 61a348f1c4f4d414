import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../tools/support/build.mjs';
import { badNetwork } from './server/bad-network.ts';
import { fullDisk } from './server/full-disk.ts';
import { killDuringCopies } from './server/kill-during-copies.ts';
import { killDuringIngest } from './server/kill-during-ingest.ts';
import { poisonedRecords } from './server/poisoned-records.ts';
import { stopDuringIngest } from './server/stop-during-ingest.ts';
import type { FaultRow } from './support/fault-row.ts';

const SEED = 20261122;
const nothingLost = { lost: 0, twice: 0, changed: 0 };

/** The short form of `npm run test:faults`, against the built server. */
describe('faults of the server', () => {
  beforeAll(() => ensureBuilt());

  it('five kills lose nothing', async () => {
    const row = await killDuringIngest(5, SEED);
    expect(row).toMatchObject(nothingLost);
    expect(row.records).toBeGreaterThan(20);
  });

  it('three kills lose no copy of an unfinished interview', async () => {
    expect(await killDuringCopies(3, SEED)).toMatchObject(nothingLost);
  });

  it('three stops lose nothing', async () => {
    expect(await stopDuringIngest(3, SEED)).toMatchObject(nothingLost);
  });

  const check = (rows: readonly FaultRow[]): void => {
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatchObject(nothingLost);
    expect(rows.every(({ times }) => times > 0)).toBe(true);
  };

  it('no kind of bad network loses, doubles or changes a record', async () =>
    check(await badNetwork(12, SEED)));
  it('a full disk refuses what it cannot keep, and keeps what it took', async () => check(await fullDisk(1)));
  it('poison, damage and an old client hold up no one', async () => check(await poisonedRecords(1)));
});
