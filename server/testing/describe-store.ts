import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Decision } from '../../contracts/review.ts';
import { sha256 } from '../use-cases/sha256.ts';
import type {
  NewPersonRecord,
  NewSubmission,
  SegmentationRecord,
  Store,
  StudyRecord,
} from '../storage/port.ts';

const STUDY: StudyRecord = {
  id: 'study-1',
  title: 'First study',
  synthetic: true,
  instrument: { name: 'msme-digital-maturity', version: 'v1' },
  codebookHash: null,
  branches: [
    { code: 'north', name: 'North', weight: 1 },
    { code: 'south', name: 'South', weight: 2.5 },
  ],
  createdAt: '2026-11-22T08:00:00.000Z',
};

const submission = (id: string, content: string, parts: Partial<NewSubmission> = {}): NewSubmission => ({
  id,
  studyId: STUDY.id,
  hash: sha256(content),
  kind: 'interview',
  payload: content,
  branch: 'north',
  receivedAt: '2026-11-22T09:00:00.000Z',
  tabletId: null,
  status: 'stored',
  reason: null,
  receiptId: `receipt of ${id} ${content}`,
  ...parts,
});

async function readIds(store: Store, upTo: number, upToDecision?: number): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of store.submissions.read(STUDY.id, {
    upToSequence: upTo,
    ...(upToDecision === undefined ? {} : { upToDecision }),
  }))
    ids.push(id);
  return ids;
}

/**
 * What every storage engine must do, run against a real one.
 *
 * @param open gives an empty store, and a way to open the same data again
 */
export function describeStore(
  engine: string,
  open: () => Promise<{ store: Store; reopen: () => Promise<Store>; clean: () => Promise<void> }>,
): void {
  describe(`storage port on ${engine}`, () => {
    let store: Store;
    let reopen: () => Promise<Store>;
    let clean: () => Promise<void>;
    beforeEach(async () => {
      ({ store, reopen, clean } = await open());
      await store.studies.add(STUDY);
    });
    afterEach(async () => {
      await store.close();
      await clean();
    });

    it('gives back studies, branches in order, and the codebooks they bring', async () => {
      const own = { ...STUDY, id: 'study-2', synthetic: false, codebookHash: sha256('{}'), branches: [] };
      await store.studies.add(own, '{}');
      await store.studies.addBranches('study-2', [{ code: 'b', name: 'B', weight: 1 }]);
      await store.studies.addBranches('study-2', [
        { code: 'b', name: 'Another B', weight: 1 },
        { code: 'a', name: 'A', weight: 0.5 },
      ]);
      expect(await store.studies.list()).toEqual([
        STUDY,
        {
          ...own,
          branches: [
            { code: 'b', name: 'B', weight: 1 },
            { code: 'a', name: 'A', weight: 0.5 },
          ],
        },
      ]);
      expect(await store.studies.codebookText(sha256('{}'))).toBe('{}');
      expect(await store.studies.find('nothing')).toBeNull();
    });

    it('keeps a payload byte for byte, across a restart', async () => {
      const payload = '{"text":"नमस্কার \\u0000 \\n \u2028 ñ","n":1e400}';
      await store.submissions.accept([submission('a', payload)]);
      await store.close();
      store = await reopen();
      const records = [];
      for await (const record of store.submissions.read(STUDY.id, { upToSequence: 1 })) records.push(record);
      expect(records).toEqual([
        {
          id: 'a',
          hash: sha256(payload),
          kind: 'interview',
          payload,
          branch: 'north',
          receivedAt: '2026-11-22T09:00:00.000Z',
        },
      ]);
    });

    it('answers a repeat with the first receipt, in another batch and in the same one', async () => {
      const [first, second] = await store.submissions.accept([
        submission('a', 'one'),
        submission('a', 'one', { receiptId: 'other', receivedAt: '2027-01-01T00:00:00.000Z' }),
      ]);
      const [third] = await store.submissions.accept([submission('a', 'one', { receiptId: 'third' })]);
      expect(JSON.stringify(second)).toBe(JSON.stringify(first));
      expect(JSON.stringify(third)).toBe(JSON.stringify(first));
      expect(await store.submissions.mark(STUDY.id)).toMatchObject({ count: 1 });
    });

    it('keeps another content under a stored id as a conflict, and one after quarantine as stored', async () => {
      const receipts = await store.submissions.accept([
        submission('a', 'one'),
        submission('a', 'two'),
        submission('b', 'broken', { status: 'quarantined', reason: 'unreadable' }),
        submission('b', 'mended'),
      ]);
      expect(receipts.map(({ status }) => status)).toEqual(['stored', 'conflict', 'quarantined', 'stored']);
      expect(await readIds(store, 100)).toEqual(['a', 'b']);
      expect(await store.submissions.listHeld(STUDY.id)).toMatchObject([
        { id: 'b', status: 'quarantined', reason: 'unreadable', hash: sha256('broken') },
        { id: 'a', status: 'conflict', hash: sha256('two') },
      ]);
    });

    it('reads in order of id, whatever the order of arrival, and only up to a mark', async () => {
      const ids = Array.from(
        { length: 1203 },
        (_, index) => `id-${String((index * 7919) % 1203).padStart(5, '0')}`,
      );
      await store.submissions.accept(ids.map((id) => submission(id, id)));
      const mark = await store.submissions.mark(STUDY.id);
      await store.submissions.accept([submission('id-00000-later', 'later')]);
      expect(await readIds(store, mark.lastSequence)).toEqual(ids.toSorted());
      expect(await store.submissions.mark(STUDY.id)).toMatchObject({ count: 1204 });
    });

    it('counts stored records by branch', async () => {
      await store.submissions.accept([
        submission('a', 'a'),
        submission('b', 'b', { branch: 'south' }),
        submission('c', 'c', { branch: 'south' }),
        submission('d', 'd', { branch: 'south', status: 'quarantined', reason: 'x' }),
      ]);
      expect(await store.submissions.countByBranch(STUDY.id)).toEqual(
        new Map([
          ['north', 1],
          ['south', 2],
        ]),
      );
    });

    it('leaves a rejected record out until it is reopened, and knows what counted before', async () => {
      await store.submissions.accept([submission('a', 'a'), submission('b', 'b', { branch: 'south' })]);
      const decide = async (id: string, decision: Decision): Promise<void> => {
        const [record] = await store.review.versions(STUDY.id, id);
        await store.review.add({
          studyId: STUDY.id,
          submission: record?.sequence ?? -1,
          decision,
          comment: decision === 'rejected' ? 'made up' : null,
          decidedBy: 'user-1',
          decidedByName: 'Ana',
          decidedAt: '2026-11-22T10:00:00.000Z',
        });
      };
      const before = await store.submissions.mark(STUDY.id);
      await decide('a', 'approved');
      expect(await store.submissions.mark(STUDY.id)).toEqual(before);
      await decide('a', 'rejected');
      const rejected = await store.submissions.mark(STUDY.id);
      expect(rejected).toMatchObject({ count: 1, lastSequence: 2 });
      expect(rejected.lastDecision).toBeGreaterThan(before.lastDecision);
      expect(await readIds(store, 100)).toEqual(['b']);
      expect(await readIds(store, 100, before.lastDecision)).toEqual(['a', 'b']);
      expect(await store.submissions.countByBranch(STUDY.id)).toEqual(new Map([['south', 1]]));
      expect(await store.review.list(STUDY.id)).toMatchObject([
        { id: 'a', isReplaced: false, lastDecision: { decision: 'rejected', comment: 'made up', by: 'Ana' } },
        { id: 'b', lastDecision: null },
      ]);
      await decide('a', 'reopened');
      expect(await readIds(store, 100)).toEqual(['a', 'b']);
      expect((await store.submissions.mark(STUDY.id)).lastDecision).toBeGreaterThan(rejected.lastDecision);
      const [record] = await store.review.versions(STUDY.id, 'a');
      const history = await store.review.history(record?.sequence ?? -1);
      expect(history.map(({ decision }) => decision)).toEqual(['approved', 'rejected', 'reopened']);
    });

    it('moves a record between stored and set aside, and never another receipt for it', async () => {
      const [first, second] = await store.submissions.accept([
        submission('a', 'one'),
        submission('a', 'two'),
      ]);
      const [one, two] = await store.review.versions(STUDY.id, 'a');
      await store.transaction(async (inner) => {
        await inner.review.move(one?.sequence ?? -1, 'conflict');
        await inner.review.move(two?.sequence ?? -1, 'stored');
      });
      expect(await store.submissions.listHeld(STUDY.id)).toMatchObject([
        { id: 'a', hash: sha256('one'), status: 'conflict' },
      ]);
      expect(await store.submissions.accept([submission('a', 'one'), submission('a', 'two')])).toEqual([
        first,
        second,
      ]);
      const [third] = await store.submissions.accept([submission('a', 'three')]);
      expect(third?.status).toBe('conflict');
    });

    it('keeps visits with the records, and never counts them', async () => {
      await store.submissions.accept([
        submission('a', 'a', { caseId: 'c-1' }),
        submission('v', 'went there', { kind: 'visit', caseId: 'c-2' }),
        submission('w', 'held', { kind: 'visit', status: 'quarantined', reason: 'x' }),
      ]);
      expect(await store.submissions.mark(STUDY.id)).toEqual({
        count: 1,
        lastSequence: 1,
        lastDecision: 0,
      });
      expect(await readIds(store, 100)).toEqual(['a']);
      expect(await store.submissions.countByBranch(STUDY.id)).toEqual(new Map([['north', 1]]));
      expect(await store.submissions.readField(STUDY.id, 'visit')).toEqual([
        {
          id: 'v',
          branch: 'north',
          caseId: 'c-2',
          payload: 'went there',
          sequence: 2,
          receivedAt: '2026-11-22T09:00:00.000Z',
          tabletId: null,
        },
      ]);
    });

    it('counts a revision in place of what it revises: in chains, late, in a circle, and of one branch only', async () => {
      await store.submissions.accept([
        submission('a1', 'a1'),
        submission('a2', 'a2', { revisionOf: 'a1' }),
        submission('a3', 'a3', { revisionOf: 'a2' }),
        submission('b2', 'the revision came first', { revisionOf: 'b1' }),
        submission('b1', 'b1'),
        submission('c2', 'of nothing that is known', { revisionOf: 'c1' }),
        submission('d1', 'd1'),
        submission('d2', 'of another branch', { revisionOf: 'd1', branch: 'south' }),
        submission('e1', 'e1'),
        submission('e2', 'held', { revisionOf: 'e1', status: 'quarantined', reason: 'x' }),
        submission('f1', 'f1'),
        submission('f2', 'twice', { revisionOf: 'f1' }),
        submission('f3', 'twice', { revisionOf: 'f1' }),
        submission('g1', 'each names the other', { revisionOf: 'g2' }),
        submission('g2', 'each names the other', { revisionOf: 'g1' }),
      ]);
      expect(await readIds(store, 100)).toEqual(['a3', 'b2', 'c2', 'd1', 'd2', 'e1', 'f3', 'g2']);
      expect(await readIds(store, 2)).toEqual(['a2']);
      expect(await store.submissions.mark(STUDY.id)).toEqual({
        count: 8,
        lastSequence: 15,
        lastDecision: 0,
      });
      expect(await store.submissions.countByBranch(STUDY.id)).toEqual(
        new Map([
          ['north', 7],
          ['south', 1],
        ]),
      );
    });

    it('keeps the respondent list, contacts apart, and changes an entry that is there', async () => {
      const one = {
        id: 'c-1',
        branch: 'north',
        wave: 1,
        tabletId: null,
        addedAt: '2026-11-22T08:00:00.000Z',
      };
      const two = { ...one, id: 'c-2', wave: null };
      await store.cases.put(STUDY.id, [
        { ...two, contact: { name: 'Ana', phone: '1' } },
        { ...one, contact: { name: 'Bea', notes: 'blue door' } },
      ]);
      await store.cases.put(STUDY.id, [
        { ...one, branch: 'south', wave: 2, addedAt: '2027-01-01T00:00:00.000Z' },
        { ...two, contact: { name: 'Ana María' } },
      ]);
      expect(await store.cases.list(STUDY.id)).toEqual([
        { ...one, branch: 'south', wave: 2, addedAt: '2027-01-01T00:00:00.000Z' },
        two,
      ]);
      expect(await store.cases.contacts(STUDY.id)).toEqual(
        new Map([
          ['c-1', { name: 'Bea', notes: 'blue door' }],
          ['c-2', { name: 'Ana María' }],
        ]),
      );
      expect([...(await store.cases.contacts(STUDY.id, ['c-2', 'c-9'])).keys()]).toEqual(['c-2']);
      expect(await store.cases.list('another')).toEqual([]);
      const orphan = { ...one, id: 'c-3', tabletId: 'no such tablet' };
      await expect(store.cases.put(STUDY.id, [{ ...one, wave: 9 }, orphan])).rejects.toThrow();
      expect(await store.cases.list(STUDY.id)).toMatchObject([{ id: 'c-1', wave: 2 }, { id: 'c-2' }]);
    });

    it('lists interviews that count of the respondent list, and gives payloads by id', async () => {
      await store.submissions.accept([
        submission('a', 'first', { caseId: 'c-1' }),
        submission('b', 'again', { caseId: 'c-1', revisionOf: 'a' }),
        submission('c', 'on the spot'),
        submission('d', 'held', { caseId: 'c-2', status: 'quarantined', reason: 'x' }),
      ]);
      expect(await store.submissions.listCaseInterviews(STUDY.id)).toEqual([
        { id: 'b', caseId: 'c-1', branch: 'north', sequence: 2 },
      ]);
      expect(await store.submissions.readPayloads(STUDY.id, ['a', 'd', 'none'])).toEqual(
        new Map([['a', 'first']]),
      );
    });

    it('keeps how a study is laid out, and the versions it moved through', async () => {
      const empty = await store.studies.setup(STUDY.id);
      expect(empty).toMatchObject({ startsOn: null, endsOn: null, waves: [], quotas: [], versions: [] });
      const wave = { number: 1, name: 'First', startsOn: '2026-11-01', endsOn: '2026-11-30' };
      const quota = { branch: 'north', variable: 'sex', code: 'female', interviews: 12 };
      const all = { branch: null, variable: 'archetype', code: 'Nascent', interviews: 5 };
      await store.studies.changeSetup(STUDY.id, {
        ...{ startsOn: '2026-11-01', waves: [wave], quotas: [quota, all] },
        clients: new Map([['north', 500]]),
      });
      await store.studies.changeSetup(STUDY.id, { endsOn: '2026-12-31', quotas: [all] });
      await store.studies.moveToVersion(STUDY.id, 'v2', '2026-11-25T08:00:00.000Z');
      expect(await store.studies.setup(STUDY.id)).toEqual({
        ...{ startsOn: '2026-11-01', endsOn: '2026-12-31', waves: [wave], quotas: [all] },
        clients: new Map([
          ['north', 500],
          ['south', null],
        ]),
        versions: [
          { version: 'v1', since: STUDY.createdAt },
          { version: 'v2', since: '2026-11-25T08:00:00.000Z' },
        ],
      });
      expect((await store.studies.find(STUDY.id))?.instrument.version).toBe('v2');
    });

    it('keeps nothing of a batch in which one record breaks a rule of the schema', async () => {
      const orphan = submission('b', 'b', { studyId: 'no such study' });
      await expect(store.submissions.accept([submission('a', 'a'), orphan])).rejects.toThrow();
      expect(await store.submissions.mark(STUDY.id)).toEqual({
        count: 0,
        lastSequence: 0,
        lastDecision: 0,
      });
    });

    it('enrols once per code, unless it is for several, and never after it expired', async () => {
      const code = { studyId: STUDY.id, branches: ['north'], expiresAt: '2026-11-23T00:00:00.000Z' };
      await store.tablets.addCode({ ...code, codeHash: 'once', singleUse: true });
      await store.tablets.addCode({ ...code, codeHash: 'often', singleUse: false });
      let number = 0;
      const enrol = (hash: string, now: string) =>
        store.tablets.enrol(hash, now, ({ studyId, branches }) => {
          number += 1;
          return {
            id: `tablet-${number}`,
            studyId,
            name: `Tablet ${number}`,
            branches,
            enrolledAt: now,
            lastSeenAt: null,
            revokedAt: null,
            tokenHash: `token-${number}`,
          };
        });
      const inTime = '2026-11-22T10:00:00.000Z';
      expect(await enrol('once', inTime)).toMatchObject({ id: 'tablet-1', branches: ['north'] });
      expect(await enrol('once', inTime)).toBeNull();
      expect(await enrol('unknown', inTime)).toBeNull();
      expect(await enrol('often', inTime)).toMatchObject({ id: 'tablet-2' });
      expect(await enrol('often', inTime)).toMatchObject({ id: 'tablet-3' });
      expect(await enrol('often', '2026-11-23T00:00:00.000Z')).toBeNull();
      expect(await store.tablets.findByToken('token-2')).toMatchObject({ id: 'tablet-2' });

      await store.submissions.accept([
        submission('a', 'a', { tabletId: 'tablet-2' }),
        submission('a', 'other', { tabletId: 'tablet-2' }),
        submission('b', 'b', { tabletId: 'tablet-2', status: 'quarantined', reason: 'x' }),
      ]);
      await store.tablets.markSeen('tablet-2', '2026-11-22T08:59:59.999Z');
      await store.tablets.markSeen('tablet-3', '2026-11-22T09:30:00.000Z');
      expect(await store.tablets.revoke('tablet-2', '2026-11-22T11:00:00.000Z')).toBe(true);
      expect(await store.tablets.revoke('tablet-2', '2026-11-22T12:00:00.000Z')).toBe(true);
      expect(await store.tablets.revoke('tablet-9', inTime)).toBe(false);
      expect(await store.tablets.list()).toMatchObject([
        { id: 'tablet-1', received: 0, held: 0, lastSeenAt: null, revokedAt: null },
        {
          id: 'tablet-2',
          received: 1,
          held: 2,
          lastSeenAt: '2026-11-22T09:00:00.000Z',
          revokedAt: '2026-11-22T11:00:00.000Z',
        },
        { id: 'tablet-3', lastSeenAt: '2026-11-22T09:30:00.000Z' },
      ]);
    });

    it('keeps every segmentation, and the text of the newest', async () => {
      const record: SegmentationRecord = {
        id: 'first',
        studyId: STUDY.id,
        instrument: STUDY.instrument,
        codebookHash: 'codebook',
        modelVersion: '1',
        seed: 1,
        dataVersion: 'data',
        lastSequence: 5,
        lastDecision: 2,
        resultHash: 'result',
        computedAt: '2026-11-22T10:00:00.000Z',
      };
      expect(await store.segmentations.latest(STUDY.id)).toBeNull();
      await store.segmentations.add(record, 'text one');
      await store.segmentations.add({ ...record, id: 'second', seed: 2 }, 'text two');
      expect(await store.segmentations.latest(STUDY.id)).toEqual({
        ...record,
        id: 'second',
        seed: 2,
        resultText: 'text two',
      });
      expect(await store.segmentations.find('first')).toEqual(record);
    });

    const ASHA: NewPersonRecord = {
      userId: 'asha',
      name: 'Asha',
      email: 'asha@mfi.example',
      passwordHash: null,
      role: 'supervisor',
      branches: ['north'],
      demo: false,
      createdAt: '2026-11-22T08:00:00.000Z',
    };

    it('keeps people with their accounts, and an address once', async () => {
      expect(await store.people.add(ASHA)).toBe(true);
      expect(await store.people.add({ ...ASHA, userId: 'other', name: 'Other' })).toBe(false);
      await store.people.add({
        ...ASHA,
        userId: 'ana',
        name: 'Ana',
        email: 'ana@mfi.example',
        branches: null,
      });
      expect((await store.people.list()).map(({ name }) => name)).toEqual(['Ana', 'Asha']);
      expect(await store.people.find('other')).toBeNull();
      const asha = await store.people.findByEmail('asha@mfi.example');
      expect(asha).toMatchObject({ branches: ['north'], hasPassword: false, hasSecondFactor: false });
      await store.people.setRole('asha', 'analyst', null);
      await store.people.setPassword('asha', 'hash', '2026-11-22T09:00:00.000Z');
      await store.people.setDeactivated('asha', '2026-11-22T10:00:00.000Z');
      expect(await store.people.find('asha')).toMatchObject({
        ...{ role: 'analyst', branches: null, hasPassword: true },
        deactivatedAt: '2026-11-22T10:00:00.000Z',
      });
      expect(await store.people.find('ana')).toMatchObject({ hasPassword: false, deactivatedAt: null });
    });

    it('takes the newest code of a person once, in time', async () => {
      await store.people.add(ASHA);
      const put = (codeHash: string) =>
        store.people.putCode({ codeHash, userId: 'asha', expiresAt: '2026-11-23T00:00:00.000Z' });
      await put('first');
      await put('second');
      expect(await store.people.takeCode('first', '2026-11-22T12:00:00.000Z')).toBeNull();
      expect(await store.people.takeCode('second', '2026-11-23T00:00:00.000Z')).toBeNull();
      expect(await store.people.takeCode('second', '2026-11-22T12:00:00.000Z')).toBe('asha');
      expect(await store.people.takeCode('second', '2026-11-22T12:00:00.000Z')).toBeNull();
    });

    it('counts attempts under their key, and forgets old ones', async () => {
      const blockedUntil = '2026-11-22T12:01:00.000Z';
      await store.attempts.put('a', { failures: 1, blockedUntil: null }, '2026-11-21T12:00:00.000Z');
      await store.attempts.put('b', { failures: 1, blockedUntil: null }, '2026-11-22T11:00:00.000Z');
      await store.attempts.put('b', { failures: 2, blockedUntil }, '2026-11-22T12:00:00.000Z');
      await store.attempts.forget('2026-11-22T00:00:00.000Z');
      expect(await store.attempts.find('a')).toBeNull();
      expect(await store.attempts.find('b')).toEqual({ failures: 2, blockedUntil });
      await store.attempts.clear('b');
      expect(await store.attempts.find('b')).toBeNull();
    });

    it('keeps nothing of a transaction that fails, whatever it touched', async () => {
      const work = store.transaction(async (inner) => {
        await inner.people.add(ASHA);
        await inner.studies.add({ ...STUDY, id: 'study-9' });
        await inner.submissions.accept([submission('t', 't')]);
        throw new Error('stop');
      });
      await expect(work).rejects.toThrow('stop');
      expect(await store.people.list()).toEqual([]);
      expect(await store.studies.find('study-9')).toBeNull();
      expect(await store.submissions.mark(STUDY.id)).toMatchObject({ count: 0 });
    });

    it('keeps the newest target of each branch, and the newest heartbeat of each tablet', async () => {
      const north = { branch: 'north', interviews: 40, startsOn: '2026-11-01', endsOn: '2026-11-30' };
      const south = { ...north, branch: 'south', interviews: 0 };
      await store.supervision.setTargets(STUDY.id, [north, south], 'one', '2026-11-01T08:00:00.000Z');
      const more = { ...north, interviews: 50, endsOn: '2026-12-05' };
      await store.supervision.setTargets(STUDY.id, [more], 'two', '2026-11-02T08:00:00.000Z');
      const targets = await store.supervision.listTargets(STUDY.id);
      expect(targets.toSorted((a, b) => a.branch.localeCompare(b.branch))).toEqual([more, south]);
      expect(await store.supervision.listTargets('another')).toEqual([]);

      const code = { studyId: STUDY.id, branches: null, expiresAt: '2026-11-23T00:00:00.000Z' };
      await store.tablets.addCode({ ...code, codeHash: 'code', singleUse: true });
      await store.tablets.enrol('code', '2026-11-22T00:00:00.000Z', ({ studyId, branches }) => ({
        id: 'tablet-1',
        studyId,
        name: 'One',
        branches,
        enrolledAt: '2026-11-22T00:00:00.000Z',
        lastSeenAt: null,
        revokedAt: null,
        tokenHash: 'token-1',
      }));
      const beat = {
        drafts: 1,
        queued: 3,
        oldestUnsentAt: '2026-11-20T09:14:00.000+05:30',
        storageUsed: 1000,
        storageQuota: null,
        appVersion: '0.1.0',
      };
      await store.supervision.putHeartbeat('tablet-1', beat, '2026-11-22T10:00:00.000Z');
      await store.supervision.putHeartbeat('tablet-1', { ...beat, queued: 0 }, '2026-11-22T11:00:00.000Z');
      expect(await store.supervision.heartbeats(STUDY.id)).toEqual(
        new Map([['tablet-1', { ...beat, queued: 0 }]]),
      );
      expect(await store.supervision.heartbeats('another')).toEqual(new Map());
      expect([...(await store.supervision.heartbeats()).keys()]).toEqual(['tablet-1']);
      await store.tablets.rename('tablet-1', 'Market 2');
      expect((await store.tablets.listInUse()).map(({ id, name }) => [id, name])).toEqual([
        ['tablet-1', 'Market 2'],
      ]);
      await store.tablets.revoke('tablet-1', '2026-11-23T00:00:00.000Z');
      expect(await store.tablets.listInUse()).toEqual([]);
    });

    it('sets a setting once', async () => {
      expect(await store.settings.get('secret')).toBeNull();
      expect(await store.settings.getOrSet('secret', 'one')).toBe('one');
      expect(await store.settings.getOrSet('secret', 'two')).toBe('one');
    });
  });
}
