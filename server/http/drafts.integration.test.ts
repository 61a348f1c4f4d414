import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { draftCopyReceiptSchema, tabletDraftsSchema } from '../../contracts/draft-copy.ts';
import type { Delivery } from '../../contracts/submission.ts';
import { makeDelivery, makeInterview, makeVisit } from '../testing/make-delivery.ts';
import { bundleDraft, seal } from '../testing/seal.ts';
import { signInDemo, startServer, type TestServer } from '../testing/start-server.ts';
import { createEnrolCode } from '../use-cases/create-enrol-code.ts';
import { createStudy } from '../use-cases/create-study.ts';
import { enrolTablet } from '../use-cases/enrol-tablet.ts';
import { importBackup } from '../use-cases/import-backup.ts';
import { revokeTablet } from '../use-cases/manage-tablets.ts';
import { eraseRespondent } from '../use-cases/personal/erase-respondent.ts';
import { purgePersonalData, setRetention } from '../use-cases/personal/retention.ts';
import { verifyErasure } from '../use-cases/personal/verify-erasure.ts';

const NAME = 'Zbigniewa';
let server: TestServer;
let supervisor: string;

beforeAll(async () => {
  server = await startServer();
  supervisor = (await signInDemo(server, 20)).cookies.supervisor ?? '';
});
afterAll(() => server.stop());

const copies = () => server.waymark.store.draftCopies;

async function newTablet(branches: string[] | null = ['old-town'], studyId = 'demo') {
  const { context } = server.waymark;
  const { code } = await createEnrolCode(context, { studyId, branches, scope: null });
  return enrolTablet(context, { code, deviceName: 'Tablet 9' });
}

/** A draft after so many answers. */
async function draftOf(id: string, answers: number, more: object = {}): Promise<Delivery> {
  const entries = Array.from({ length: answers }, (_, index) => ({
    ...{ kind: 'answer', item: `question_${index}`, value: `${NAME} ${index}` },
  }));
  const draft = { id, branch: 'old-town', enumerator: NAME, ...more };
  return makeDelivery(await bundleDraft(id, draft, entries, await server.waymark.accept.keys.current()));
}

const put = (token: string, path: string, body: unknown): Promise<Response> =>
  fetch(`${server.url}/api/${path}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
async function leave(token: string, id: string, delivery: Delivery) {
  const response = await put(token, `device/drafts/${id}`, delivery);
  expect(response.status).toBe(200);
  const receipt = draftCopyReceiptSchema.parse(await response.json());
  expect(receipt).toMatchObject({ id, hash: delivery.hash });
  return receipt.state;
}
const throwAway = async (token: string, id: string): Promise<unknown> =>
  (await put(token, `device/drafts/${id}/thrown-away`, {})).json();
const kept = async (tabletId: string) =>
  (await copies().ofTablet(tabletId)).map(({ id, steps }) => [id, steps]);
const recover = (tabletId: string, cookie = supervisor) =>
  fetch(`${server.url}/api/tablets/${tabletId}/drafts/recover`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url, cookie },
    body: '{}',
  });

it('keeps the latest copy of each draft, in whatever order they come, once, and sealed', async () => {
  const { tabletId, token } = await newTablet();
  const id = randomUUID();
  const [early, late] = [await draftOf(id, 2), await draftOf(id, 5)];
  const count = async () => (await server.waymark.store.submissions.mark('demo')).count;
  const before = await count();
  expect(await leave(token, id, early)).toBe('kept');
  expect(await leave(token, id, late)).toBe('kept');
  expect(await leave(token, id, late)).toBe('kept');
  expect(await leave(token, id, early)).toBe('newer');
  expect(await kept(tabletId)).toEqual([[id, 5]]);
  // Another tablet under the same id harms nothing.
  const other = await newTablet();
  expect(await leave(other.token, id, await draftOf(id, 9))).toBe('kept');
  expect(await kept(tabletId)).toEqual([[id, 5]]);

  expect(await count()).toBe(before);
  expect(await server.waymark.store.submissions.readHeld(id)).toEqual([]);
  for (const file of await readdir(server.dataDir))
    if (file.startsWith('waymark.sqlite'))
      expect(await readFile(join(server.dataDir, file), 'latin1')).not.toContain(NAME);
});

it('refuses what is no such draft, damaged, too large or too many, and keeps nothing of it', async () => {
  const { tabletId, token } = await newTablet();
  const id = randomUUID();
  const delivery = await draftOf(id, 1);
  const answer = async (body: unknown, path = id) => {
    const response = await put(token, `device/drafts/${path}`, body);
    return [response.status, ((await response.json()) as { error: { code: string } }).error.code];
  };
  expect(await answer({ ...delivery, hash: '0'.repeat(64) })).toEqual([400, 'HASH_MISMATCH']);
  expect(await answer(makeDelivery(makeInterview({ id })))).toEqual([400, 'INVALID_REQUEST']);
  expect(await answer(delivery, randomUUID())).toEqual([400, 'INVALID_REQUEST']);
  expect(await answer(makeDelivery('x'.repeat(1_400_001)))).toEqual([400, 'INVALID_REQUEST']);
  expect(await answer(makeDelivery('x'.repeat(5_000_000)))).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  expect(await kept(tabletId)).toEqual([]);

  const full = { studyId: 'demo', tabletId, steps: 1, hash: '', content: '{}', receivedAt: '2026-11-22' };
  for (let n = 0; n < 200; n += 1) await copies().put({ ...full, id: `${n}` }, 200);
  expect(await answer(delivery)).toEqual([400, 'INVALID_REQUEST']);
});

it('lets the copy go when the interview comes, or was thrown away, and takes no late one', async () => {
  const { tabletId, token } = await newTablet();
  const [finished, thrown, never] = [randomUUID(), randomUUID(), randomUUID()];
  for (const id of [finished, thrown]) await leave(token, id, await draftOf(id, 3));
  const key = await server.waymark.accept.keys.current();
  const interview = makeDelivery(await seal(JSON.stringify(makeInterview({ id: finished })), key));
  expect((await put(token, `submissions/${finished}`, interview)).status).toBe(200);
  for (const id of [thrown, never]) expect(await throwAway(token, id)).toEqual({ id, state: 'ended' });
  expect(await kept(tabletId)).toEqual([]);
  for (const id of [finished, thrown, never])
    expect(await leave(token, id, await draftOf(id, 4))).toBe('ended');
  expect(await kept(tabletId)).toEqual([]);
});

it('keeps the copy of a draft when another study has a record of the same id', async () => {
  const { context } = server.waymark;
  const instrument = { name: 'msme-digital-maturity', version: 'v1' };
  const branches = [{ code: 'old-town', name: 'Old Town', weight: 1 }];
  await createStudy(context, {
    ...{ id: 'second', title: 'Second', synthetic: true, source: { instrument }, branches },
  });
  const { tabletId, token } = await newTablet();
  const stranger = await newTablet(null, 'second');
  const id = randomUUID();
  await leave(token, id, await draftOf(id, 3));
  const key = await server.waymark.accept.keys.current();
  const record = { ...makeInterview({ id }), studyId: 'second' };
  const sent = makeDelivery(await seal(JSON.stringify(record), key));
  expect((await put(stranger.token, `submissions/${id}`, sent)).status).toBe(200);
  expect(await kept(tabletId)).toEqual([[id, 3]]);
  expect(await leave(token, id, await draftOf(id, 4))).toBe('kept');
});

it('recovers what a lost tablet left, and only that of a lost one, into what is set aside', async () => {
  const { tabletId, token } = await newTablet();
  const [first, second] = [randomUUID(), randomUUID()];
  await leave(token, first, await draftOf(first, 3));
  // A backup that was imported meanwhile is no reason to forget the copy, which has come further.
  const older = await draftOf(first, 1);
  await importBackup(server.waymark.context, server.waymark.accept, [
    JSON.stringify({ waymark: 'backup', version: 1, madeAt: '2026-11-22T10:00:00Z', records: 1 }),
    JSON.stringify({ kind: 'draft', id: first, tabletId, ...older }),
  ]);
  expect(await kept(tabletId)).toEqual([[first, 3]]);
  expect((await recover(tabletId)).status).toBe(403);

  await revokeTablet(server.waymark.context, tabletId, null);
  await leave(token, second, await draftOf(second, 2));
  const listed = await fetch(`${server.url}/api/tablets/drafts`, { headers: { cookie: supervisor } });
  const rows = tabletDraftsSchema.array().parse(await listed.json());
  expect(rows.find((row) => row.tabletId === tabletId)).toMatchObject({
    drafts: 2,
    steps: 5,
    lost: 'revoked',
  });
  const seenBefore = (await server.waymark.store.tablets.find(tabletId))?.lastSeenAt;

  expect(await (await recover(tabletId)).json()).toEqual({ recovered: 2 });
  expect(await (await recover(tabletId)).json()).toEqual({ recovered: 0 });
  expect((await server.waymark.store.tablets.find(tabletId))?.lastSeenAt).toBe(seenBefore);
  const held = await server.waymark.store.submissions.readHeld(second);
  expect(held).toMatchObject([
    { status: 'quarantined', branch: 'old-town', reason: 'An unfinished interview, recovered: 2 answered.' },
  ]);
  expect(held[0]?.payload).toContain(`${NAME} 1`);
  const { store } = server.waymark;
  expect((await store.audit.search({ action: 'drafts.recover', outcome: 'done' }, 1))[0]).toMatchObject({
    actorKind: 'person',
    detail: 'Tablet 9: 2 unfinished interviews',
  });

  // It turns up: what has grown is kept again, and what is finished counts.
  expect(await leave(token, second, await draftOf(second, 2))).toBe('ended');
  expect(await leave(token, second, await draftOf(second, 3))).toBe('kept');
});

it('takes a tablet that has gone quiet for lost, and leaves it quiet', async () => {
  const { tabletId, token } = await newTablet();
  const id = randomUUID();
  await leave(token, id, await draftOf(id, 3));
  const long = new Date(Date.now() - 49 * 3_600_000).toISOString();
  await server.waymark.store.tablets.wasNotSeen(tabletId, long);
  expect(await (await recover(tabletId)).json()).toEqual({ recovered: 1 });
  expect((await server.waymark.store.tablets.find(tabletId))?.lastSeenAt).toBe(long);
});

it('erases what was unfinished of an entry of the list: recovered, named by a visit, or not opened yet', async () => {
  const { tabletId, token } = await newTablet();
  const { context, store } = server.waymark;
  const [recovered, named, later] = [randomUUID(), randomUUID(), randomUUID()];
  await leave(token, recovered, await draftOf(recovered, 3, { caseId: 'D-1' }));
  await leave(token, later, await draftOf(later, 1, { caseId: 'D-3' }));
  await revokeTablet(context, tabletId, null);
  await recover(tabletId);
  expect((await store.submissions.readHeld(later))[0]?.payload).toContain(NAME);
  const other = await newTablet();
  await leave(other.token, named, await draftOf(named, 2));
  const visit = makeVisit({ caseId: 'D-1', outcome: 'broken-off', interviewId: named });
  expect((await put(other.token, `submissions/${visit.id}`, makeDelivery(visit))).status).toBe(200);

  const erase = (caseId: string) =>
    eraseRespondent(context, {
      ...{ target: { studyId: 'demo', caseId }, mode: 'everything', reason: 'She asked for it' },
    });
  const { statement } = await erase('D-1');
  expect(statement.records.map(({ id }) => id).toSorted()).toEqual([recovered, visit.id].toSorted());
  expect(statement.expected).toEqual([named]);
  expect((await store.submissions.readHeld(recovered)).map(({ payload }) => payload).join('')).toBe('');
  expect(await kept(other.tabletId)).toEqual([]);
  expect((await verifyErasure(store, statement)).remains).toEqual([]);

  // Erased before its copy was opened: what comes out of it is hers too.
  const unopened = randomUUID();
  await erase('D-3');
  await leave(other.token, unopened, await draftOf(unopened, 2, { caseId: 'D-3' }));
  await revokeTablet(context, other.tabletId, null);
  const before = await store.erasures.counts('demo');
  await recover(other.tabletId);
  expect((await store.submissions.readHeld(unopened)).map(({ payload }) => payload).join('')).toBe('');
  expect(await store.erasures.counts('demo')).toMatchObject({ erased: before.erased });
});

it('forgets copies with the respondent, and when their time is over', async () => {
  const { tabletId, token } = await newTablet();
  const { context } = server.waymark;
  const [erased, old] = [randomUUID(), randomUUID()];
  await leave(token, erased, await draftOf(erased, 3));
  await revokeTablet(context, tabletId, null);
  await recover(tabletId);
  await leave(token, erased, await draftOf(erased, 4));
  await leave(token, old, await draftOf(old, 1));
  const { statement } = await eraseRespondent(context, {
    ...{ target: { recordId: erased }, mode: 'everything', reason: 'She asked for it' },
  });
  expect(await kept(tabletId)).toEqual([[old, 1]]);
  expect(await leave(token, erased, await draftOf(erased, 5))).toBe('ended');
  expect((await verifyErasure(context.store, statement)).remains).toEqual([]);

  await setRetention(context, { studyId: 'demo', retention: { days: 1, countedFrom: 'receipt' } });
  const later = { ...context, clock: () => new Date(Date.now() + 3 * 86_400_000) };
  const [dry] = await purgePersonalData(later, { dryRun: true });
  expect(dry?.draftCopies).toBeGreaterThan(0);
  await purgePersonalData(later);
  expect(await kept(tabletId)).toEqual([]);
});
