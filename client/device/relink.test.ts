// @vitest-environment node
import { openDB } from 'idb';
import { expect, it } from 'vitest';
import { openDatabase } from './open-database.ts';
import { apiError, createServer, TabletScenario } from './testing/tablet-scenario.ts';

type Answer = ReturnType<typeof createServer>['answer'];

/** Notes which token each interview came with; `refused` tokens are not known to it. */
function createOffice(refused: readonly string[] = []) {
  const server = createServer();
  const cameWith: Record<string, string> = {};
  const answer: Answer = (request) => {
    if (refused.includes(request.token)) return apiError(401, 'NOT_SIGNED_IN');
    const id = request.url.slice(request.url.lastIndexOf('/') + 1);
    if (request.delivery !== null) cameWith[id] = request.token;
    return server.answer(request);
  };
  return { answer, cameWith };
}

/** A tablet with one unsent interview and one draft of an old study, linked to another study by now. */
async function relinked(studyId: string) {
  const tablet = await TabletScenario.switchOn();
  await tablet.enrol('old-token', 'old-tablet', 'study-1');
  const [unsent, draft] = [await tablet.interview(), await tablet.begin()];
  await tablet.enrol('new-token', 'new-tablet', studyId);
  return { tablet, unsent, draft };
}

it('sends what was begun under the old link with the old token, and what is new with the new one', async () => {
  const { tablet, unsent, draft } = await relinked('study-2');
  await tablet.losePower();
  await tablet.resume(draft);
  await tablet.finish(draft);
  const fresh = await tablet.interview();
  const office = createOffice();
  await tablet.sync(office.answer);
  expect(office.cameWith).toEqual({ [unsent]: 'old-token', [draft]: 'old-token', [fresh]: 'new-token' });
  expect((await tablet.places()).sent).toEqual([unsent, draft, fresh].sort());
});

it('keeps an old link for an open draft through further links, and drops it once nothing needs it', async () => {
  const { tablet, unsent, draft } = await relinked('study-2');
  const office = createOffice();
  await tablet.sync(office.answer);
  await tablet.enrol('third-token', 'third-tablet', 'study-3');
  await tablet.enrol('fourth-token', 'fourth-tablet', 'study-4');
  const links = () => tablet.database.getAllKeys('enrolment');
  expect(await links()).toEqual(['current', 'old-tablet', 'third-tablet']);
  await tablet.finish(draft);
  await tablet.sync(office.answer);
  expect(office.cameWith).toEqual({ [unsent]: 'old-token', [draft]: 'old-token' });
  await tablet.enrol('fifth-token', 'fifth-tablet', 'study-5');
  expect(await links()).toEqual(['current', 'fourth-tablet']);
});

it('uses the new token of the same study where the server has forgotten the old one', async () => {
  const { tablet, unsent } = await relinked('study-1');
  const office = createOffice(['old-token']);
  await tablet.sync(office.answer);
  expect(office.cameWith).toEqual({ [unsent]: 'new-token' });
});

it('never sends to another study, even where the server has forgotten the old token', async () => {
  const { tablet, unsent } = await relinked('study-2');
  const office = createOffice(['old-token']);
  await tablet.sync(office.answer);
  expect(office.cameWith).toEqual({});
  expect(await tablet.database.get('outbox', unsent)).toMatchObject({ problem: { code: 'notEnrolled' } });
});

it('takes over the storage of the first version, every draft and unsent interview of it', async () => {
  const name = crypto.randomUUID();
  const first = await openDB(name, 1, {
    upgrade(database) {
      for (const store of ['drafts', 'outbox', 'sent']) database.createObjectStore(store, { keyPath: 'id' });
      database.createObjectStore('enrolment', { keyPath: 'key' });
      database.createObjectStore('journal', { keyPath: ['draftId', 'seq'] });
      database.createObjectStore('syncLog', { autoIncrement: true });
    },
  });
  const entry = {
    draftId: 'd',
    seq: 0,
    page: 'intro',
    activeMs: 1,
    kind: 'answer',
    item: 'consent',
    value: 'yes',
  };
  await first.put('enrolment', { key: 'current', tabletId: 't1', token: 'old', deviceName: 'Tablet 1' });
  await first.put('drafts', { id: 'd', branch: 'north' });
  await first.put('journal', entry);
  await first.put('outbox', { id: 'o', payload: '{}', state: 'queued' });
  await first.put('sent', { id: 's', payload: '{}' });
  first.close();

  const database = await openDatabase(name);
  expect(await database.getAll('enrolment')).toMatchObject([
    { key: 'current', tabletId: 't1', token: 'old' },
  ]);
  expect(await database.getAll('drafts')).toEqual([{ id: 'd', branch: 'north', tabletId: 't1' }]);
  expect(await database.getAll('journal')).toEqual([entry]);
  expect(await database.getAll('outbox')).toMatchObject([{ id: 'o', payload: '{}', tabletId: 't1' }]);
  expect(await database.getAll('sent')).toEqual([{ id: 's', payload: '{}' }]);
});
