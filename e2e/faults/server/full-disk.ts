import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { errorBodySchema } from '../../../contracts/errors.ts';
import { type RunningServer, startServer } from '../../support/start-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import type { FaultRow } from '../support/fault-row.ts';
import { makeRecords, type FieldRecord } from '../support/make-records.ts';
import { prepareField } from '../support/prepare-field.ts';
import { prove } from '../support/prove.ts';
import { send, sendUntilAcknowledged } from '../support/send.ts';

const BLOCK = 512;
const ENOUGH = 400;

/**
 * The disk fills while tablets deliver: once by a limit on the size of a file (works for anyone), and, where this
 * account may mount, on a small file system of its own that is then made larger while the server runs on.
 */
export async function fullDisk(times: number): Promise<FaultRow[]> {
  const rows = [];
  rows.push(await repeat(times, 'disk full: a file may not grow (ulimit)', withSmallFiles));
  if (mayMount())
    rows.push(
      await repeat(times, 'disk full: no space left (a file system of 4 MB), then more room', onSmallDisk),
    );
  return rows;
}

type Outcome = Pick<FaultRow, 'records' | 'lost' | 'twice' | 'changed'> & { readonly refused: number };

async function repeat(times: number, fault: string, once: () => Promise<Outcome>): Promise<FaultRow> {
  const sum = { records: 0, lost: 0, twice: 0, changed: 0, refused: 0 };
  for (let time = 0; time < times; time += 1) {
    const outcome = await once();
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += outcome[key];
  }
  const { refused, ...counts } = sum;
  return {
    side: 'server',
    fault,
    times,
    ...counts,
    note: `${refused} were refused with DISK_FULL and taken once there was room`,
  };
}

/** Delivers until the disk is full; the server must say so and go on answering. */
async function fill(
  server: RunningServer,
  token: string,
): Promise<{ acknowledged: FieldRecord[]; refused: FieldRecord[] }> {
  const records = makeRecords(ENOUGH, 4000);
  const { left, acknowledged } = await sendUntilAcknowledged(server.url(), token, records);
  if (left.length === 0) throw new Error('The disk did not fill: the fault was not tried.');
  // One record alone may still fit where a group did not; then it counts as taken.
  let saidFull = 0;
  for (const record of left) {
    const answer = await send(server.url(), token, record);
    if (answer.receipt) acknowledged.set(record.id, answer.receipt);
    else if (errorBodySchema.parse(JSON.parse(answer.body)).error.code === 'DISK_FULL') saidFull += 1;
    else throw new Error(`Expected DISK_FULL: ${answer.body}`);
  }
  if (saidFull === 0) throw new Error('The disk did not stay full: the fault was not tried.');
  if (!(await fetch(`${server.url()}/api/health`)).ok) throw new Error('The server no longer answers.');
  return {
    acknowledged: records.filter(({ id }) => acknowledged.has(id)),
    refused: records.filter(({ id }) => !acknowledged.has(id)),
  };
}

async function withSmallFiles(): Promise<Outcome> {
  const folder = temporaryFolder();
  const dataDir = folder.path('data');
  const token = await prepareField(dataDir);
  const fileBlocks = Math.ceil(statSync(`${dataDir}/waymark.sqlite`).size / BLOCK) + 1200;
  const small = await startServer(dataDir, ['--no-demo'], { fileBlocks });
  const { acknowledged, refused } = await fill(small, token);
  await small.kill();
  const roomy = await startServer(dataDir, ['--no-demo']);
  const outcome = await finish(roomy, dataDir, token, acknowledged, refused);
  folder.remove();
  return outcome;
}

async function onSmallDisk(): Promise<Outcome> {
  const folder = temporaryFolder();
  const disk = folder.path('disk');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'waymark-faults', disk]);
  try {
    const dataDir = `${disk}/data`;
    const token = await prepareField(dataDir);
    const server = await startServer(dataDir, ['--no-demo'], { env: { WAYMARK_MIN_FREE_MB: '1' } });
    const { acknowledged, refused } = await fill(server, token);
    await waitForReady(server, 503);
    execFileSync('mount', ['-o', 'remount,size=64m', disk]);
    await waitForReady(server, 200);
    return await finish(server, dataDir, token, acknowledged, refused);
  } finally {
    execFileSync('umount', ['-l', disk]);
    folder.remove();
  }
}

async function waitForReady(server: RunningServer, status: number): Promise<void> {
  let last = 0;
  for (let attempt = 0; attempt < 50; attempt += 1) {
    last = (await fetch(`${server.url()}/api/ready`)).status;
    if (last === status) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`Readiness stayed at ${last} where ${status} was expected.`);
}

async function finish(
  server: RunningServer,
  dataDir: string,
  token: string,
  acknowledged: readonly FieldRecord[],
  refused: readonly FieldRecord[],
): Promise<Outcome> {
  const before = prove(dataDir, acknowledged);
  const { left } = await sendUntilAcknowledged(server.url(), token, refused);
  await server.stop();
  const after = prove(dataDir, [...acknowledged, ...refused]);
  return {
    records: acknowledged.length + refused.length,
    refused: refused.length,
    lost: before.lost + after.lost + left.length,
    twice: before.twice + after.twice,
    changed: before.changed + after.changed,
  };
}

/** Whether this account may mount a file system of its own; most may not. */
function mayMount(): boolean {
  const folder = temporaryFolder();
  const probe = folder.path('probe');
  mkdirSync(probe);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'waymark-probe', probe], { stdio: 'ignore' });
    execFileSync('umount', [probe], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    folder.remove();
  }
}
