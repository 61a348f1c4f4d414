// @vitest-environment node
import { openDB } from 'idb';
import { expect, it, vi } from 'vitest';
import { visitSchema } from '../../../contracts/visit.ts';
import type { DeviceWork, WorkCase } from '../../../contracts/work.ts';
import { makeBackup } from '../make-backup.ts';
import { openDatabase } from '../open-database.ts';
import { createInstitution } from '../testing/create-institution.ts';
import { apiError, createServer, json, loginPage, TabletScenario } from '../testing/tablet-scenario.ts';
import { createVault } from '../vault/create-vault.ts';
import { readWork } from './read-work.ts';
import { recordVisit, type VisitEnd } from './record-visit.ts';
import { refreshWork } from './refresh-work.ts';

const AMINA: WorkCase = {
  id: 'C-1',
  branch: 'north',
  wave: null,
  assigned: true,
  attempts: 0,
  done: false,
  name: 'Amina Secretname',
  phone: '+91 5550 1234',
  address: '12 Hidden Lane',
};
const LISTS: DeviceWork = {
  version: 'v-1',
  cases: [AMINA, { ...AMINA, id: 'C-2', name: 'Bela Secretname' }],
  returned: [
    {
      interviewId: '7d9f3c1e-8a36-4a8e-9d63-5d3e2a0b9c11',
      branch: 'north',
      comment: 'Confidential comment',
      decidedAt: '2026-05-01T08:00:00Z',
      enumerator: 'Rosa',
    },
  ],
  backChecks: [],
};
const REFUSED: VisitEnd = { caseId: 'C-1', branch: 'north', outcome: 'refused', note: '' };

/** An office that gives these lists, and 204 to whoever has them already. */
const giving =
  (lists: () => DeviceWork): typeof fetch =>
  (input) =>
    Promise.resolve(
      (input as string).endsWith(`?version=${lists().version}`)
        ? new Response(null, { status: 204 })
        : json(lists()),
    );

const refresh = (tablet: TabletScenario, answer: typeof fetch = giving(() => LISTS)) =>
  refreshWork({ database: tablet.database, fetch: answer, nowMs: () => tablet.nowMs }, tablet.vault);
const read = async (tablet: TabletScenario) =>
  (await readWork(tablet.database, tablet.vault, null))?.work ?? null;
const visit = (tablet: TabletScenario, end: VisitEnd = REFUSED) =>
  recordVisit({ database: tablet.database, vault: tablet.vault, nowMs: tablet.nowMs }, end);

async function tabletWithList(): Promise<TabletScenario> {
  const tablet = await TabletScenario.switchOn();
  await tablet.enrol();
  expect(await refresh(tablet)).toBe(true);
  return tablet;
}

it('keeps the list for days without a network, says how old it is, and leaves nothing of it readable', async () => {
  const tablet = await tabletWithList();
  await tablet.losePower();
  tablet.nowMs += 4 * 86_400_000;
  const offline = () => Promise.reject(new TypeError('no network'));
  for (const answer of [offline, () => Promise.resolve(loginPage())])
    expect(await refresh(tablet, answer)).toBe(false);
  expect(await read(tablet)).toEqual({ ...LISTS, fetchedAtMs: tablet.nowMs - 4 * 86_400_000 });

  await visit(tablet);
  const stored = JSON.stringify(
    await Promise.all(
      (['work', 'marks'] as const).map(async (store) =>
        (await tablet.database.getAll(store)).map((entry) => ({
          ...entry,
          box: Buffer.from(entry.box).toString('latin1'),
        })),
      ),
    ),
  );
  for (const secret of ['Amina', 'Secretname', '5550', 'Hidden', 'Confidential', 'C-1', 'refused', 'north'])
    expect(stored).not.toContain(secret);
});

it('is each enumerator’s own', async () => {
  const tablet = await tabletWithList();
  const rosa = tablet.vault;
  tablet.vault = createVault('enumerator-2', 'Other', crypto.getRandomValues(new Uint8Array(32)));
  expect(await read(tablet)).toBeNull();
  await refresh(tablet);
  await visit(tablet);
  expect((await read(tablet))?.cases[0]?.done).toBe(true);
  tablet.vault = rosa;
  expect((await read(tablet))?.cases[0]?.done).toBe(false);
});

it('knows by its version whether anything changed', async () => {
  const tablet = await tabletWithList();
  const before = await tablet.database.get('work', tablet.vault.enumeratorId);
  tablet.nowMs += 60_000;
  await refresh(tablet);
  const after = await tablet.database.get('work', tablet.vault.enumeratorId);
  expect(after).toEqual({ ...before, fetchedAtMs: tablet.nowMs });
});

it('marks a case at once, and until the server, having the visit, has answered', async () => {
  const tablet = await tabletWithList();
  const institution = await createInstitution();
  await tablet.meetInstitution(institution.key);
  const id = await visit(tablet, {
    caseId: 'C-2',
    branch: 'north',
    outcome: 'call-back',
    callBack: { day: '2026-05-03', hour: 15 },
    note: ' Ask for her sister ',
  });
  const standing = async () => (await read(tablet))?.cases[1];
  const marked = { attempts: 1, lastOutcome: 'call-back', done: false };
  expect(await standing()).toMatchObject(marked);
  expect((await standing())?.callBackAt).toMatch(/^2026-05-03T15:00:00/);
  await tablet.losePower();
  await refresh(
    tablet,
    giving(() => ({ ...LISTS, version: 'v-2' })),
  );
  expect(await standing()).toMatchObject(marked);

  const server = createServer();
  await tablet.sync(server.answer);
  expect((await tablet.places()).sent).toEqual([id]);
  expect(visitSchema.parse(JSON.parse(await institution.open(server.payloads[0]!)))).toMatchObject({
    ...{ id, caseId: 'C-2', outcome: 'call-back', callBackOn: '2026-05-03', note: 'Ask for her sister' },
    enumerator: 'Rosa',
    studyId: 'study-1',
  });
  expect(await standing()).toMatchObject(marked);
  await refresh(
    tablet,
    giving(() => ({ ...LISTS, version: 'v-3' })),
  );
  expect(await standing()).toMatchObject({ attempts: 0, done: false });
  expect(await tablet.database.count('marks')).toBe(0);
});

it('keeps the mark of a visit that the server set aside', async () => {
  const tablet = await tabletWithList();
  await visit(tablet);
  await tablet.sync(createServer(undefined, 'quarantined').answer);
  await refresh(tablet);
  expect((await read(tablet))?.cases[0]).toMatchObject({ lastOutcome: 'refused', done: true });
});

it('has visits in the backup file, sealed', async () => {
  const tablet = await tabletWithList();
  await tablet.meetInstitution((await createInstitution()).key);
  const id = await visit(tablet);
  const { text, records } = await makeBackup(tablet.database, '2026-05-01T12:00:00Z');
  expect(records).toBe(1);
  expect(text).toContain(id);
  expect(text).not.toContain('refused');
});

it('writes a visit and its mark together, or neither', async () => {
  const tablet = await tabletWithList();
  const add = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'add')?.value as () => IDBRequest;
  // The disk is full when it comes to the mark.
  const adding = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
    this: IDBObjectStore,
    value,
  ) {
    const request = Reflect.apply(add, this, [value]) as IDBRequest<IDBValidKey>;
    if (this.name === 'marks') this.transaction.abort();
    return request;
  });
  await expect(visit(tablet)).rejects.toThrow();
  adding.mockRestore();
  await tablet.losePower();
  expect([await tablet.database.count('outbox'), await tablet.database.count('marks')]).toEqual([0, 0]);
  await visit(tablet);
  expect([await tablet.database.count('outbox'), await tablet.database.count('marks')]).toEqual([1, 1]);
});

it('forgets the list when the tablet is linked anew, and does not mark another study’s cases', async () => {
  const tablet = await tabletWithList();
  await visit(tablet);
  await tablet.enrol('token-2', 'tablet-2', 'study-2');
  expect(await read(tablet)).toBeNull();
  expect(await tablet.database.count('work')).toBe(0);
  await refresh(tablet);
  expect((await read(tablet))?.cases[0]).toEqual(AMINA);
  expect((await tablet.places()).outbox).toHaveLength(1);
});

it('forgets the list when the office has revoked the tablet', async () => {
  const revoked = () => apiError(403, 'TABLET_REVOKED');
  const told = await tabletWithList();
  expect(await refresh(told, () => Promise.resolve(revoked()))).toBe(false);
  expect(await told.database.count('work')).toBe(0);

  const synced = await tabletWithList();
  await synced.sync(revoked);
  expect(await synced.database.count('work')).toBe(0);
  expect(await refresh(synced)).toBe(false);
});

it('does not keep a list that came for an earlier link', async () => {
  const tablet = await TabletScenario.switchOn();
  await tablet.enrol();
  await refresh(tablet, async () => {
    await tablet.enrol('token-2', 'tablet-2', 'study-2');
    return json(LISTS);
  });
  expect(await tablet.database.count('work')).toBe(0);
});

it('takes over the storage of the version before', async () => {
  const name = crypto.randomUUID();
  const before = await openDB(name, 4, {
    upgrade(database) {
      for (const store of ['drafts', 'outbox', 'sent', 'enumerators'])
        database.createObjectStore(store, { keyPath: 'id' });
      database.createObjectStore('enrolment', { keyPath: 'key' });
      database.createObjectStore('journal', { keyPath: ['draftId', 'seq'] });
      database.createObjectStore('syncLog', { autoIncrement: true });
      database.createObjectStore('sealing');
      database.createObjectStore('discards', { keyPath: 'reason' });
    },
  });
  await before.put('drafts', { id: 'd', owner: 'enumerator-1' });
  await before.put('outbox', { id: 'o', payload: 'sealed' });
  before.close();
  const database = await openDatabase(name);
  expect(await database.getAll('drafts')).toEqual([{ id: 'd', owner: 'enumerator-1' }]);
  expect(await database.getAll('outbox')).toEqual([{ id: 'o', payload: 'sealed' }]);
  expect([await database.count('work'), await database.count('marks')]).toEqual([0, 0]);
});
