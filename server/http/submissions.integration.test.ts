import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrolResponseSchema } from '../../contracts/api.ts';
import { receiptSchema, type Delivery } from '../../contracts/submission.ts';
import { makeDelivery, makeInterview, makeVisit } from '../testing/make-delivery.ts';
import { seal } from '../testing/seal.ts';
import { signInDemo, startServer, type TestServer } from '../testing/start-server.ts';
import { setBranchArea } from '../use-cases/set-branch-area.ts';
import { createEnrolCode } from '../use-cases/create-enrol-code.ts';
import { listHeld } from '../use-cases/list-held.ts';
import { listTablets, noteTabletSeen } from '../use-cases/manage-tablets.ts';

describe('delivering interviews', () => {
  let server: TestServer;
  let token: string;
  let tabletId: string;
  let cookies: Record<string, string>;

  const enrol = async (branches: string[] | null) => {
    const { code } = await createEnrolCode(server.waymark.context, {
      studyId: 'demo',
      branches,
      scope: null,
    });
    const response = await fetch(`${server.url}/api/tablets/enrol`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({ code: code.toLowerCase(), deviceName: 'Tablet of Old Town' }),
    });
    expect(response.status).toBe(201);
    return enrolResponseSchema.parse(await response.json());
  };
  const put = async (id: string, delivery: unknown, bearer = token) => {
    const response = await fetch(`${server.url}/api/submissions/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
      body: typeof delivery === 'string' ? delivery : JSON.stringify(delivery),
    });
    return { status: response.status, body: await response.text() };
  };
  const receiptOf = async (id: string, delivery: Delivery, bearer = token) => {
    const { status, body } = await put(id, delivery, bearer);
    expect(status).toBe(200);
    return receiptSchema.parse(JSON.parse(body));
  };
  const codeOf = (body: string): unknown => (JSON.parse(body) as { error: { code: unknown } }).error.code;
  const held = () => server.waymark.store.submissions.listHeld('demo');

  beforeAll(async () => {
    server = await startServer();
    cookies = (await signInDemo(server, 20)).cookies;
    const enrolled = await enrol(['old-town']);
    ({ token, tabletId } = enrolled);
    expect(enrolled.study.branches).toEqual([{ code: 'old-town', name: 'Old Town' }]);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  });
  afterAll(() => server.stop());

  it('stores an interview once, and answers each repeat with the same bytes', async () => {
    const before = await server.waymark.store.submissions.mark('demo');
    const interview = makeInterview();
    const delivery = makeDelivery(interview);
    const answers = await Promise.all(Array.from({ length: 8 }, () => put(interview.id, delivery)));
    const later = await put(interview.id, delivery);
    expect(new Set([...answers, later].map(({ body }) => body)).size).toBe(1);
    expect(receiptSchema.parse(JSON.parse(later.body))).toMatchObject({
      id: interview.id,
      hash: delivery.hash,
      status: 'stored',
      attachments: [],
    });
    const after = await server.waymark.store.submissions.mark('demo');
    expect(after.count).toBe(before.count + 1);
  });

  it('keeps another content under the same id as a conflict', async () => {
    const interview = makeInterview();
    await receiptOf(interview.id, makeDelivery(interview));
    const changed = makeDelivery({ ...interview, enumerator: 'Someone else' });
    expect(await receiptOf(interview.id, changed)).toMatchObject({ status: 'conflict', hash: changed.hash });
    expect(await held()).toContainEqual(
      expect.objectContaining({ id: interview.id, hash: changed.hash, status: 'conflict', tabletId }),
    );
  });

  const wrong = makeInterview();
  it.each([
    ['not JSON', 'half a reco', /not JSON/],
    ['not an interview', { id: wrong.id }, /not an interview/],
    ['another id inside', makeInterview(), /another id/],
    ['another study', { ...wrong, studyId: 'other' }, /study "other"/],
    ['an unknown branch', { ...wrong, branch: 'nowhere' }, /no branch "nowhere"/],
    ['a branch outside the tablet’s', { ...wrong, branch: 'riverside' }, /does not work for branch/],
    ['another instrument', { ...wrong, instrument: { ...wrong.instrument, name: 'x' } }, /instrument "x"/],
    ['its own id as the one it revises', { ...wrong, revision: { of: wrong.id, reason: 'x' } }, /own place/],
    ['a visit elsewhere', makeVisit({ id: wrong.id, branch: 'riverside' }), /does not work for branch/],
    ['a visit of another study', makeVisit({ id: wrong.id, studyId: 'other' }), /study "other"/],
    ['half a visit', { waymark: 'visit', id: wrong.id }, /not a visit: studyId/],
    ['a kind that is not known', { waymark: 'constructor', id: wrong.id }, /kind that is not known/],
    ['another version', { ...wrong, instrument: { ...wrong.instrument, version: 'v0' } }, /version "v0"/],
    [
      'a changed instrument',
      { ...wrong, instrument: { ...wrong.instrument, hash: '0'.repeat(64) } },
      /changed copy/,
    ],
  ])('keeps a record with %s in quarantine, with a receipt and a reason', async (_what, content, reason) => {
    const delivery = makeDelivery(content);
    expect(await receiptOf(wrong.id, delivery)).toMatchObject({ status: 'quarantined', hash: delivery.hash });
    const record = (await held()).find(({ hash }) => hash === delivery.hash);
    expect(record?.reason).toMatch(reason);
  });

  const photoOf = async (interview: string, picture: Uint8Array, item = 'stall_photo') => {
    const data = Buffer.from(picture).toString('base64url');
    const content = { waymark: 'photo', version: 1, interview, item, type: 'image/jpeg', data };
    const delivery = makeDelivery(
      await seal(JSON.stringify(content), await server.waymark.accept.keys.current()),
    );
    return { hash: createHash('sha256').update(picture).digest('hex'), delivery };
  };

  it('shows a photo to who reviews the interview, and records each look', async () => {
    const picture = randomBytes(500);
    const interview = makeInterview();
    const { hash, delivery } = await photoOf(interview.id, picture);
    await put(`${interview.id}/attachments/${hash}`, delivery);
    await receiptOf(interview.id, makeDelivery(interview));
    const ask = (path: string, role: string) =>
      fetch(`${server.url}/api/studies/demo/${path}`, {
        headers: { cookie: cookies[role] ?? '' },
      });
    expect(await (await ask(`reviews/${interview.id}`, 'supervisor')).json()).toMatchObject({
      photos: [hash],
    });
    const shown = await ask(`photos/${interview.id}/${hash}`, 'supervisor');
    expect([shown.headers.get('content-type'), shown.headers.get('cache-control')]).toEqual([
      'image/jpeg',
      'no-store',
    ]);
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(picture);
    expect((await ask(`photos/${interview.id}/${'0'.repeat(64)}`, 'supervisor')).status).toBe(404);
    expect((await ask(`photos/${interview.id}/${hash}`, 'analyst')).status).toBe(403);
    const looks = await server.waymark.store.audit.search({ action: 'photos.read' }, 9);
    expect(looks.map(({ outcome, role }) => [role, outcome])).toEqual([
      ['analyst', 'refused'],
      ['supervisor', 'failed'],
      ['supervisor', 'allowed'],
      ['supervisor', 'allowed'],
    ]);
  });

  it('finds what was held outside of the branch’s area, by the place that the interview carries', async () => {
    const { context } = server.waymark;
    const area = { latitude: 22.57, longitude: 88.36, radiusM: 5000 };
    await expect(setBranchArea(context, 'demo', 'nowhere', area)).rejects.toThrow('no branch "nowhere"');
    await setBranchArea(context, 'demo', 'old-town', area);
    const at = '2026-11-20T09:01:00.000+05:30';
    const far = makeInterview({ location: { latitude: 23.57, longitude: 88.36, accuracyM: 10, at } });
    const none = makeInterview({ location: { reason: 'denied', at } });
    for (const interview of [far, none]) await receiptOf(interview.id, makeDelivery(interview));
    const { examined } = await context.quality.upToDate('demo');
    expect(examined.findings.filter(({ check }) => check === 'outside-area')).toEqual([
      expect.objectContaining({ id: far.id, rule: 'outside-area' }),
    ]);
    const missing = (id: string) => examined.interviews.find((each) => each.id === id)?.notRecorded;
    expect(missing(none.id)).toEqual(
      expect.arrayContaining(['outside-area', 'same-place', 'question-times']),
    );
    expect(missing(far.id)).not.toContain('outside-area');
    await setBranchArea(context, 'demo', 'old-town', { ...area, radiusM: 500_000 });
    const wider = await context.quality.upToDate('demo');
    expect(wider.examined.findings.map(({ check }) => check)).not.toContain('outside-area');
  });

  it('stores a visit beside the interviews, once and byte for byte, and counts it nowhere', async () => {
    const { submissions, personal } = server.waymark.store;
    const before = [await submissions.mark('demo'), await submissions.countByBranch('demo')];
    const visit = makeVisit({
      caseId: 'C-7',
      outcome: 'call-back',
      callBackOn: '2026-11-24',
      note: 'Ask Ana',
    });
    const sealed = makeDelivery(
      await seal(JSON.stringify(visit), await server.waymark.accept.keys.current()),
    );
    expect(await receiptOf(visit.id, sealed)).toMatchObject({ status: 'stored', hash: sealed.hash });
    expect(await receiptOf(visit.id, makeDelivery(visit))).toMatchObject({ status: 'stored' });
    const { payload } = makeDelivery(visit);
    expect((await submissions.readField('demo', 'visit')).filter(({ id }) => id === visit.id)).toMatchObject([
      { branch: 'old-town', caseId: 'C-7', tabletId },
    ]);
    expect(await personal.textOf(visit.id)).toBe(payload);
    expect([await submissions.mark('demo'), await submissions.countByBranch('demo')]).toEqual(before);
  });

  it('counts an interview that was held again in place of the first', async () => {
    const { submissions } = server.waymark.store;
    const first = makeInterview();
    await receiptOf(first.id, makeDelivery(first));
    const before = await submissions.mark('demo');
    const again = makeInterview({ revision: { of: first.id, reason: 'Wrong shop' } });
    await receiptOf(again.id, makeDelivery(again));
    const after = await submissions.mark('demo');
    expect(after.count).toBe(before.count);
    expect(after.lastSequence).toBeGreaterThan(before.lastSequence);
  });

  it('stores the good record after a broken one of the same id was quarantined', async () => {
    const interview = makeInterview();
    await receiptOf(interview.id, makeDelivery('broken'));
    expect(await receiptOf(interview.id, makeDelivery(interview))).toMatchObject({ status: 'stored' });
  });

  it('refuses what was damaged on the way, so that it is sent again', async () => {
    const interview = makeInterview();
    const { payload, hash } = makeDelivery(interview);
    const damaged = await put(interview.id, { hash, payload: `${payload} ` });
    expect(damaged.status).toBe(400);
    expect(codeOf(damaged.body)).toBe('HASH_MISMATCH');
    expect(await receiptOf(interview.id, { hash, payload })).toMatchObject({ status: 'stored' });
  });

  it.each([
    ['a body that is not JSON', '{"hash":', 'INVALID_REQUEST', 400],
    ['a body with another shape', { hash: 'abc' }, 'INVALID_REQUEST', 400],
    ['a body beyond the limit', { hash: '', payload: 'x'.repeat(5_000_000) }, 'PAYLOAD_TOO_LARGE', 413],
  ])('answers %s with a code', async (_what, body, code, status) => {
    const answer = await put(wrong.id, body);
    expect(answer.status).toBe(status);
    expect(codeOf(answer.body)).toBe(code);
  });

  it('does not know a tablet without its token', async () => {
    for (const bearer of ['', 'x'.repeat(43), token.toUpperCase()]) {
      const answer = await put(wrong.id, makeDelivery(wrong), bearer);
      expect(answer.status).toBe(401);
      expect(codeOf(answer.body)).toBe('NOT_SIGNED_IN');
    }
  });

  it('lets a revoked tablet deliver into quarantine, and tells it that it is revoked', async () => {
    const other = await enrol(null);
    const sent = makeInterview();
    const early = await put(sent.id, makeDelivery(sent), other.token);
    await server.waymark.store.tablets.revoke(other.tabletId, new Date().toISOString());
    const late = makeInterview();
    expect(await receiptOf(late.id, makeDelivery(late), other.token)).toMatchObject({
      status: 'quarantined',
    });
    expect((await put(sent.id, makeDelivery(sent), other.token)).body).toBe(early.body);
    const study = await fetch(`${server.url}/api/device/study`, {
      headers: { authorization: `Bearer ${other.token}` },
    });
    expect(study.status).toBe(403);
    expect(codeOf(await study.text())).toBe('TABLET_REVOKED');
  });

  it('says when a tablet was heard of, what counts of it and what was set aside', async () => {
    const { context, store } = server.waymark;
    const other = await enrol(null);
    const look = async () => (await listTablets(context, null)).find(({ id }) => id === other.tabletId);
    const ask = () =>
      fetch(`${server.url}/api/device/study`, { headers: { authorization: `Bearer ${other.token}` } });
    expect(await look()).toMatchObject({ lastSeenAt: null, received: 0, held: 0 });
    await ask();
    const first = (await look())?.lastSeenAt;
    expect(Date.parse(first ?? '')).toBeGreaterThan(Date.now() - 60_000);
    await ask();
    expect((await look())?.lastSeenAt).toBe(first);
    const tablet = await store.tablets.find(other.tabletId);
    if (!tablet) throw new Error('The tablet is gone.');
    const later = new Date(Date.parse(first ?? '') + 60_000);
    await noteTabletSeen({ ...context, clock: () => later }, tablet);
    expect((await look())?.lastSeenAt).toBe(later.toISOString());

    const interview = makeInterview();
    await receiptOf(interview.id, makeDelivery(interview), other.token);
    await receiptOf(interview.id, makeDelivery({ ...interview, enumerator: 'Eva' }), other.token);
    await receiptOf(makeInterview().id, makeDelivery('broken'), other.token);
    expect(await look()).toMatchObject({ received: 1, held: 2 });
    expect(
      (await listHeld(context, 'demo')).filter(({ tabletId: id }) => id === other.tabletId),
    ).toMatchObject([
      {
        status: 'quarantined',
        reason: 'The record is not JSON.',
        tabletName: 'Tablet of Old Town',
        studyId: 'demo',
      },
      { id: interview.id, status: 'conflict', branch: 'old-town' },
    ]);
  });

  it.each(['', '   ', '\t\n'])(
    'refuses a tablet with the name %j, and keeps the code',
    async (deviceName) => {
      const { code } = await createEnrolCode(server.waymark.context, {
        studyId: 'demo',
        branches: null,
        scope: null,
      });
      const enrolAs = (name: string) =>
        fetch(`${server.url}/api/tablets/enrol`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ code, deviceName: name }),
        });
      const refused = await enrolAs(deviceName);
      expect(refused.status).toBe(400);
      expect(codeOf(await refused.text())).toBe('INVALID_REQUEST');
      expect((await enrolAs('  Blue tablet ')).status).toBe(201);
      expect(
        (await listTablets(server.waymark.context, null)).some(({ name }) => name === 'Blue tablet'),
      ).toBe(true);
    },
  );

  it('gives a code to one tablet only, and never says what was wrong with it', async () => {
    const { code } = await createEnrolCode(server.waymark.context, {
      studyId: 'demo',
      branches: null,
      scope: null,
    });
    const tryIt = (tried: string) =>
      fetch(`${server.url}/api/tablets/enrol`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code: tried, deviceName: 'x' }),
      });
    expect((await tryIt(code)).status).toBe(201);
    const used = await (await tryIt(code)).text();
    const unknown = await (await tryIt('ZZZZ-ZZZZ')).text();
    expect(codeOf(used)).toBe('ENROL_CODE_WRONG');
    expect(used).toBe(unknown);
    for (let tablet = 0; tablet < 12; tablet += 1) await enrol(null);
    for (let attempt = 0; attempt < 8; attempt += 1)
      expect(codeOf(await (await tryIt('ZZZZ-ZZZZ')).text())).toBe('ENROL_CODE_WRONG');
    expect((await tryIt('ZZZZ-ZZZZ')).status).toBe(429);
  });
});
