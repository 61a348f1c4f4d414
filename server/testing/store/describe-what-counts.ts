import { expect, it } from 'vitest';
import type { Decision } from '../../../contracts/review.ts';
import { sha256 } from '../../use-cases/sha256.ts';
import { addTablet, readIds, STUDY, submission, type StoreWorld } from './store-world.ts';

/** What every storage engine must do: what counts. */
export function describeWhatCounts(world: StoreWorld): void {
  it('counts stored records by branch', async () => {
    const { store } = world;
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
    const { store } = world;
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
    const { store } = world;
    const [first, second] = await store.submissions.accept([submission('a', 'one'), submission('a', 'two')]);
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
    const { store } = world;
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

  it('counts a revision in place of what it revises: in chains, late, in a circle, and of one branch or tablet only', async () => {
    const { store } = world;
    const tabletId = await addTablet(store);
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
      submission('h1', 'h1', { tabletId }),
      submission('h2', 'of another branch', { revisionOf: 'h1', branch: 'south', tabletId }),
    ]);
    expect(await readIds(store, 100)).toEqual(['a3', 'b2', 'c2', 'd1', 'd2', 'e1', 'f3', 'g2', 'h2']);
    expect(await store.submissions.strayRevisions(STUDY.id, 100)).toEqual(
      new Map([
        ['c2', 'unknown'],
        ['d2', 'elsewhere'],
      ]),
    );
    expect(await store.submissions.strayRevisions(STUDY.id, 4)).toEqual(new Map([['b2', 'unknown']]));
    expect(await readIds(store, 2)).toEqual(['a2']);
    expect(await store.submissions.mark(STUDY.id)).toEqual({
      count: 9,
      lastSequence: 17,
      lastDecision: 0,
    });
    expect(await store.submissions.countByBranch(STUDY.id)).toEqual(
      new Map([
        ['north', 7],
        ['south', 2],
      ]),
    );
  });
}
