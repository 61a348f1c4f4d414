import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrolResponseSchema } from '../../contracts/api.ts';
import { sealingKeySchema, type BackupRecord, type SealingKey } from '../../contracts/sealing.ts';
import { receiptSchema, type Delivery, type Receipt } from '../../contracts/submission.ts';
import { createSealingKeys } from '../sealing/create-sealing-keys.ts';
import { makeDelivery, makeInterview } from '../testing/make-delivery.ts';
import { bundleDraft, seal } from '../testing/seal.ts';
import { signInDemo, startServer, type TestServer } from '../testing/start-server.ts';
import { createEnrolCode } from '../use-cases/create-enrol-code.ts';
import { importBackup } from '../use-cases/import-backup.ts';
import { revokeTablet } from '../use-cases/manage-tablets.ts';

describe('sealed interviews', () => {
  let server: TestServer;
  let token: string;
  let tabletId: string;
  let key: SealingKey;

  const ask = async (path: string, bearer = token) =>
    fetch(`${server.url}${path}`, { headers: { authorization: `Bearer ${bearer}` } });
  const put = async (id: string, delivery: Delivery, bearer = token): Promise<Receipt> => {
    const response = await fetch(`${server.url}/api/submissions/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
      body: JSON.stringify(delivery),
    });
    expect(response.status).toBe(200);
    return receiptSchema.parse(await response.json());
  };
  const enrol = async () => {
    const { code } = await createEnrolCode(server.waymark.context, {
      studyId: 'demo',
      branches: null,
      scope: null,
    });
    const response = await fetch(`${server.url}/api/tablets/enrol`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({ code, deviceName: 'Tablet 1' }),
    });
    return enrolResponseSchema.parse(await response.json());
  };
  const submissions = () => server.waymark.store.submissions;
  const count = async () => (await submissions().mark('demo')).count;
  const stored = async (id: string) => {
    for await (const record of submissions().read('demo', { upToSequence: Number.MAX_SAFE_INTEGER }))
      if (record.id === id) return record;
    return null;
  };
  const sealed = async (content: unknown, to = key) =>
    makeDelivery(await seal(typeof content === 'string' ? content : JSON.stringify(content), to));
  const backup = (records: readonly BackupRecord[]) => [
    JSON.stringify({
      waymark: 'backup',
      version: 1,
      madeAt: '2026-11-22T10:00:00Z',
      records: records.length,
    }),
    ...records.map((record) => JSON.stringify(record)),
  ];
  const recordOf = (
    id: string,
    delivery: Delivery,
    kind: BackupRecord['kind'] = 'finished',
  ): BackupRecord => ({
    kind,
    id,
    tabletId,
    ...delivery,
  });
  const take = (lines: readonly string[]) =>
    importBackup(server.waymark.context, server.waymark.accept, lines);

  beforeAll(async () => {
    server = await startServer();
    await signInDemo(server, 20);
    ({ token, tabletId } = await enrol());
    key = sealingKeySchema.parse(await (await ask('/api/device/sealing-key')).json());
  });
  afterAll(() => server.stop());

  it('gives tablets the public half only, and keeps the private one in a file for this account', async () => {
    const file = join(server.dataDir, 'sealing-keys.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const written = JSON.parse(await readFile(file, 'utf8')) as { keys: { kid: string; d: string }[] };
    expect(written.keys.map(({ kid }) => kid)).toEqual([key.kid]);
    expect(await (await ask('/api/device/sealing-key')).text()).not.toContain(written.keys[0]?.d);
    const database = await readFile(join(server.dataDir, 'waymark.sqlite'), 'latin1');
    expect(database).not.toContain(written.keys[0]?.d);
  });

  it('makes one key, however many processes ask first at once', async () => {
    const folder = join(server.dataDir, 'elsewhere');
    const asked = Array.from({ length: 5 }, () => createSealingKeys(folder, () => new Date()).current());
    expect(new Set((await Promise.all(asked)).map(({ kid }) => kid)).size).toBe(1);
  });

  it('stores what is inside, byte for byte, under a receipt for the bytes that were sent', async () => {
    const interview = makeInterview();
    const delivery = await sealed(interview);
    const before = await count();
    const receipt = await put(interview.id, delivery);
    expect(receipt).toMatchObject({ id: interview.id, hash: delivery.hash, status: 'stored' });
    expect(await put(interview.id, delivery)).toEqual(receipt);
    expect(await count()).toBe(before + 1);
    expect(await stored(interview.id)).toMatchObject({
      payload: JSON.stringify(interview),
      hash: delivery.hash,
      branch: interview.branch,
    });
  });

  it('knows the same interview again when it was sealed anew, or was sent open before', async () => {
    const interview = makeInterview();
    const [open, first, second] = [makeDelivery(interview), await sealed(interview), await sealed(interview)];
    const before = await count();
    const receipts = [
      await put(interview.id, open),
      await put(interview.id, first),
      await put(interview.id, second),
      await put(interview.id, second),
    ];
    expect(await count()).toBe(before + 1);
    expect(receipts.map(({ hash }) => hash)).toEqual([open.hash, first.hash, second.hash, second.hash]);
    expect(new Set(receipts.map(({ receiptId, status }) => `${status} ${receiptId}`)).size).toBe(1);
  });

  it('keeps another content under the same id as a conflict', async () => {
    const interview = makeInterview();
    await put(interview.id, await sealed(interview));
    const other = await sealed({ ...interview, enumerator: 'Someone else' });
    expect(await put(interview.id, other)).toMatchObject({ status: 'conflict', hash: other.hash });
  });

  it('opens what was sealed before a rotation, and seals to the new key after it', async () => {
    const interview = makeInterview();
    const old = await sealed(interview);
    const kid = await createSealingKeys(server.dataDir, () => new Date()).rotate();
    const next = sealingKeySchema.parse(await (await ask('/api/device/sealing-key')).json());
    expect(next.kid).toBe(kid);
    expect(await put(interview.id, old)).toMatchObject({ status: 'stored' });
    const later = makeInterview();
    expect(await put(later.id, await sealed(later, next))).toMatchObject({ status: 'stored' });
  });

  it.each([
    ['to a key of another institution', async (text: string) => seal(text, await strangerKey()), /not here/],
    ['and then changed', async (text: string) => spoil(await seal(text, key)), /does not open it/],
    ['without a header', () => 'eyJ.a.b.c.d', /header cannot be read/],
    ['around something else', () => seal('{"not":"an interview"}', key), /not an interview/],
    ['as a broken draft', () => '{"waymark":"draft","version":1}', /cannot be read/],
  ])('keeps a record sealed %s in quarantine, as it came, and never refuses it', async (_, make, reason) => {
    const interview = makeInterview();
    const delivery = makeDelivery(await make(JSON.stringify(interview)));
    expect(await put(interview.id, delivery)).toMatchObject({ status: 'quarantined', hash: delivery.hash });
    const [held] = await submissions().readHeld(interview.id);
    expect(held?.reason).toMatch(reason);
    expect(await put(interview.id, await sealed(interview))).toMatchObject({ status: 'stored' });
  });

  it('takes a backup as if the tablet had sent it: once, with the same receipts, and again without effect', async () => {
    const [one, two, three] = [makeInterview(), makeInterview(), makeInterview()];
    const sent = await sealed(one);
    const receipt = await put(one.id, sent);
    const before = await count();
    const lines = backup([
      recordOf(one.id, sent),
      recordOf(two.id, await sealed(two)),
      recordOf(three.id, makeDelivery(three)),
    ]);
    const report = await take(lines);
    expect(report.missing).toBe(0);
    expect(report.lines.map((line) => 'receipt' in line && [line.receipt.status, line.isNew])).toEqual([
      ['stored', false],
      ['stored', true],
      ['stored', true],
    ]);
    expect(report.lines[0]).toMatchObject({ receipt });
    expect(await count()).toBe(before + 2);
    expect((await take(lines)).lines.every((line) => 'receipt' in line && !line.isNew)).toBe(true);
    expect(await count()).toBe(before + 2);
  });

  it('recovers a draft, lists it, and never counts it; the finished interview counts when it comes', async () => {
    const interview = makeInterview();
    const bundle = await bundleDraft(
      interview.id,
      { branch: 'old-town', enumerator: 'Rosa' },
      [
        { kind: 'answer', item: 'respondent_name', value: 'Asha' },
        { kind: 'answer', item: 'age', value: 34 },
        { kind: 'answer', item: 'age', value: null },
      ],
      key,
    );
    const before = await count();
    const report = await take(backup([recordOf(interview.id, makeDelivery(bundle), 'draft')]));
    expect(report.lines).toMatchObject([{ kind: 'draft', receipt: { status: 'quarantined' } }]);
    expect(await count()).toBe(before);
    const [held] = await submissions().readHeld(interview.id);
    expect(held).toMatchObject({
      branch: 'old-town',
      reason: 'An unfinished interview, recovered: 1 answered.',
    });
    expect(JSON.parse(held?.payload ?? '')).toMatchObject({
      unfinished: true,
      draft: { enumerator: 'Rosa' },
      answers: { respondent_name: 'Asha' },
    });
    expect(await put(interview.id, await sealed(interview))).toMatchObject({ status: 'stored' });
  });

  it('does not open a draft whose entries were swapped', async () => {
    const bundle = await bundleDraft(
      randomUUID(),
      { branch: 'old-town' },
      [{ kind: 'page' }, { kind: 'pause' }],
      key,
    );
    const [first, second] = bundle.entries;
    const swapped = {
      ...bundle,
      entries: [
        { seq: 0, box: second?.box },
        { seq: 1, box: first?.box },
      ],
    };
    expect(await put(bundle.id, makeDelivery(swapped))).toMatchObject({ status: 'quarantined' });
    expect((await submissions().readHeld(bundle.id))[0]?.reason).toMatch(/boxes do not open/);
  });

  it('takes every whole record of a damaged file, and tells the rest line by line', async () => {
    const interviews = [makeInterview(), makeInterview(), makeInterview(), makeInterview()];
    const records = await Promise.all(
      interviews.map(async (interview) => recordOf(interview.id, await sealed(interview))),
    );
    const lines = backup(records);
    lines[2] = lines[2]?.replace('"payload":"eyJ', '"payload":"eyK') ?? '';
    lines[3] = JSON.stringify({ ...records[2], tabletId: 'unknown' });
    lines[4] = lines[4]?.slice(0, 200) ?? '';
    const report = await take(lines);
    expect(report.lines).toMatchObject([
      { line: 2, receipt: { status: 'stored' } },
      { line: 3, notTaken: expect.stringContaining('another content') as string },
      { line: 4, notTaken: expect.stringContaining('not known here') as string },
      { line: 5, notTaken: expect.stringContaining('cut off') as string },
    ]);
    expect((await take(lines.slice(0, 3))).missing).toBe(2);
    await expect(take(['PK\u0003\u0004'])).rejects.toThrow('does not begin as a backup');
  });

  it('takes from a revoked tablet into quarantine, and still tells it the key to seal to', async () => {
    const other = await enrol();
    await revokeTablet(server.waymark.context, other.tabletId, null);
    expect((await ask('/api/device/sealing-key', other.token)).status).toBe(200);
    const interview = makeInterview();
    expect(await put(interview.id, await sealed(interview), other.token)).toMatchObject({
      status: 'quarantined',
    });
  });
});

const strangerKey = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-stranger-'));
  const key = await createSealingKeys(folder, () => new Date()).current();
  await rm(folder, { recursive: true });
  return key;
};

/** Another ciphertext, where the header still says the right key. */
function spoil(jwe: string): string {
  const parts = jwe.split('.');
  const text = parts[3] ?? '';
  parts[3] = `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;
  return parts.join('.');
}
