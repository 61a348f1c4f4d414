import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../testing/start-server.ts';
import { buildStudyData } from './build-study-data.ts';
import { computeSegmentation, readSegmentation } from './compute-segmentation.ts';
import { loadDemo } from './load-demo.ts';
import { segmentationText } from './segmentation-text.ts';
import { sha256 } from './sha256.ts';
import { tabulateStudy } from './tabulate-study.ts';

const request = { studyId: 'demo', scope: null } as const;

describe('segmenting a study', () => {
  let one: TestServer;
  let two: TestServer;
  beforeAll(async () => {
    one = await startServer();
    two = await startServer();
    await loadDemo(one.waymark.context, { count: 300, seed: 11 });
    await loadDemo(two.waymark.context, { count: 300, seed: 11 });
  });
  afterAll(async () => {
    await one.stop();
    await two.stop();
  });

  it('gives the same bytes for the same data and seed, in another database too', async () => {
    const first = await computeSegmentation(one.waymark.context, { ...request, seed: 5 });
    const second = await computeSegmentation(two.waymark.context, { ...request, seed: 5 });
    expect(second.resultHash).toBe(first.resultHash);
    expect(second.dataVersion).toBe(first.dataVersion);
    expect(first.respondents).toBe(300);
    const again = await computeSegmentation(one.waymark.context, { ...request, seed: 5 });
    expect(again).toEqual(first);
    const other = await computeSegmentation(two.waymark.context, { ...request, seed: 6 });
    expect(other.dataVersion).toBe(first.dataVersion);
    expect(other.resultHash).not.toBe(first.resultHash);
  });

  it('lets an interview weigh what its branch weighs', async () => {
    const { context } = one.waymark;
    const weights = new Map(
      (await context.store.studies.find('demo'))?.branches.map((b) => [b.code, b.weight]),
    );
    const table = await tabulateStudy(context, {
      studyId: 'demo',
      rows: 'archetype',
      columns: 'branch',
      weighted: true,
      scope: null,
    });
    expect(new Set(weights.values()).size).toBeGreaterThan(1);
    for (const { category, unweighted, weighted } of table.columnBases)
      expect(weighted).toBeCloseTo(unweighted * (weights.get(category) ?? Number.NaN), 6);
  });

  it('can be computed again from its record after more submissions came', async () => {
    const { store, context } = one.waymark;
    await computeSegmentation(context, { ...request, seed: 5 });
    const old = await store.segmentations.latest('demo');
    const source = await firstPayload(one);
    await store.submissions.accept([
      {
        id: '00000000-0000-4000-8000-000000000001',
        studyId: 'demo',
        hash: sha256(source),
        kind: 'interview',
        payload: source,
        branch: 'riverside',
        receivedAt: '2026-11-22T10:00:00.000Z',
        tabletId: null,
        status: 'stored',
        reason: null,
        receiptId: 'r',
      },
    ]);
    const record = await store.segmentations.find(old?.id ?? '');
    const again = await buildStudyData(store, {
      studyId: 'demo',
      seed: record?.seed ?? -1,
      upToSequence: record?.lastSequence ?? -1,
    });
    expect(sha256(segmentationText(again))).toBe(record?.resultHash);
    expect(again.dataVersion).toBe(record?.dataVersion);

    const table = await tabulateStudy(context, {
      ...request,
      rows: 'archetype',
      columns: 'branch',
      weighted: false,
    });
    expect(table.base.unweighted).toBe(301);
    expect(await readSegmentation(context, request)).toMatchObject({
      respondents: 301,
      seed: 5,
    });
  });

  it('counts respondents whose tablet showed something else', async () => {
    const { store, context } = two.waymark;
    const changed = (await firstPayload(two)).replace(
      /"result":\{"archetype":("\w+"|null)/,
      (_all, shown: string) => `"result":{"archetype":${shown === '"Enabled"' ? '"Nascent"' : '"Enabled"'}`,
    );
    await store.submissions.accept([
      {
        id: '00000000-0000-4000-8000-000000000002',
        studyId: 'demo',
        hash: sha256(changed),
        kind: 'interview',
        payload: changed,
        branch: 'riverside',
        receivedAt: '2026-11-22T10:00:00.000Z',
        tabletId: null,
        status: 'stored',
        reason: null,
        receiptId: 'r',
      },
    ]);
    expect(await computeSegmentation(context, request)).toMatchObject({ tabletDifferences: 1 });
  });

  it('computes once for all who ask at the same time', async () => {
    const all = await Promise.all(
      Array.from({ length: 5 }, () => two.waymark.context.data.upToDate('demo', 99)),
    );
    expect(new Set(all).size).toBe(1);
  });

  it('segments a study without a respondent', async () => {
    const empty = await startServer();
    await loadDemo(empty.waymark.context, { count: 0, seed: 1 });
    const summary = await computeSegmentation(empty.waymark.context, request);
    expect(summary).toMatchObject({ respondents: 0, notClassified: 0 });
    expect(summary.clusterRefusal).not.toBeNull();
    const table = await tabulateStudy(empty.waymark.context, {
      ...request,
      rows: 'archetype',
      columns: 'branch',
      weighted: true,
    });
    expect(table.base.unweighted).toBe(0);
    await empty.stop();
  });
});

async function firstPayload(server: TestServer): Promise<string> {
  for await (const { payload } of server.waymark.store.submissions.read('demo', 1e9)) return payload;
  throw new Error('The demo has no record.');
}
