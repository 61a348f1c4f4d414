import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ErasureStatement } from '../../../contracts/personal.ts';
import { backUp } from '../../operations/back-up.ts';
import { restore } from '../../operations/restore.ts';
import { readErasures } from '../../imports/read-erasures.ts';
import { interviewOf, startFieldWorld, type FieldWorld } from '../../testing/field-world.ts';
import { makeVisit } from '../../testing/make-delivery.ts';
import { startServer } from '../../testing/start-server.ts';
import { readHeldVersions } from '../review/decide-held.ts';
import { tabulateStudy } from '../tabulate-study.ts';
import { eraseRespondent } from './erase-respondent.ts';
import { exportPersonal } from './export-personal.ts';
import { purgeDaily } from './purge-daily.ts';
import { purgePersonalData, readPersonalOverview, setRetention } from './retention.ts';
import { searchPersonal } from './search-personal.ts';
import { verifyErasure } from './verify-erasure.ts';

const REASON = 'She asked for it by telephone';
const DAY_MS = 86_400_000;

let world: FieldWorld;
beforeAll(async () => {
  world = await startFieldWorld();
});
afterAll(() => world.stop());

async function tabulate() {
  const wanted = { studyId: 'demo', rows: 'own_phone', columns: 'branch', weighted: false, scope: null };
  return tabulateStudy(world.server.waymark.context, wanted);
}

test('who is erased is gone from the file and its log; her answers still count', async () => {
  const { context, store } = world.server.waymark;
  const interview = interviewOf('Parvati Solanki');
  await world.deliver(interview);
  await world.deliver({ ...interview, notes: 'Parvati Solanki, told otherwise' });
  const photo = { submissionId: interview.id, hash: 'a'.repeat(64), content: 'sealed-photo-of-parvati' };
  const came = { studyId: 'demo', tabletId: null, receivedAt: '2026-11-22T12:00:00.000Z' };
  await store.attachments.add({ ...photo, ...came });
  expect(await world.stands('Parvati Solanki')).not.toEqual([]);
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
  expect(await world.stands('Parvati Solanki')).toEqual([]);
  expect(await world.stands(photo.content)).toEqual([]);
  expect(JSON.parse((await store.personal.textOf(interview.id)) ?? '')).toMatchObject({
    answers: { consent: 'yes', own_phone: 'no' },
  });
  expect(await tabulate()).toEqual(before);
  expect((await searchPersonal(context, { text: 'parvati-sol' })).matches).toEqual([]);
});

test('what comes again of someone who was erased is acknowledged, and does not come back', async () => {
  const { context, store } = world.server.waymark;
  const interview = interviewOf('Noor Jahan');
  const first = await world.deliver(interview);
  await eraseRespondent(context, {
    ...{ target: { recordId: interview.id }, mode: 'everything', reason: REASON },
  });
  const again = await world.deliver(interview);
  expect(again.receiptId).toBe(first.receiptId);
  const other = await world.deliver({ ...interview, notes: 'Noor Jahan once more' });
  expect(other).toMatchObject({ id: interview.id, status: 'stored' });
  expect(await world.stands('Noor Jahan')).toEqual([]);
  expect(await store.submissions.readHeld(interview.id)).toEqual([]);
});

test('an entry of the list goes with her contact, visits, revisions, and stays away when the list comes again', async () => {
  const { context, store } = world.server.waymark;
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
  for (const record of [visit, first, again]) await world.deliver(record);
  const { statement } = await eraseRespondent(context, {
    ...{ target: { studyId: 'demo', caseId: 'C-1' }, mode: 'everything', reason: REASON },
  });
  expect(new Set(statement.records.map(({ id }) => id))).toEqual(new Set([visit.id, first.id, again.id]));
  expect(statement.removed).toMatchObject({ contacts: 1, answers: 2 });
  await store.cases.put('demo', [one]);
  expect(await world.stands('Zehra Aydin')).toEqual([]);
  expect((await store.cases.contacts('demo')).has('C-1')).toBe(false);
});

test('what a tablet still held of an entry that was erased is acknowledged, and names nobody', async () => {
  const { context, store } = world.server.waymark;
  const listed = {
    id: 'C-2',
    branch: 'old-town',
    wave: null,
    tabletId: null,
    addedAt: '2026-11-01T00:00:00.000Z',
  };
  await store.cases.put('demo', [{ ...listed, contact: { name: 'Oyuna Bat' } }]);
  const first = interviewOf('Oyuna Bat', { caseId: 'C-2' });
  await world.deliver(first);
  await eraseRespondent(context, {
    ...{ target: { studyId: 'demo', caseId: 'C-2' }, mode: 'everything', reason: REASON },
  });
  const total = await world.counts();
  const visit = makeVisit({ caseId: 'C-2', note: 'Oyuna Bat was ill' });
  const again = interviewOf('Oyuna Bat', { revision: { of: first.id, reason: 'Wrong shop' } });
  for (const record of [visit, again])
    expect(await world.deliver(record)).toMatchObject({ id: record.id, status: 'stored' });
  expect(await world.stands('Oyuna Bat')).toEqual([]);
  expect(await store.personal.textOf(again.id)).toBeNull();
  expect(await world.counts()).toEqual(total);
});

test('a statement holds, and shows when it was changed, left out, or is not true any more', async () => {
  const { store } = world.server.waymark;
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
  await world.deliver(here);
  const untrue = { ...read, records: read.records.map((record) => ({ ...record, id: here.id })) };
  expect(await verifyErasure(store, untrue)).toMatchObject({ isUnchanged: false });
  expect((await verifyErasure(store, untrue)).remains).toContain(here.id);
});

test('a backup of before does not bring her back, nor does the tablet after it', async () => {
  const { context } = world.server.waymark;
  const interview = interviewOf('Imelda Quispe');
  await world.deliver(interview);
  const backup = join(world.folder, 'before.sqlite');
  await backUp(world.server.dataDir, backup);
  const late = interviewOf('Late Arrival');
  await world.deliver(late);
  for (const { id } of [interview, late])
    await eraseRespondent(context, { target: { recordId: id }, mode: 'everything', reason: REASON });

  const restored = join(world.folder, 'restored');
  const list = await readErasures(join(world.server.dataDir, 'erasures.jsonl'));
  expect(await restore(backup, restored, list)).toMatchObject({ erasedAgain: 2 });
  expect(await world.stands('Imelda Quispe', restored)).toEqual([]);
  const second = await startServer({ dataDir: restored });
  await world.deliver(interview, { url: second.url });
  await world.deliver(late, { url: second.url });
  expect(await world.stands('Imelda Quispe', restored)).toEqual([]);
  expect(await world.stands('Late Arrival', restored)).toEqual([]);
  const last = list.at(-1);
  if (!last) throw new Error('Nobody was erased.');
  expect(await verifyErasure(second.waymark.store, last)).toMatchObject({ isKept: true, remains: [] });
  await second.stop();
});

test('what names people is removed when its time is over; answers, counts and doubles stay', async () => {
  const { context, store } = world.server.waymark;
  const one = interviewOf('Twice Asked');
  const two = interviewOf('Twice Asked');
  for (const record of [one, two]) await world.deliver(record);
  const odd = { id: randomUUID(), name: 'Nowhere Marked' };
  await world.deliver(odd);
  const listed = { branch: 'old-town', wave: null, tabletId: null, contact: { name: 'Never Visited' } };
  const addedAt = new Date(world.now).toISOString();
  await store.cases.put('demo', [{ id: 'C-9', addedAt, ...listed }]);
  await setRetention(context, { studyId: null, retention: { days: 30, countedFrom: 'receipt' } });
  expect(await purgePersonalData(context)).toEqual([]);
  const overview = await readPersonalOverview(context);
  const study = overview.studies.find(({ id }) => id === 'demo');
  expect(study).toMatchObject({ due: 0, nextOn: '2026-12-22', own: null, holds: { days: 30 } });
  world.now += 31 * DAY_MS;
  const records = study?.records ?? 0;
  const relisted = { ...listed, contact: { name: 'Listed Again' } };
  await store.cases.put('demo', [{ id: 'C-10', addedAt, ...relisted }]);
  await store.cases.put('demo', [{ id: 'C-10', ...relisted, addedAt: new Date(world.now).toISOString() }]);
  expect(await purgePersonalData(context, { dryRun: true })).toMatchObject([{ studyId: 'demo', records }]);
  expect(await world.stands('Twice Asked')).not.toEqual([]);
  const totals = await world.counts();
  await purgePersonalData(context);
  expect(await world.stands('Twice Asked')).toEqual([]);
  expect(await world.stands('Never Visited')).toEqual([]);
  expect(await world.stands(odd.name)).toEqual([]);
  const [purge] = await store.audit.search({ action: 'personal.purge', outcome: 'done' }, 1);
  expect(purge?.detail).toContain(`${records} records, 1 of them unreadable and gone whole`);
  const [gone] = (await readHeldVersions(context, 'demo', odd.id, null)).versions;
  expect(gone?.obstacle).toContain('the time for personal data was over');
  expect((await store.cases.contacts('demo')).get('C-10')).toEqual({ name: 'Listed Again' });
  expect(await world.counts()).toEqual(totals);
  const { lastSequence } = await store.submissions.mark('demo');
  const digests = [];
  for await (const { id, personDigest } of store.personal.read('demo', { upToSequence: lastSequence }))
    if (id === one.id || id === two.id) digests.push(personDigest);
  expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(digests[1]).toBe(digests[0]);
});

test('a clock that jumped ahead removes nothing by itself on the first day, and says so once', async () => {
  const { context, store } = world.server.waymark;
  await world.deliver(interviewOf('Kept From The Jump'));
  await setRetention(context, { studyId: null, retention: { days: 30, countedFrom: 'receipt' } });
  world.now += 400 * DAY_MS;
  for (let start = 0; start < 2; start += 1) expect(await purgeDaily(context)).toEqual([]);
  expect(await world.stands('Kept From The Jump')).not.toEqual([]);
  const said = await store.audit.search({ action: 'personal.purge', outcome: 'refused' }, 5);
  expect(said.map(({ detail }) => detail)).toEqual([expect.stringContaining('the clock may be wrong')]);
  world.now += DAY_MS;
  expect(await purgeDaily(context)).toMatchObject([{ studyId: 'demo' }]);
  expect(await world.stands('Kept From The Jump')).toEqual([]);
});

test('nobody is named in the audit log, and what was read, exported and erased is in it', async () => {
  const { context, store } = world.server.waymark;
  const named = interviewOf('Only Exported');
  const elsewhere = interviewOf('Other Branch', { branch: 'riverside' });
  for (const one of [named, elsewhere]) await world.deliver(one);
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
