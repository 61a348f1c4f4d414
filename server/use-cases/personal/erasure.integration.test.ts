import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ErasureStatement } from '../../../contracts/personal.ts';
import { backUp } from '../../operations/back-up.ts';
import { restore } from '../../operations/restore.ts';
import { readErasures } from '../../imports/read-erasures.ts';
import { makeDelivery, makeInterview, makeVisit } from '../../testing/make-delivery.ts';
import { seal } from '../../testing/seal.ts';
import { startServer, type TestServer } from '../../testing/start-server.ts';
import { createEnrolCode } from '../create-enrol-code.ts';
import { enrolTablet } from '../enrol-tablet.ts';
import { listStudies } from '../list-studies.ts';
import { loadDemo } from '../load-demo.ts';
import { readBoard } from '../read-board.ts';
import { tabulateStudy } from '../tabulate-study.ts';
import { eraseRespondent } from './erase-respondent.ts';
import { exportPersonal } from './export-personal.ts';
import { purgePersonalData, readPersonalOverview, setRetention } from './retention.ts';
import { searchPersonal } from './search-personal.ts';
import { verifyErasure } from './verify-erasure.ts';

const REASON = 'She asked for it by telephone';
const DAY_MS = 86_400_000;

let server: TestServer;
let folder: string;
let token: string;
/** Moved on by what tests time. */
let now = Date.parse('2026-11-22T12:00:00.000Z');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-'));
  server = await startServer({ dataDir: join(folder, 'data'), clock: () => new Date(now) });
  await loadDemo(server.waymark.context, { count: 40, seed: 3 });
  const wanted = { studyId: 'demo', branches: null, scope: null };
  const { code } = await createEnrolCode(server.waymark.context, wanted);
  ({ token } = await enrolTablet(server.waymark.context, { code, deviceName: 'One' }));
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function deliver(id: string, content: unknown, url = server.url): Promise<{ receiptId: string }> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const key = await server.waymark.accept.keys.current();
  const response = await fetch(`${url}/api/submissions/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(makeDelivery(await seal(text, key))),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as { receiptId: string };
}

/** An interview of someone with a name of her own, found by nothing else. */
const interviewOf = (name: string, parts: object = {}) =>
  makeInterview({
    answers: {
      consent: 'yes',
      respondent_name: name,
      respondent_phone: `77 ${name.length}`,
      own_phone: 'no',
    },
    ...{ notes: `Says ${name} will move` },
    ...parts,
  });

/** Every file of a data folder: whether a text stands anywhere in it, in UTF-8 or UTF-16. */
async function stands(text: string, dataDir = join(folder, 'data')): Promise<string[]> {
  const found = [];
  for (const name of await readdir(dataDir)) {
    const content = await readFile(join(dataDir, name));
    if (content.includes(text, 0, 'utf8') || content.includes(text, 0, 'utf16le')) found.push(name);
  }
  return found;
}

const respondents = async (): Promise<number | undefined> =>
  (await listStudies(server.waymark.context, null)).find(({ id }) => id === 'demo')?.respondents;

async function completed(): Promise<number> {
  const { branches } = await readBoard(server.waymark.context, 'demo', null);
  return branches.reduce((sum, branch) => sum + branch.completed, 0);
}

async function tabulate() {
  const wanted = { studyId: 'demo', rows: 'own_phone', columns: 'branch', weighted: false, scope: null };
  return tabulateStudy(server.waymark.context, wanted);
}

test('who is erased is gone from the file and its log; her answers still count', async () => {
  const { context, store } = server.waymark;
  const interview = interviewOf('Parvati Solanki');
  await deliver(interview.id, interview);
  await deliver(interview.id, { ...interview, notes: 'Parvati Solanki, told otherwise' });
  const photo = { submissionId: interview.id, hash: 'a'.repeat(64), content: 'sealed-photo-of-parvati' };
  const came = { studyId: 'demo', tabletId: null, receivedAt: '2026-11-22T12:00:00.000Z' };
  await store.attachments.add({ ...photo, ...came });
  expect(await stands('Parvati Solanki')).not.toEqual([]);
  const before = await tabulate();

  const found = await searchPersonal(context, { text: 'parvati-sol' });
  expect(found.matches.map(({ target, contact }) => [target, contact[0]])).toEqual([
    [{ recordId: interview.id }, 'Parvati Solanki'],
    [{ recordId: interview.id }, 'Parvati Solanki'],
  ]);
  const { statement, isScrubbed } = await eraseRespondent(context, {
    ...{ target: { recordId: interview.id }, mode: 'identifying', reason: REASON },
  });
  expect(isScrubbed).toBe(true);
  expect(statement.removed).toMatchObject({ personalData: 2, answers: 0, attachments: 1 });
  expect(statement.records.map(({ status }) => status)).toEqual(['stored', 'conflict']);
  expect(await stands('Parvati Solanki')).toEqual([]);
  expect(await stands(photo.content)).toEqual([]);
  expect(JSON.parse((await store.personal.textOf(interview.id)) ?? '')).toMatchObject({
    answers: { consent: 'yes', own_phone: 'no' },
  });
  expect(await tabulate()).toEqual(before);
  expect((await searchPersonal(context, { text: 'parvati-sol' })).matches).toEqual([]);
});

test('who is erased with all her answers stays in the totals, and a table says that she is left out', async () => {
  const { context, store } = server.waymark;
  const interview = interviewOf('Gulnara Bek');
  await deliver(interview.id, interview);
  const totals = [await respondents(), await completed()];
  const before = await tabulate();
  const { statement } = await eraseRespondent(context, {
    ...{ target: { recordId: interview.id }, mode: 'everything', reason: REASON, records: 1 },
  });
  expect(await stands('Gulnara Bek')).toEqual([]);
  expect(await store.personal.textOf(interview.id)).toBeNull();
  expect([await respondents(), await completed()]).toEqual(totals);
  const after = await tabulate();
  expect(after.base.unweighted).toBe(before.base.unweighted - 1);
  expect(after.excluded).toContainEqual({ reason: 'answers erased on request', count: 1 });
  expect(statement.counts.after).toEqual({
    ...statement.counts.before,
    stored: statement.counts.before.stored - 1,
    erased: statement.counts.before.erased + 1,
    withPersonalData: statement.counts.before.withPersonalData - 1,
  });
});

test('what comes again of someone who was erased is acknowledged, and does not come back', async () => {
  const { context, store } = server.waymark;
  const interview = interviewOf('Noor Jahan');
  const first = await deliver(interview.id, interview);
  await eraseRespondent(context, {
    ...{ target: { recordId: interview.id }, mode: 'everything', reason: REASON },
  });
  const again = await deliver(interview.id, interview);
  expect(again.receiptId).toBe(first.receiptId);
  const other = await deliver(interview.id, { ...interview, notes: 'Noor Jahan once more' });
  expect(other).toMatchObject({ id: interview.id, status: 'stored' });
  expect(await stands('Noor Jahan')).toEqual([]);
  expect(await store.submissions.readHeld(interview.id)).toEqual([]);
});

test('an entry of the list goes with her contact, visits, revisions, and stays away when the list comes again', async () => {
  const { context, store } = server.waymark;
  const one = {
    ...{ id: 'C-1', branch: 'old-town', wave: null, tabletId: null },
    ...{ addedAt: '2026-11-01T00:00:00.000Z', contact: { name: 'Zehra Aydin', phone: '555 010' } },
  };
  await store.cases.put('demo', [one]);
  const visit = makeVisit({ caseId: 'C-1', note: 'Zehra Aydin was at the market' });
  const first = interviewOf('Zehra Aydin');
  const again = interviewOf('Zehra Aydin', {
    caseId: 'C-1',
    revision: { of: first.id, reason: 'Wrong shop' },
  });
  for (const record of [visit, first, again]) await deliver(record.id, record);
  const { statement } = await eraseRespondent(context, {
    ...{ target: { studyId: 'demo', caseId: 'C-1' }, mode: 'everything', reason: REASON },
  });
  expect(new Set(statement.records.map(({ id }) => id))).toEqual(new Set([visit.id, first.id, again.id]));
  expect(statement.removed).toMatchObject({ contacts: 1, answers: 2 });
  await store.cases.put('demo', [one]);
  expect(await stands('Zehra Aydin')).toEqual([]);
  expect((await store.cases.contacts('demo')).has('C-1')).toBe(false);
});

test('what a tablet still held of an entry that was erased is acknowledged, and names nobody', async () => {
  const { context, store } = server.waymark;
  const listed = {
    id: 'C-2',
    branch: 'old-town',
    wave: null,
    tabletId: null,
    addedAt: '2026-11-01T00:00:00.000Z',
  };
  await store.cases.put('demo', [{ ...listed, contact: { name: 'Oyuna Bat' } }]);
  const first = interviewOf('Oyuna Bat', { caseId: 'C-2' });
  await deliver(first.id, first);
  await eraseRespondent(context, {
    ...{ target: { studyId: 'demo', caseId: 'C-2' }, mode: 'everything', reason: REASON },
  });
  const total = await completed();
  const visit = makeVisit({ caseId: 'C-2', note: 'Oyuna Bat was ill' });
  const again = interviewOf('Oyuna Bat', { revision: { of: first.id, reason: 'Wrong shop' } });
  for (const record of [visit, again])
    expect(await deliver(record.id, record)).toMatchObject({ id: record.id, status: 'stored' });
  expect(await stands('Oyuna Bat')).toEqual([]);
  expect(await store.personal.textOf(again.id)).toBeNull();
  expect(await completed()).toBe(total);
});

test('who did not count because she was rejected or replaced does not count once she is erased', async () => {
  const { context, store } = server.waymark;
  const fake = interviewOf('Never Met', { caseId: 'C-3' });
  const first = interviewOf('Asked Twice Over');
  const again = interviewOf('Asked Twice Over', { revision: { of: first.id, reason: 'Wrong shop' } });
  for (const record of [fake, first, again]) await deliver(record.id, record);
  const row = (await store.review.list('demo')).find(({ id }) => id === fake.id);
  await store.review.add({
    ...{ studyId: 'demo', submission: row?.sequence ?? 0, decision: 'rejected', comment: 'Nobody met her' },
    ...{ decidedBy: null, decidedByName: 'Vera', decidedAt: '2026-11-22T12:00:00.000Z' },
  });
  const totals = [await respondents(), await completed()];
  for (const { id } of [fake, first])
    await eraseRespondent(context, { target: { recordId: id }, mode: 'everything', reason: REASON });
  expect([await respondents(), await completed()]).toEqual(totals);
  expect(await store.erasures.caseInterviews('demo')).not.toContainEqual(
    expect.objectContaining({ caseId: 'C-3' }),
  );
});

test('a statement holds, and shows when it was changed, left out, or is not true any more', async () => {
  const { store } = server.waymark;
  const statements = await store.erasures.list();
  const [statement] = statements;
  if (!statement) throw new Error('Nobody was erased.');
  const read = JSON.parse(JSON.stringify(statement)) as ErasureStatement;
  const good = { isUnchanged: true, isKept: true, isRecorded: true, remains: [], isCountKept: true };
  expect(await verifyErasure(store, read)).toEqual(good);
  const changed = { ...read, at: '2026-01-01T00:00:00.000Z' };
  expect(await verifyErasure(store, changed)).toMatchObject({ isUnchanged: false });
  const foreign = { ...read, hash: 'f'.repeat(64) };
  expect(await verifyErasure(store, foreign)).toMatchObject({ isKept: false, isRecorded: false });
  const here = interviewOf('Still Here');
  await deliver(here.id, here);
  const untrue = { ...read, records: read.records.map((record) => ({ ...record, id: here.id })) };
  expect(await verifyErasure(store, untrue)).toMatchObject({ isUnchanged: false });
  expect((await verifyErasure(store, untrue)).remains).toContain(here.id);
});

test('a backup of before does not bring her back, nor does the tablet after it', async () => {
  const { context } = server.waymark;
  const interview = interviewOf('Imelda Quispe');
  await deliver(interview.id, interview);
  const backup = join(folder, 'before.sqlite');
  await backUp(server.dataDir, backup);
  const late = interviewOf('Late Arrival');
  await deliver(late.id, late);
  for (const { id } of [interview, late])
    await eraseRespondent(context, { target: { recordId: id }, mode: 'everything', reason: REASON });

  const restored = join(folder, 'restored');
  const list = await readErasures(join(server.dataDir, 'erasures.jsonl'));
  expect(await restore(backup, restored, list)).toMatchObject({ erasedAgain: 2 });
  expect(await stands('Imelda Quispe', restored)).toEqual([]);
  const second = await startServer({ dataDir: restored });
  await deliver(interview.id, interview, second.url);
  await deliver(late.id, late, second.url);
  expect(await stands('Imelda Quispe', restored)).toEqual([]);
  expect(await stands('Late Arrival', restored)).toEqual([]);
  const last = list.at(-1);
  if (!last) throw new Error('Nobody was erased.');
  expect(await verifyErasure(second.waymark.store, last)).toMatchObject({ isKept: true, remains: [] });
  await second.stop();
});

test('what names people is removed when its time is over; answers, counts and doubles stay', async () => {
  const { context, store } = server.waymark;
  const one = interviewOf('Twice Asked');
  const two = interviewOf('Twice Asked');
  for (const record of [one, two]) await deliver(record.id, record);
  const listed = { branch: 'old-town', wave: null, tabletId: null, contact: { name: 'Never Visited' } };
  const addedAt = new Date(now).toISOString();
  await store.cases.put('demo', [{ id: 'C-9', addedAt, ...listed }]);
  await setRetention(context, { studyId: null, retention: { days: 30, countedFrom: 'receipt' } });
  expect(await purgePersonalData(context)).toEqual([]);
  const overview = await readPersonalOverview(context);
  const study = overview.studies.find(({ id }) => id === 'demo');
  expect(study).toMatchObject({ due: 0, nextOn: '2026-12-22', own: null, holds: { days: 30 } });
  now += 31 * DAY_MS;
  const records = study?.records ?? 0;
  const relisted = { ...listed, contact: { name: 'Listed Again' } };
  await store.cases.put('demo', [{ id: 'C-10', addedAt, ...relisted }]);
  await store.cases.put('demo', [{ id: 'C-10', ...relisted, addedAt: new Date(now).toISOString() }]);
  expect(await purgePersonalData(context, { dryRun: true })).toMatchObject([{ studyId: 'demo', records }]);
  expect(await stands('Twice Asked')).not.toEqual([]);
  const totals = [await respondents(), await completed()];
  await purgePersonalData(context);
  expect(await stands('Twice Asked')).toEqual([]);
  expect(await stands('Never Visited')).toEqual([]);
  expect((await store.cases.contacts('demo')).get('C-10')).toEqual({ name: 'Listed Again' });
  expect([await respondents(), await completed()]).toEqual(totals);
  const { lastSequence } = await store.submissions.mark('demo');
  const digests = [];
  for await (const { id, personDigest } of store.personal.read('demo', { upToSequence: lastSequence }))
    if (id === one.id || id === two.id) digests.push(personDigest);
  expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(digests[1]).toBe(digests[0]);
});

test('nobody is named in the audit log, and what was read, exported and erased is in it', async () => {
  const { context, store } = server.waymark;
  const named = interviewOf('Only Exported');
  const elsewhere = interviewOf('Other Branch', { branch: 'riverside' });
  for (const one of [named, elsewhere]) await deliver(one.id, one);
  const wanted = { studyId: 'demo', scope: ['old-town'], purpose: 'Thank-you calls' };
  let text = '';
  for await (const line of await exportPersonal(context, wanted)) text += line;
  expect(text).toContain('Only Exported');
  expect(text).not.toMatch(/own_phone|Other Branch/);
  const log = await store.audit.readAfter(0, 1000);
  const said = JSON.stringify(log);
  for (const name of ['Parvati', 'Zehra', 'Quispe', 'Only Exported']) expect(said).not.toContain(name);
  const actions = new Set(log.map(({ action }) => action));
  for (const action of [
    'personal.search',
    'personal.erase',
    'personal.retain',
    'personal.purge',
    'personal.export',
  ])
    expect(actions).toContain(action);
});
