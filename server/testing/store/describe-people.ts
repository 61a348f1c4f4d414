import { expect, it } from 'vitest';
import type { NewPersonRecord } from '../../storage/port.ts';
import { addTablet, STUDY, submission, type StoreWorld } from './store-world.ts';

/** What every storage engine must do: people and tablets. */
export function describePeople(world: StoreWorld): void {
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

  it('enrols once per code, unless it is for several, and never after it expired', async () => {
    const { store } = world;
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

  it('keeps people with their accounts, and an address once', async () => {
    const { store } = world;
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
    const { store } = world;
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
    const { store } = world;
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
    const { store } = world;
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
    const { store } = world;
    const north = { branch: 'north', interviews: 40, startsOn: '2026-11-01', endsOn: '2026-11-30' };
    const south = { ...north, branch: 'south', interviews: 0 };
    await store.supervision.setTargets(STUDY.id, [north, south], 'one', '2026-11-01T08:00:00.000Z');
    const more = { ...north, interviews: 50, endsOn: '2026-12-05' };
    await store.supervision.setTargets(STUDY.id, [more], 'two', '2026-11-02T08:00:00.000Z');
    const targets = await store.supervision.listTargets(STUDY.id);
    expect(targets.toSorted((a, b) => a.branch.localeCompare(b.branch))).toEqual([more, south]);
    expect(await store.supervision.listTargets('another')).toEqual([]);

    await addTablet(store);
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
}
