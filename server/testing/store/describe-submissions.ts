import { expect, it } from 'vitest';
import { sha256 } from '../../use-cases/sha256.ts';
import { readIds, STUDY, submission, type StoreWorld } from './store-world.ts';

/** What every storage engine must do: taking records. */
export function describeSubmissions(world: StoreWorld): void {
  it('keeps a payload byte for byte, across a restart', async () => {
    let { store } = world;
    const payload = '{"text":"नमस্কার \\u0000 \\n \u2028 ñ","n":1e400}';
    await store.submissions.accept([submission('a', payload)]);
    await store.close();
    store = world.store = await world.reopen();
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
    const { store } = world;
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
    const { store } = world;
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
    const { store } = world;
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

  it('keeps nothing of a batch in which one record breaks a rule of the schema', async () => {
    const { store } = world;
    const orphan = submission('b', 'b', { studyId: 'no such study' });
    await expect(store.submissions.accept([submission('a', 'a'), orphan])).rejects.toThrow();
    expect(await store.submissions.mark(STUDY.id)).toEqual({
      count: 0,
      lastSequence: 0,
      lastDecision: 0,
    });
  });
}
