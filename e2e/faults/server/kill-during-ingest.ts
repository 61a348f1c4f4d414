import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../../../scoring/random/create-random.ts';
import { startServer } from '../../support/start-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import type { FaultRow } from '../support/fault-row.ts';
import { makeRecord, type FieldRecord } from '../support/make-records.ts';
import { prepareField } from '../support/prepare-field.ts';
import { integrityOf, prove } from '../support/prove.ts';
import { sendUntilAcknowledged, startIngest } from '../support/send.ts';

const LONGEST_MS = 400;
/** After so many kills a new database is begun, so that starting stays quick. */
const KILLS_PER_DATABASE = 20;

/**
 * SIGKILL while tablets deliver, each time at another seeded moment. After each restart all that was
 * acknowledged must be there, and all that was not must be taken when it is sent again.
 */
export async function killDuringIngest(kills: number, seed: number): Promise<FaultRow> {
  const random = createRandom(seed);
  const total = { records: 0, acknowledgedAtKill: 0, lost: 0, twice: 0, changed: 0 };
  const add = (proof: { lost: number; twice: number; changed: number }): void => {
    total.lost += proof.lost;
    total.twice += proof.twice;
    total.changed += proof.changed;
  };
  for (let done = 0; done < kills; done += KILLS_PER_DATABASE) {
    const folder = temporaryFolder();
    const dataDir = folder.path('data');
    const token = await prepareField(dataDir);
    const server = await startServer(dataDir, ['--no-demo']);
    const all: FieldRecord[] = [];
    for (let kill = done; kill < Math.min(kills, done + KILLS_PER_DATABASE); kill += 1) {
      const ingest = startIngest(server.url(), token, () => makeRecord(random.next() * 4000));
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
    }
    await server.stop();
    const integrity = integrityOf(dataDir);
    if (integrity !== 'ok') throw new Error(`The database is damaged: ${integrity}`);
    add(prove(dataDir, all));
    total.records += all.length;
    folder.remove();
  }
  const { acknowledgedAtKill, ...counts } = total;
  return {
    side: 'server',
    fault: 'kill -9 the server while tablets deliver, at a random moment',
    times: kills,
    ...counts,
    note: `${acknowledgedAtKill} were acknowledged before the kill; all others were taken when sent again; SQLite’s integrity check passed`,
  };
}
