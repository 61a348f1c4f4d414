import { afterAll, describe, expect, it } from 'vitest';
import { badNetwork } from './server/bad-network.ts';
import { fullDisk } from './server/full-disk.ts';
import { fuzzFiles } from './server/fuzz-files.ts';
import { fuzzImport } from './server/fuzz-import.ts';
import { fuzzRoutes } from './server/fuzz-routes.ts';
import { fuzzValid } from './server/fuzz-valid.ts';
import { killDuringCopies } from './server/kill-during-copies.ts';
import { killDuringIngest } from './server/kill-during-ingest.ts';
import { poisonedRecords } from './server/poisoned-records.ts';
import { stopDuringIngest } from './server/stop-during-ingest.ts';
import { recordRows, type FaultRow } from './support/fault-row.ts';

const SEED = 20261122;
const KILLS = 200;
/** A machine in heavy use stops earlier, and the table says how often it was; `WAYMARK_KILL_MINUTES` changes it. */
const KILL_MINUTES = Number(process.env.WAYMARK_KILL_MINUTES ?? 10);
const NOTHING = { lost: 0, twice: 0, changed: 0 };

/** In full: `npm run test:faults`. The rows go into docs/reliability.md. */
describe('faults of the server, in full', () => {
  const rows: FaultRow[] = [];
  afterAll(() => recordRows('server', rows));
  const take = (found: readonly FaultRow[]): void => {
    rows.push(...found);
    expect(found.length).toBeGreaterThan(0);
    for (const row of found) expect(row).toMatchObject(NOTHING);
  };

  it('kills while tablets deliver', async () => {
    take([await killDuringIngest(KILLS, SEED, { lanes: 3, longestMs: KILL_MINUTES * 60_000 })]);
  });
  it('kills while tablets leave copies', async () => take([await killDuringCopies(40, SEED)]));
  it('stops while tablets deliver', async () => take([await stopDuringIngest(10, SEED)]));
  it('every kind of bad network', async () => take(await badNetwork(100, SEED)));
  it('a full disk', async () => take(await fullDisk(2)));
  it('poison, damage and an old client', async () => take(await poisonedRecords(10)));

  it('generated requests to every route', async () => {
    const { routes, requests, slowestMs, slowest, statuses } = await fuzzRoutes(60, SEED);
    const counts = Object.entries(statuses).map(([status, count]) => `${status}: ${count}`);
    rows.push({
      side: 'server',
      fault: `generated requests to all ${routes} routes (seed ${SEED})`,
      times: requests,
      records: 0,
      ...NOTHING,
      note: `no 5xx, no stack trace, slowest ${(slowestMs / 1000).toFixed(1)} s (${slowest}); answers ${counts.join(', ')}`,
    });
    expect(requests).toBeGreaterThan(routes * 50);
  });

  it('right and nearly right requests to every route', async () => {
    const { routes, requests, slowestMs, slowest, statuses } = await fuzzValid(40, SEED);
    const taken = Object.entries(statuses).reduce(
      (sum, [status, count]) => sum + (status < '3' ? count : 0),
      0,
    );
    rows.push({
      side: 'server',
      fault: `right requests to all ${routes} routes, and such with one or two wrong values (seed ${SEED})`,
      times: requests,
      records: 0,
      ...NOTHING,
      note: `no 5xx, no stack trace, slowest ${(slowestMs / 1000).toFixed(1)} s (${slowest}); ${taken} were taken`,
    });
    expect(taken).toBeGreaterThan(routes);
  });

  it('right and nearly right files to the imports', async () => {
    const { csv, backups } = await fuzzFiles(150, SEED);
    rows.push(
      file('of respondents (CSV)', csv.files, `${csv.taken} taken, the others refused with a reason`),
      file(
        'of a tablet’s backup',
        backups.files,
        `${backups.taken} taken with ${backups.recordsTaken} records, the others refused with a reason`,
      ),
    );
    for (const { files, taken } of [csv, backups]) {
      expect(taken).toBeGreaterThan(files / 10);
      expect(taken).toBeLessThan(files);
    }
    function file(what: string, times: number, note: string): FaultRow {
      const fault = `generated files ${what}, right or nearly right (seed ${SEED})`;
      return { side: 'server', fault, times, records: 0, ...NOTHING, note };
    }
  });

  it('generated files to the import', async () => {
    const { files, refused } = await fuzzImport(25, SEED);
    rows.push({
      side: 'server',
      fault: `generated files to \`waymark import\` (seed ${SEED})`,
      times: files,
      records: 0,
      ...NOTHING,
      note: `${refused} refused with a reason, ${files - refused} taken; none failed otherwise`,
    });
    expect(refused).toBeGreaterThan(0);
  });
});
