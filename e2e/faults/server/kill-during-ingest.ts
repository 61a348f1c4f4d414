import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../../../scoring/random/create-random.ts';
import { startServer } from '../../support/start-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import type { FaultRow } from '../support/fault-row.ts';
import { createSealer, makeRecord, type FieldRecord } from '../support/make-records.ts';
import { prepareField } from '../support/prepare-field.ts';
import { integrityOf, prove, type Proof } from '../support/prove.ts';
import { sendUntilAcknowledged, startIngest } from '../support/send.ts';

const LONGEST_MS = 400;
/** After so many kills a new database is begun, so that starting stays quick. */
const KILLS_PER_DATABASE = 20;

interface Counts {
  times: number;
  records: number;
  acknowledgedAtKill: number;
  lost: number;
  twice: number;
  changed: number;
}

/**
 * SIGKILL while tablets deliver, each time at another seeded moment. After each restart all that was
 * acknowledged must be there, and all that was not must be taken when it is sent again.
 *
 * @param kills how often at most
 * @param lanes servers that are tried side by side
 * @param longestMs no further kill begins after this; the row says how many there were
 */
export async function killDuringIngest(
  kills: number,
  seed: number,
  { lanes = 1, longestMs = Infinity } = {},
): Promise<FaultRow> {
  const deadline = performance.now() + longestMs;
  const total: Counts = { times: 0, records: 0, acknowledgedAtKill: 0, lost: 0, twice: 0, changed: 0 };
  const databases = Array.from({ length: Math.ceil(kills / KILLS_PER_DATABASE) }, (_, index) => ({
    kills: Math.min(KILLS_PER_DATABASE, kills - index * KILLS_PER_DATABASE),
    seed: seed + index,
  })).values();
  const work = async (): Promise<void> => {
    for (const database of databases) await killOneDatabase(database, total, deadline);
  };
  await Promise.all(Array.from({ length: lanes }, work));
  const { acknowledgedAtKill, ...counts } = total;
  return {
    side: 'server',
    fault: 'kill -9 the server while tablets deliver, at a random moment',
    ...counts,
    note: `three of four sealed; ${acknowledgedAtKill} were acknowledged before the kill; all others were taken when sent again; SQLite’s integrity check passed`,
  };
}

async function killOneDatabase(
  { kills, seed }: { readonly kills: number; readonly seed: number },
  total: Counts,
  deadline: number,
): Promise<void> {
  if (performance.now() > deadline) return;
  const random = createRandom(seed);
  const folder = temporaryFolder();
  const dataDir = folder.path('data');
  const token = await prepareField(dataDir);
  const server = await startServer(dataDir, ['--no-demo']);
  const sealed = await createSealer(server.url(), token);
  const make = () => sealed(makeRecord(random.next() * 4000));
  const all: FieldRecord[] = [];
  const add = (proof: Proof): void => {
    total.lost += proof.lost;
    total.twice += proof.twice;
    total.changed += proof.changed;
  };
  for (let kill = 0; kill < kills && performance.now() < deadline; kill += 1) {
    const ingest = startIngest(server.url(), token, make);
    await sleep(random.next() * LONGEST_MS);
    await server.kill();
    await ingest.stop();
    const acknowledged = ingest.sent.filter(({ id }) => ingest.acknowledged.has(id));
    const others = ingest.sent.filter(({ id }) => !ingest.acknowledged.has(id));
    total.acknowledgedAtKill += acknowledged.length;
    await server.start();
    add(prove(dataDir, acknowledged));
    const again = await sendUntilAcknowledged(server.url(), token, others);
    total.lost += again.left.length;
    all.push(...ingest.sent);
    total.times += 1;
  }
  await server.stop();
  const integrity = integrityOf(dataDir);
  if (integrity !== 'ok') throw new Error(`The database is damaged: ${integrity}`);
  add(prove(dataDir, all));
  total.records += all.length;
  folder.remove();
}
