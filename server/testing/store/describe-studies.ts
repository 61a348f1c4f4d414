import { expect, it } from 'vitest';
import { sha256 } from '../../use-cases/sha256.ts';
import type { SegmentationRecord } from '../../storage/port.ts';
import { STUDY, type StoreWorld } from './store-world.ts';

/** What every storage engine must do: studies, their layout, segmentations and settings. */
export function describeStudies(world: StoreWorld): void {
  it('gives back studies, branches in order, and the codebooks they bring', async () => {
    const { store } = world;
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

  it('keeps how a study is laid out, and the versions it moved through', async () => {
    const { store } = world;
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

  it('keeps every segmentation, and the text of the newest', async () => {
    const { store } = world;
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

  it('sets a setting once', async () => {
    const { store } = world;
    expect(await store.settings.get('secret')).toBeNull();
    expect(await store.settings.getOrSet('secret', 'one')).toBe('one');
    expect(await store.settings.getOrSet('secret', 'two')).toBe('one');
  });
}
