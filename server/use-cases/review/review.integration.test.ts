import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  heldListSchema,
  heldVersionsSchema,
  reviewListSchema,
  reviewSchema,
} from '../../../contracts/review.ts';
import { receiptSchema, type Interview } from '../../../contracts/submission.ts';
import { makeDelivery, makeInterview } from '../../testing/make-delivery.ts';
import { signInDemo, startServer, type TestServer } from '../../testing/start-server.ts';
import { createEnrolCode } from '../create-enrol-code.ts';
import { enrolTablet } from '../enrol-tablet.ts';
import { revokeTablet } from '../manage-tablets.ts';
import { tabulateStudy } from '../tabulate-study.ts';
import { returnedTo } from './returned-to.ts';

describe('reviewing interviews', () => {
  let server: TestServer;
  let cookies: Record<string, string>;
  let tablet: { tabletId: string; token: string };

  const call = async (path: string, body?: unknown, role = 'supervisor') => {
    const response = await fetch(`${server.url}/api/studies/demo/${path}`, {
      headers: { cookie: cookies[role] ?? '', origin: server.url, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as unknown };
  };
  const read = async (path: string, role?: string): Promise<unknown> => {
    const { status, body } = await call(path, undefined, role);
    expect(status).toBe(200);
    return body;
  };
  const enrol = async (branches = ['old-town']) => {
    const wanted = { studyId: 'demo', branches, scope: null };
    const { code } = await createEnrolCode(server.waymark.context, wanted);
    return enrolTablet(server.waymark.context, { code, deviceName: `of ${branches.join()}` });
  };
  const send = async (content: Interview | string, id: string, token = tablet.token) => {
    const delivery = makeDelivery(content);
    const response = await fetch(`${server.url}/api/submissions/${id}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(delivery),
    });
    const { status } = receiptSchema.parse(await response.json());
    return { id, hash: delivery.hash, status };
  };
  const sendNew = async (parts: Partial<Interview> = {}, token?: string) => {
    const interview = makeInterview(parts);
    return { interview, ...(await send(interview, interview.id, token)) };
  };
  const ref = ({ id, hash }: { readonly id: string; readonly hash: string }) => ({ id, hash });
  const decide = (decision: string, interviews: unknown[], comment?: string) =>
    call('reviews', { decision, interviews, ...(comment === undefined ? {} : { comment }) });
  const list = async (show: string) => reviewListSchema.parse(await read(`reviews?show=${show}`));
  const inTable = async () => {
    const asked = { studyId: 'demo', scope: null, rows: 'archetype', columns: 'branch', weighted: false };
    return (await tabulateStudy(server.waymark.context, asked)).base.unweighted;
  };
  const codeOf = ({ body }: { readonly body: unknown }) => (body as { error: { code: string } }).error.code;

  beforeAll(async () => {
    server = await startServer();
    ({ cookies } = await signInDemo(server, 40));
    tablet = await enrol();
  });
  afterAll(() => server.stop());

  it('shows doubtful interviews first, of her branches only, and records each that is opened', async () => {
    const doubtful = await sendNew({ activeMs: 1000 });
    const { interviews, counts } = await list('unreviewed');
    expect(interviews[0]).toMatchObject({ id: doubtful.id, state: 'unreviewed', enumerator: 'Rosa' });
    expect(new Set(interviews.map(({ branch }) => branch))).toEqual(new Set(['old-town']));
    expect(counts.unreviewed).toBe(interviews.length);
    expect((await list('doubtful')).interviews.every(({ findings }) => findings.length > 0)).toBe(true);

    const opened = reviewSchema.parse(await read(`reviews/${doubtful.id}`));
    expect(opened.tablet).toEqual({ id: tablet.tabletId, name: 'of old-town', isRevoked: false });
    expect(opened.findings.map(({ rule }) => rule)).toContain('too-fast');
    const phone = opened.interview.answers.find(({ item }) => item === 'own_phone');
    expect(phone).toMatchObject({ value: 'no', state: 'answered' });
    expect(phone?.labels[0]?.es).toBe('No');
    expect(opened.interview.answers.find(({ item }) => item === 'phone_type')?.state).toBe('skipped');
    const [line] = await server.waymark.store.audit.search({ action: 'review.open' }, 1);
    expect(line).toMatchObject({ role: 'supervisor', outcome: 'allowed' });
    expect(line?.target).toContain(doubtful.id);
  });

  it('takes a rejected interview out of every table, and back in when it is reopened', async () => {
    const one = await sendNew();
    const before = await inTable();
    expect(await decide('rejected', [ref(one)], 'She was not there.')).toMatchObject({
      body: { decided: 1, unchanged: 0 },
    });
    expect(await inTable()).toBe(before - 1);
    expect(await decide('rejected', [ref(one)], 'She was not there.')).toMatchObject({
      body: { decided: 0, unchanged: 1 },
    });
    expect(codeOf(await decide('approved', [ref(one)]))).toBe('INVALID_REQUEST');
    expect((await list('rejected')).interviews).toMatchObject([
      { id: one.id, enumerator: 'Rosa', lastDecision: { comment: 'She was not there.' } },
    ]);
    await decide('reopened', [ref(one)]);
    expect(await inTable()).toBe(before);
    const { history } = reviewSchema.parse(await read(`reviews/${one.id}`));
    expect(history.map(({ decision }) => decision)).toEqual(['rejected', 'reopened']);
  });

  it('returns one to the tablet that sent it, until it is held again', async () => {
    const first = await sendNew();
    expect((await decide('returned', [ref(first)], 'Ask about the phone again.')).status).toBe(200);
    const { store } = server.waymark;
    const sender = await store.tablets.find(tablet.tabletId);
    if (!sender) throw new Error('The tablet is gone.');
    expect(await returnedTo(store, sender)).toMatchObject([
      { interviewId: first.id, comment: 'Ask about the phone again.', enumerator: 'Rosa' },
    ]);
    const count = await inTable();
    const again = await sendNew({ revision: { of: first.id, reason: 'asked again' } });
    expect(again.status).toBe('stored');
    expect(await returnedTo(store, sender)).toEqual([]);
    expect(await inTable()).toBe(count);
    expect((await list('replaced')).interviews.map(({ id }) => id)).toEqual([first.id]);
    expect(codeOf(await decide('approved', [ref(first)]))).toBe('INVALID_REQUEST');
    // Whoever is rejected takes nobody's place: the first one counts again, and is still to be held again.
    await decide('rejected', [ref(again)], 'Nobody was there.');
    expect(await inTable()).toBe(count);
    expect(await returnedTo(store, sender)).toMatchObject([{ interviewId: first.id }]);
    await decide('reopened', [ref(again)]);
    expect(await returnedTo(store, sender)).toEqual([]);
    expect(await inTable()).toBe(count);
  });

  it('decides about many or none of them', async () => {
    const [a, b, c] = [
      await sendNew(),
      await sendNew(),
      await sendNew({ enumerator: ' demo supervisor (Old Town)' }),
    ];
    const changed = { ...ref(b), hash: 'a'.repeat(64) };
    expect(codeOf(await decide('approved', [ref(a), changed]))).toBe('INVALID_REQUEST');
    expect(codeOf(await decide('approved', [ref(a), ref(c)]))).toBe('NOT_ALLOWED');
    expect((await list('approved')).interviews).toEqual([]);
    expect((await decide('approved', [ref(a), ref(b)])).body).toEqual({ decided: 2, unchanged: 0 });
    expect((await list('approved')).counts.approved).toBe(2);
    // Made-up interviews of the demo came from no tablet.
    const { interviews } = await list('unreviewed');
    const noTablet = interviews.find(({ enumerator }) => enumerator?.startsWith('Synthetic'));
    if (!noTablet) throw new Error('There is no interview of the demo.');
    expect(codeOf(await decide('returned', [ref(noTablet)], 'again'))).toBe('INVALID_REQUEST');
    expect((await decide('returned', [ref(a)])).status).toBe(400);
  });

  it('releases what a revoked tablet sent, once, and refuses what is no interview', async () => {
    const gone = await enrol();
    await revokeTablet(server.waymark.context, gone.tabletId, null);
    const kept = await sendNew({}, gone.token);
    expect(kept.status).toBe('quarantined');
    const before = await inTable();
    const release = (of: { readonly id: string; readonly hash: string }, decision = 'released') =>
      call('held', { ...ref(of), decision });
    expect((await release(kept)).body).toEqual({ changed: true });
    expect((await release(kept)).body).toEqual({ changed: false });
    expect(await inTable()).toBe(before + 1);
    // The tablet still gets its first receipt.
    expect((await send(kept.interview, kept.id, gone.token)).status).toBe('quarantined');
    const { waymark } = server;
    const [line] = await waymark.store.audit.search({ action: 'held.decide' }, 1);
    expect(line).toMatchObject({ outcome: 'done', detail: 'released', role: 'supervisor' });

    const damaged = await send('not an interview', makeInterview().id);
    expect(codeOf(await release(damaged))).toBe('NOT_ALLOWED');
    const byAdministrator = (decision: string) =>
      call('held', { ...ref(damaged), decision }, 'administrator');
    const refused = await byAdministrator('released');
    expect([codeOf(refused), JSON.stringify(refused.body)]).toEqual([
      'INVALID_REQUEST',
      expect.stringContaining('The record is not JSON.'),
    ]);
    expect((await byAdministrator('rejected')).body).toEqual({ changed: true });
    const { held } = heldListSchema.parse(await read('held', 'administrator'));
    expect(held.find(({ id }) => id === damaged.id)?.lastDecision?.decision).toBe('rejected');
  });

  it('lets her choose which of two contents counts, and keeps both', async () => {
    const first = await sendNew();
    const second = await send({ ...first.interview, activeMs: 900_001 }, first.id);
    expect(second.status).toBe('conflict');
    const { versions } = heldVersionsSchema.parse(await read(`held/${first.id}`));
    expect(versions.map(({ status, interview }) => [status, interview?.activeMs])).toEqual([
      ['stored', first.interview.activeMs],
      ['conflict', 900_001],
    ]);
    const before = await inTable();
    await call('held', { ...ref(second), decision: 'released' });
    expect(await inTable()).toBe(before);
    const after = heldVersionsSchema.parse(await read(`held/${first.id}`));
    expect(after.versions.map(({ status, hash }) => [status, hash])).toEqual([
      ['conflict', first.hash],
      ['stored', second.hash],
    ]);
    expect(codeOf(await decide('approved', [ref(first)]))).toBe('INVALID_REQUEST');
    expect((await decide('approved', [ref(second)])).status).toBe(200);
  });

  it('releases no content that was rejected before it is reopened, wherever that was decided', async () => {
    const first = await sendNew();
    const second = await send({ ...first.interview, activeMs: 900_003 }, first.id);
    const before = await inTable();
    await decide('rejected', [ref(first)], 'Made up.');
    const hold = (of: { readonly id: string; readonly hash: string }, decision: string) =>
      call('held', { ...ref(of), decision });
    expect((await hold(second, 'released')).status).toBe(200);
    const refused = await hold(first, 'released');
    expect([codeOf(refused), JSON.stringify(refused.body)]).toEqual([
      'INVALID_REQUEST',
      expect.stringContaining('was rejected.'),
    ]);
    const shown = async () =>
      heldVersionsSchema
        .parse(await read(`held/${first.id}`))
        .versions.map(({ status, isRejected }) => [status, isRejected]);
    expect(await shown()).toEqual([
      ['conflict', true],
      ['stored', false],
    ]);
    expect((await hold(first, 'reopened')).body).toEqual({ changed: true });
    expect((await hold(first, 'released')).body).toEqual({ changed: true });
    // Left out where it is set aside: the same.
    await hold(second, 'rejected');
    expect(codeOf(await hold(second, 'released'))).toBe('INVALID_REQUEST');
    expect(await shown()).toEqual([
      ['stored', false],
      ['conflict', true],
    ]);
    expect(await inTable()).toBe(before);
  });

  it('lets nobody decide about her own interview, neither under review nor where it is set aside', async () => {
    const people = await server.waymark.store.people.list();
    const enumerator = people.find(({ role }) => role === 'supervisor')?.name ?? '';
    const own = await sendNew({ enumerator: ` ${enumerator.toUpperCase()}` });
    const held = await send({ ...own.interview, activeMs: 900_002 }, own.id);
    expect(held.status).toBe('conflict');
    expect(codeOf(await decide('approved', [ref(own)]))).toBe('NOT_ALLOWED');
    for (const decision of ['released', 'rejected'])
      expect(codeOf(await call('held', { ...ref(held), decision, comment: 'Mine' }))).toBe('NOT_ALLOWED');
    const { versions } = heldVersionsSchema.parse(await read(`held/${own.id}`));
    expect(versions.map(({ status }) => status)).toEqual(['stored', 'conflict']);
    const other = await call('held', { ...ref(held), decision: 'released' }, 'administrator');
    expect(other.status).toBe(200);
  });
});
