import { randomUUID } from 'node:crypto';
import { sha256 } from '../../../server/use-cases/sha256.ts';
import { makeDelivery, makeInterview } from '../../../server/testing/make-delivery.ts';
import { startServer } from '../../support/start-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import type { FaultRow } from '../support/fault-row.ts';
import { makeRecords, type FieldRecord } from '../support/make-records.ts';
import { prepareField } from '../support/prepare-field.ts';
import { prove } from '../support/prove.ts';
import { send, sendUntilAcknowledged } from '../support/send.ts';

/** Contents that no tablet should ever send, each with the right hash: the server must keep them apart and go on. */
const POISON: Readonly<Record<string, (id: string) => string>> = {
  'not JSON': () => 'half a reco',
  empty: () => '',
  'JSON of 50,000 levels': () => '['.repeat(50_000) + ']'.repeat(50_000),
  'a million characters': () => JSON.stringify('x'.repeat(999_000)),
  'keys of JavaScript itself': (id) =>
    `{"__proto__":{"id":"${id}"},"constructor":{"prototype":{}},"id":"${id}"}`,
  'null bytes and unpaired surrogates': () => '{"a":"\\u0000\\ud800","b":"\u0000"}',
  'an answer of a million': (id) =>
    JSON.stringify({ ...makeInterview({ id }), answers: { own_phone: 1e308 * 10, shared_phone: -1 } }),
  'an id of another record': () => JSON.stringify(makeInterview()),
  'a date that does not exist': (id) =>
    JSON.stringify({ ...makeInterview({ id }), startedAt: '2026-02-31T25:00:00Z' }),
  'what looks sealed': () => 'eyJhbGciOiJFQ0RILUVTIn0..AAAA.BBBB.CCCC',
};

/** A payload as tablets of the first version sent it: plain JSON, written down then, never made by today's code. */
const OLD_PAYLOAD = (id: string): string =>
  `{"id":"${id}","studyId":"demo","instrument":{"name":"msme-digital-maturity","version":"v1","hash":"HASH"},` +
  `"branch":"old-town","language":"es","enumerator":"Rosa","answers":{"consent":"yes","own_phone":"no","shared_phone":"no"},` +
  `"startedAt":"2026-11-20T09:00:00.000+05:30","finishedAt":"2026-11-20T09:14:00.000+05:30","activeMs":800000,` +
  `"appVersion":"0.1.0","result":{"archetype":null,"modelVersion":"1"}}`;

/** Poison among good records, and a tablet with last season's client: none may hold up another. */
export async function poisonedRecords(rounds: number): Promise<FaultRow[]> {
  const folder = temporaryFolder();
  const dataDir = folder.path('data');
  const token = await prepareField(dataDir);
  const server = await startServer(dataDir, ['--no-demo']);
  const good = makeRecords(rounds * 20);
  const poison = Array.from({ length: rounds }, () => Object.values(POISON))
    .flat()
    .map((make): FieldRecord => {
      const id = randomUUID();
      return { id, ...makeDelivery(make(id)) };
    });
  const mixed = good.flatMap((record, index) => [record, ...(poison[index] ? [poison[index]] : [])]);
  const { left, acknowledged } = await sendUntilAcknowledged(server.url(), token, mixed);
  for (const { id } of good)
    if (acknowledged.get(id)?.status !== 'stored') throw new Error('A good record was not stored.');
  for (const { id } of poison)
    if (acknowledged.get(id)?.status === 'stored')
      throw new Error('A poisoned record counts as an interview.');
  const damaged = makeRecords(rounds);
  let damagedTaken = 0;
  for (const record of damaged)
    if ((await send(server.url(), token, { ...record, payload: `${record.payload} ` })).receipt)
      damagedTaken += 1;
  const mended = await sendUntilAcknowledged(server.url(), token, damaged);
  if (damagedTaken > 0) throw new Error('A record whose hash is wrong was acknowledged.');

  const { hash } = makeInterview().instrument;
  const old = Array.from({ length: rounds }, (): FieldRecord => {
    const id = randomUUID();
    const payload = OLD_PAYLOAD(id).replace('HASH', hash);
    return { id, hash: sha256(payload), payload };
  });
  const fromOld = await sendUntilAcknowledged(server.url(), token, old);
  for (const { id } of old)
    if (fromOld.acknowledged.get(id)?.status !== 'stored')
      throw new Error('An old client’s record was not stored.');
  await server.stop();
  const rows: FaultRow[] = [
    row(
      'poisoned records among good ones',
      poison.length,
      mixed,
      left,
      'kept apart with a receipt; the good ones were stored',
    ),
    row(
      'a record damaged on the way (its hash does not fit)',
      damaged.length,
      damaged,
      mended.left,
      'refused, and taken when sent again whole',
    ),
    row(
      'an old client (plain payload of the first version) against this server',
      old.length,
      old,
      fromOld.left,
      'stored',
    ),
  ];
  folder.remove();
  return rows;

  function row(
    fault: string,
    times: number,
    records: FieldRecord[],
    notTaken: FieldRecord[],
    note: string,
  ): FaultRow {
    const proof = prove(dataDir, records);
    return {
      side: 'server',
      fault,
      times,
      records: records.length,
      ...proof,
      lost: proof.lost + notTaken.length,
      note,
    };
  }
}
