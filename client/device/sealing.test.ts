// @vitest-environment node
import { openDB } from 'idb';
import { expect, it } from 'vitest';
import { draftBundleSchema, escrowSchema, type BackupRecord } from '../../contracts/sealing.ts';
import { makeBackup } from './make-backup.ts';
import { openDatabase } from './open-database.ts';
import { sha256Hex } from './sha256-hex.ts';
import { createInstitution } from './testing/create-institution.ts';
import { apiError, createServer, TabletScenario } from './testing/tablet-scenario.ts';
import { addEnumerator } from './vault/add-enumerator.ts';
import { adoptPlainDrafts } from './vault/adopt-plain-drafts.ts';
import { createVault } from './vault/create-vault.ts';
import { escrowKey } from './vault/escrow-key.ts';

const QUICK = { memoryKiB: 8, passes: 1 };

async function tabletOfInstitution() {
  const institution = await createInstitution();
  const tablet = await TabletScenario.switchOn();
  await tablet.enrol();
  await tablet.meetInstitution(institution.key);
  tablet.vault = await addEnumerator(tablet.database, { name: 'Rosa Quispe', pin: '271828' }, QUICK);
  await escrowKey(tablet.database, tablet.vault);
  return { tablet, institution };
}

/** Everything in storage as text, whatever its type, to look for what must not be there. */
async function dump(tablet: TabletScenario): Promise<string> {
  const { database } = tablet;
  const all = await Promise.all([...database.objectStoreNames].map((store) => database.getAll(store)));
  return JSON.stringify(all, (_key, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  );
}

it('writes no answer and no name in the clear, unfinished or finished', async () => {
  const { tablet, institution } = await tabletOfInstitution();
  for (const finishes of [true, false]) {
    const id = await tablet.begin();
    await tablet.answer(id, 'respondent_name', 'Amina Example');
    await tablet.answer(id, 'income_band', 'band-of-a-secret');
    if (finishes) await tablet.finish(id);
  }
  const text = await dump(tablet);
  for (const secret of ['Amina', 'band-of-a-secret', 'respondent_name', 'Rosa', 'Quispe'])
    expect(text).not.toContain(secret);
  const [record] = await tablet.database.getAll('outbox');
  expect(JSON.parse(await institution.open(record!.payload))).toMatchObject({
    id: record!.id,
    enumerator: 'Rosa',
    answers: { respondent_name: 'Amina Example' },
  });
  expect(record!.hash).toBe(await sha256Hex(record!.payload));
});

it('does not open entries that were swapped, or taken from another draft', async () => {
  const { tablet } = await tabletOfInstitution();
  const [one, other] = [await tablet.begin(), await tablet.begin()];
  for (const id of [one, other]) {
    await tablet.answer(id, 'age', 30);
    await tablet.answer(id, 'age', 40);
  }
  const stored = async (id: string, seq: number) => (await tablet.database.get('journal', [id, seq]))!;
  const [first, second, foreign] = [await stored(one, 0), await stored(one, 1), await stored(other, 0)];
  await tablet.database.put('journal', { ...first, box: second.box });
  await expect(tablet.resume(one)).rejects.toThrow();
  await tablet.database.put('journal', { ...first, box: foreign.box });
  await expect(tablet.resume(one)).rejects.toThrow();
  await tablet.database.put('journal', first);
  expect((await tablet.resume(one)).answers).toEqual({ age: 40 });
});

it('gives every entry a nonce of its own', async () => {
  const { tablet } = await tabletOfInstitution();
  const id = await tablet.begin();
  for (let count = 0; count < 200; count += 1) await tablet.answer(id, 'age', 34);
  const nonces = (await tablet.database.getAll('journal')).map(({ box }) => box.slice(0, 12).join());
  expect(new Set(nonces).size).toBe(200);
});

it('keeps one person’s drafts from another', async () => {
  const { tablet } = await tabletOfInstitution();
  const id = await tablet.begin();
  const hers = tablet.vault;
  tablet.vault = await addEnumerator(tablet.database, { name: 'Someone Else', pin: '314159' }, QUICK);
  await expect(tablet.resume(id)).rejects.toThrow('No draft');
  tablet.vault = hers;
  expect((await tablet.resume(id)).nextSeq).toBe(0);
});

it('seals what was finished before it knew the key, once it knows, and the hash fits the new bytes', async () => {
  const institution = await createInstitution();
  const tablet = await TabletScenario.switchOn();
  await tablet.enrol();
  const [sent, waiting] = [await tablet.interview(), await tablet.interview()];
  const server = createServer(undefined, 'stored', institution.key);
  await tablet.sync((request) =>
    request.url.endsWith(waiting) ? apiError(500, 'INTERNAL') : server.answer(request),
  );
  expect(await dump(tablet)).not.toContain('consent');
  for (const record of [
    (await tablet.database.get('outbox', waiting))!,
    (await tablet.database.get('sent', sent))!,
  ]) {
    expect(JSON.parse(await institution.open(record.payload))).toMatchObject({ id: record.id });
    expect(record.hash).toBe(await sha256Hex(record.payload));
  }
  tablet.nowMs += 60_000;
  await tablet.sync(server.answer);
  expect(await tablet.places()).toEqual({ drafts: [], outbox: [], sent: [sent, waiting].sort() });
});

it('takes over a tablet of the version before: every draft, answer and unsent interview, and leaves none in the clear', async () => {
  const name = crypto.randomUUID();
  const second = await openDB(name, 2, {
    upgrade(database) {
      for (const store of ['drafts', 'outbox', 'sent']) database.createObjectStore(store, { keyPath: 'id' });
      database.createObjectStore('enrolment', { keyPath: 'key' });
      database.createObjectStore('journal', { keyPath: ['draftId', 'seq'] });
      database.createObjectStore('syncLog', { autoIncrement: true });
    },
  });
  const draftId = crypto.randomUUID();
  const draft = {
    id: draftId,
    tabletId: 'tablet-1',
    studyId: 'study-1',
    instrument: { name: 'msme-digital-maturity', version: 'v1', hash: 'a'.repeat(64) },
    branch: 'hidden-branch',
    language: 'hi',
    enumerator: 'Rosa Quispe',
    startedAt: '2026-05-01T09:00:00+05:30',
  };
  await second.put('drafts', draft);
  const values = ['A', 'As', 'Asha'];
  for (const [seq, value] of values.entries())
    await second.put('journal', {
      draftId,
      seq,
      page: 'who',
      activeMs: seq,
      kind: 'answer',
      item: 'who',
      value,
    });
  const payload = JSON.stringify({ id: 'o', answers: { who: 'Amina' }, branch: 'hidden-branch' });
  const finished = {
    hash: await sha256Hex(payload),
    payload,
    branch: 'hidden-branch',
    finishedAt: '2026-05-01T10:00:00Z',
  };
  const waits = { state: 'queued', attempts: 0, notBeforeMs: 0, problem: null, tabletId: 'tablet-1' };
  await second.put('outbox', { id: 'o', ...finished, ...waits });
  second.close();

  const institution = await createInstitution();
  const tablet = await TabletScenario.switchOn(name);
  await tablet.enrol();
  tablet.vault = await addEnumerator(tablet.database, { name: 'Rosa', pin: '271828' }, QUICK);
  await adoptPlainDrafts(tablet.database, tablet.vault);
  const state = await tablet.resume(draftId);
  expect(state).toMatchObject({ answers: { who: 'Asha' }, language: 'hi', page: 'who', nextSeq: 3 });
  await tablet.answer(draftId, 'who', 'Asha Devi');

  const server = createServer(undefined, 'stored', institution.key);
  await tablet.sync((request) =>
    request.delivery === null ? server.answer(request) : apiError(500, 'INTERNAL'),
  );
  const text = await dump(tablet);
  for (const secret of ['Asha', 'Amina', 'hidden-branch', 'Rosa']) expect(text).not.toContain(secret);
  const record = (await tablet.database.get('outbox', 'o'))!;
  expect(await institution.open(record.payload)).toBe(payload);
  expect(record).toMatchObject({ state: 'failed', finishedAt: finished.finishedAt, tabletId: 'tablet-1' });
  expect((await tablet.finish(draftId)).answers).toEqual({ who: 'Asha Devi' });

  await adoptPlainDrafts(tablet.database, tablet.vault);
  expect((await tablet.places()).outbox).toEqual(['o', draftId].sort());
});

it('opens a database that another tab has upgraded already, without touching it', async () => {
  const name = crypto.randomUUID();
  (await openDatabase(name)).close();
  const database = await openDatabase(name);
  expect(await database.count('enumerators')).toBe(0);
});

it('puts all there is into a backup, which only the institution can open, without any PIN', async () => {
  const { tablet, institution } = await tabletOfInstitution();
  const [sent, unsent, draft] = [await tablet.interview(), await tablet.interview(), await tablet.begin()];
  await tablet.answer(draft, 'respondent_name', 'Amina Example');
  await tablet.answer(draft, 'age', 34);
  const server = createServer();
  await tablet.sync((request) =>
    request.url.endsWith(unsent) ? apiError(500, 'INTERNAL') : server.answer(request),
  );
  const backup = await makeBackup(tablet.database, '2026-05-01T12:00:00Z');
  expect(backup).toMatchObject({ records: 3, left: 0 });
  expect(backup.text).not.toContain('Amina');
  const [header, ...lines] = backup.text.trimEnd().split('\n');
  expect(JSON.parse(header ?? '')).toEqual({
    waymark: 'backup',
    version: 1,
    madeAt: '2026-05-01T12:00:00Z',
    records: 3,
  });
  const records = lines.map((line) => JSON.parse(line) as BackupRecord);
  expect(records.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual(
    [`finished ${sent}`, `finished ${unsent}`, `draft ${draft}`].sort(),
  );
  for (const { hash, payload, tabletId } of records) {
    expect(hash).toBe(await sha256Hex(payload));
    expect(tabletId).toBe('tablet-1');
  }
  const bundle = draftBundleSchema.parse(JSON.parse(records.find(({ kind }) => kind === 'draft')!.payload));
  const escrow = escrowSchema.parse(JSON.parse(await institution.open(bundle.key)));
  const recovered = createVault('office', '', Buffer.from(escrow.key, 'base64url'));
  const entries = bundle.entries.map(({ seq, box }) =>
    recovered.unbox(Buffer.from(box, 'base64url'), `waymark entry ${draft} ${seq}`),
  );
  expect(entries.map((entry) => JSON.parse(entry) as unknown)).toMatchObject([
    { item: 'respondent_name', value: 'Amina Example' },
    { item: 'age', value: 34 },
  ]);
});

it('puts nothing into a backup in the clear, and says what is left out', async () => {
  const tablet = await TabletScenario.switchOn();
  await tablet.enrol();
  await tablet.interview();
  tablet.vault = await addEnumerator(tablet.database, { name: 'Rosa', pin: '271828' }, QUICK);
  await tablet.begin();
  const backup = await makeBackup(tablet.database, '2026-05-01T12:00:00Z');
  expect(backup).toMatchObject({ records: 0, left: 2 });
  expect(backup.text).not.toContain('consent');
});

it('hands everything over and clears itself once it is revoked, the unfinished too', async () => {
  const { tablet } = await tabletOfInstitution();
  const [finished, draft] = [await tablet.interview(), await tablet.begin()];
  await tablet.answer(draft, 'age', 34);
  const server = createServer(undefined, 'quarantined');
  await tablet.sync((request) =>
    request.url === '/api/device/study' ? apiError(403, 'TABLET_REVOKED') : server.answer(request),
  );
  expect([...server.receipts.keys()].sort()).toEqual([finished, draft].sort());
  expect(draftBundleSchema.parse(JSON.parse(server.payloads[1] ?? '')).entries).toHaveLength(1);
  for (const store of ['drafts', 'journal', 'outbox', 'sent', 'enumerators'] as const)
    expect([store, await tablet.database.count(store)]).toEqual([store, 0]);
  expect((await tablet.database.getAll('syncLog')).at(-1)).toMatchObject({ event: 'cleared' });
});

it('clears nothing of a revoked tablet that has no receipt', async () => {
  const { tablet } = await tabletOfInstitution();
  const [finished, draft] = [await tablet.interview(), await tablet.begin()];
  await tablet.answer(draft, 'age', 34);
  const server = createServer(undefined, 'quarantined');
  const reply = (isBroken: (url: string) => boolean) =>
    tablet.sync((request) => {
      if (request.url === '/api/device/study') return apiError(403, 'TABLET_REVOKED');
      return isBroken(request.url) ? apiError(500, 'INTERNAL') : server.answer(request);
    });
  await reply((url) => url.endsWith(finished));
  expect(await tablet.places()).toEqual({ drafts: [draft], outbox: [finished], sent: [] });
  await reply((url) => url.endsWith(draft));
  expect(await tablet.places()).toEqual({ drafts: [draft], outbox: [], sent: [finished] });
  expect((await tablet.resume(draft)).answers).toEqual({ age: 34 });
  await reply(() => false);
  expect(await tablet.places()).toEqual({ drafts: [], outbox: [], sent: [] });
});
