import { expect, it } from 'vitest';
import { STUDY, submission, type StoreWorld } from './store-world.ts';

/** What every storage engine must do: the respondent list. */
export function describeCases(world: StoreWorld): void {
  it('keeps the respondent list, contacts apart, and changes an entry that is there', async () => {
    const { store } = world;
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
    const { store } = world;
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
}
