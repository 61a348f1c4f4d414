import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Interview } from '../../contracts/submission.ts';
import { makeDelivery, makeInterview } from '../testing/make-delivery.ts';
import { startServer, type TestServer } from '../testing/start-server.ts';
import { buildStudyData } from './build-study-data.ts';
import { computeSegmentation, readSegmentation } from './compute-segmentation.ts';
import { exportSegments } from './export-segments.ts';
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
      upToDecision: record?.lastDecision ?? -1,
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
    for (const [branch, count] of [
      ['riverside', 1],
      ['old-town', 0],
    ] as const)
      expect(await readSegmentation(context, { studyId: 'demo', scope: [branch] })).toMatchObject({
        tabletDifferences: count,
      });
  });

  it('counts who did not agree to the interview as left out, in her branch only, and nowhere else', async () => {
    const server = await startServer();
    const { context } = server.waymark;
    await loadDemo(context, { count: 200, seed: 4 });
    const before = await readSegmentation(context, request);
    await keep(server, [
      makeInterview({ branch: 'old-town', answers: { consent: 'no' } }),
      makeInterview({ branch: 'old-town', answers: {} }),
      makeInterview({
        branch: 'riverside',
        answers: { consent: 'no' },
        result: { archetype: 'Enabled', modelVersion: '1' },
      }),
    ]);
    const after = await readSegmentation(context, request);
    const { respondents, notClassified, shares, agreement, tabletDifferences } = before;
    expect(after).toMatchObject({ respondents, notClassified, shares, agreement, tabletDifferences });
    expect([...(await exportSegments(context, request))]).toHaveLength(201);
    for (const [scope, count] of [
      [null, 3],
      [['old-town'], 2],
      [['riverside'], 1],
      [['hill-market'], 0],
    ] as const) {
      const table = await tabulateStudy(context, {
        studyId: 'demo',
        rows: 'archetype',
        columns: 'branch',
        weighted: false,
        scope: scope && [...scope],
      });
      expect(table.excluded).toEqual(count > 0 ? [{ reason: 'did not agree to the interview', count }] : []);
      if (scope === null) expect(table.base.unweighted).toBe(200);
    }
    await server.stop();
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

async function keep(server: TestServer, interviews: readonly Interview[]): Promise<void> {
  await server.waymark.store.submissions.accept(
    interviews.map((interview) => ({
      ...makeDelivery(interview),
      id: interview.id,
      studyId: 'demo',
      kind: 'interview',
      branch: interview.branch,
      receivedAt: '2026-11-22T10:00:00.000Z',
      tabletId: null,
      status: 'stored',
      reason: null,
      receiptId: `receipt of ${interview.id}`,
    })),
  );
}

async function firstPayload(server: TestServer): Promise<string> {
  for await (const { payload } of server.waymark.store.submissions.read('demo', { upToSequence: 1e9 }))
    return payload;
  throw new Error('The demo has no record.');
}
