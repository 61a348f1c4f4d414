import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Delivery } from '../../../contracts/submission.ts';
import { databaseFiles } from '../../open-store.ts';
import type { WholeRecord } from '../../storage/port.ts';
import { makeDelivery, makeInterview } from '../../testing/make-delivery.ts';
import { startServer, type TestServer } from '../../testing/start-server.ts';
import { createEnrolCode } from '../create-enrol-code.ts';
import { enrolTablet } from '../enrol-tablet.ts';
import { loadDemo } from '../load-demo.ts';

let server: TestServer;
let token: string;
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'waymark-'));
  server = await startServer({ dataDir });
  await loadDemo(server.waymark.context, { count: 40, seed: 3 });
  const wanted = { studyId: 'demo', branches: null, scope: null };
  const { code } = await createEnrolCode(server.waymark.context, wanted);
  ({ token } = await enrolTablet(server.waymark.context, { code, deviceName: 'One' }));
});
afterAll(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function deliver(id: string, delivery: Delivery): Promise<unknown> {
  const response = await fetch(`${server.url}/api/submissions/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(delivery),
  });
  return response.json();
}

async function readWhole(id: string): Promise<WholeRecord> {
  const { personal, submissions } = server.waymark.store;
  const { lastSequence } = await submissions.mark('demo');
  for await (const record of personal.read('demo', { upToSequence: lastSequence }))
    if (record.id === id) return record;
  throw new Error(`${id} is not there.`);
}

function payloadOf(id: string): string {
  const database = new Database(databaseFiles(server.dataDir)[0]);
  const payload = database.prepare('select payload from submissions where id = ?').pluck().get(id);
  database.close();
  return String(payload);
}

const ANSWERS = {
  consent: 'yes',
  respondent_name: 'Asha Devi',
  respondent_phone: '+91 98 7654',
  own_phone: 'no',
  'trade-Comment': 'sells what Asha sews',
};

test('what is personal is kept apart from what analysis reads, and both give back the bytes that came', async () => {
  const interview = makeInterview({ answers: ANSWERS });
  const text = JSON.stringify(interview, null, 2);
  const delivery = makeDelivery(text);
  const receipt = await deliver(interview.id, delivery);
  expect(receipt).toMatchObject({ status: 'stored', hash: delivery.hash });
  expect(await deliver(interview.id, delivery)).toEqual(receipt);
  expect(payloadOf(interview.id)).not.toMatch(/Asha|7654/);
  expect(JSON.parse(payloadOf(interview.id))).toEqual({
    ...interview,
    answers: { consent: 'yes', own_phone: 'no' },
  });
  expect((await readWhole(interview.id)).payload).toBe(text);
});

test('two interviews of one person are known by a digest that names nobody', async () => {
  const twice = makeInterview({
    answers: { ...ANSWERS, respondent_name: 'ASHA-Devi', respondent_phone: '+91987654' },
  });
  const other = makeInterview({ answers: { ...ANSWERS, respondent_name: 'Rosa' } });
  const first = makeInterview({ answers: ANSWERS });
  for (const one of [first, twice, other]) await deliver(one.id, makeDelivery(one));
  const digests = [];
  for (const { id } of [first, twice, other]) digests.push((await readWhole(id)).personDigest);
  expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(digests[1]).toBe(digests[0]);
  expect(digests[2]).not.toBe(digests[0]);
});

test('records of before are moved over when Waymark starts, also after it was cut off in the middle', async () => {
  const ids = [];
  for (let number = 0; number < 3; number += 1) {
    const interview = makeInterview({ answers: { ...ANSWERS, respondent_phone: `55 ${number}` } });
    await deliver(interview.id, makeDelivery(interview));
    ids.push(interview.id);
  }
  const wholes = await Promise.all(ids.map(readWhole));
  await server.stop();
  asBefore(dataDir, wholes, ids[1] ?? '');
  server = await startServer({ dataDir });
  for (const [index, id] of ids.entries()) {
    expect(payloadOf(id)).not.toContain('Asha');
    expect(await readWhole(id)).toEqual(wholes[index]);
  }
});

/** Puts the whole texts back where they were before personal data was kept apart; all up to `moved` were moved. */
function asBefore(dataDir: string, wholes: readonly WholeRecord[], moved: string): void {
  const database = new Database(databaseFiles(dataDir)[0]);
  const sequenceOf = database.prepare('select sequence from submissions where id = ?').pluck();
  const next = Number(sequenceOf.get(moved)) + 1;
  for (const { id, payload } of wholes) {
    const sequence = Number(sequenceOf.get(id));
    if (sequence < next) continue;
    database.prepare('update submissions set payload = ? where sequence = ?').run(payload, sequence);
    database.prepare('delete from personal_data where sequence = ?').run(sequence);
  }
  database
    .prepare(
      'update personal_moves set next_sequence = ?, last_sequence = (select max(sequence) from submissions)',
    )
    .run(next);
  database.close();
}
