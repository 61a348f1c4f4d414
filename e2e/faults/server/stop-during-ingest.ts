import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../../../scoring/random/create-random.ts';
import { startServer } from '../../support/start-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import type { FaultRow } from '../support/fault-row.ts';
import { createSealer, makeRecord, type FieldRecord } from '../support/make-records.ts';
import { prepareField } from '../support/prepare-field.ts';
import { prove } from '../support/prove.ts';
import { sendUntilAcknowledged, startIngest } from '../support/send.ts';

/** SIGTERM while tablets deliver: the server ends by itself with code 0, and all that it acknowledged is on the disk. */
export async function stopDuringIngest(stops: number, seed: number): Promise<FaultRow> {
  const random = createRandom(seed);
  const folder = temporaryFolder();
  const dataDir = folder.path('data');
  const token = await prepareField(dataDir);
  const server = await startServer(dataDir, ['--no-demo']);
  const sealed = await createSealer(server.url(), token);
  const make = () => sealed(makeRecord(random.next() * 4000));
  const all: FieldRecord[] = [];
  let lostAtStop = 0;
  for (let stop = 0; stop < stops; stop += 1) {
    const ingest = startIngest(server.url(), token, make);
    await sleep(50 + random.next() * 300);
    const code = await server.stop();
    await ingest.stop();
    if (code !== 0) throw new Error(`The server ended with code ${String(code)}.`);
    const before = prove(
      dataDir,
      ingest.sent.filter(({ id }) => ingest.acknowledged.has(id)),
    );
    await server.start();
    const others = ingest.sent.filter(({ id }) => !ingest.acknowledged.has(id));
    const { left } = await sendUntilAcknowledged(server.url(), token, others);
    lostAtStop += before.lost + left.length;
    all.push(...ingest.sent);
  }
  await server.stop();
  const { lost, twice, changed } = prove(dataDir, all);
  folder.remove();
  return {
    side: 'server',
    fault: 'stop the server (SIGTERM) while tablets deliver',
    times: stops,
    records: all.length,
    lost: lostAtStop + lost,
    twice,
    changed,
    note: 'it ended by itself with code 0 each time',
  };
}
