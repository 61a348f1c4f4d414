import { createRandom } from '../../../scoring/random/create-random.ts';
import { startServer } from '../../support/start-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { createFaultProxy, NETWORK_FAULTS, type NetworkFault } from '../support/fault-proxy.ts';
import type { FaultRow } from '../support/fault-row.ts';
import { makeRecords } from '../support/make-records.ts';
import { prepareField } from '../support/prepare-field.ts';
import { prove } from '../support/prove.ts';
import { sendUntilAcknowledged } from '../support/send.ts';

const MOST_TRIES = 60;

/** Each kind of bad network in turn, striking half of the requests, until every record is acknowledged. */
export async function badNetwork(recordsEach: number, seed: number): Promise<FaultRow[]> {
  const folder = temporaryFolder();
  const dataDir = folder.path('data');
  const token = await prepareField(dataDir);
  const server = await startServer(dataDir, ['--no-demo']);
  const rows: FaultRow[] = [];
  for (const [index, fault] of (Object.keys(NETWORK_FAULTS) as NetworkFault[]).entries()) {
    const proxy = await createFaultProxy(server.url(), fault, createRandom(seed + index));
    const records = makeRecords(recordsEach);
    const { left, acknowledged } = await sendUntilAcknowledged(proxy.url, token, records, {
      tries: MOST_TRIES,
    });
    const times = proxy.struck();
    await proxy.close();
    const proof = prove(dataDir, records);
    const notStored = [...acknowledged.values()].filter(({ status }) => status !== 'stored').length;
    if (notStored > 0) throw new Error(`${fault}: ${notStored} were acknowledged, but not as stored.`);
    rows.push({
      side: 'server',
      fault: `network: ${NETWORK_FAULTS[fault]}`,
      times,
      records: records.length,
      ...proof,
      lost: proof.lost + left.length,
    });
  }
  await server.stop();
  folder.remove();
  return rows;
}
