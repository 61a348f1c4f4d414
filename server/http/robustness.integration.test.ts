import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { robustnessStateSchema, type Robustness, type RobustnessState } from '../../contracts/api.ts';
import { createExplainer } from '../../scoring/segment/create-explainer.ts';
import { segmentStability } from '../../scoring/segment/segment-stability.ts';
import { explanationsCsv } from '../exports/explanations-csv.ts';
import { signInDemo, startServer, type TestServer } from '../testing/start-server.ts';
import { buildStudyData } from '../use-cases/build-study-data.ts';
import { findStudy } from '../use-cases/find-study.ts';
import { loadStudyCodebook } from '../use-cases/load-study-codebook.ts';

const PATH = '/api/studies/demo/robustness';

describe('how firm the segments are, and why each respondent is in hers', () => {
  let server: TestServer;
  let cookies: Record<string, string>;
  const ask = async (on: TestServer, path: string, cookie: string, method = 'GET') =>
    await fetch(`${on.url}${path}`, {
      method,
      headers: { cookie, origin: on.url, 'content-type': 'application/json' },
      ...(method === 'POST' ? { body: '{}' } : {}),
    });
  const state = async (on: TestServer, cookie: string, method = 'GET'): Promise<RobustnessState> =>
    robustnessStateSchema.parse(await (await ask(on, PATH, cookie, method)).json());
  const result = async (on: TestServer, cookie: string): Promise<Robustness> => {
    for (;;) {
      const now = await state(on, cookie, 'POST');
      if (now.state === 'ready') return now.robustness;
      await setTimeout(50);
    }
  };
  /** The same from the engine itself. */
  const explained = async (changes: boolean) => {
    const { store } = server.waymark;
    const { codebook } = await loadStudyCodebook(store, await findStudy(store, 'demo'));
    const explainer = createExplainer(codebook, { changes });
    const job = { studyId: 'demo', seed: 1, upToSequence: 1e9 };
    return { codebook, explainer, data: await buildStudyData(store, job, explainer.observe) };
  };

  beforeAll(async () => {
    server = await startServer();
    ({ cookies } = await signInDemo(server, 300));
  });
  afterAll(() => server.stop());

  it('is computed when asked for, kept, and the same bytes on another server', async () => {
    const analyst = cookies.analyst ?? '';
    expect(await state(server, analyst)).toEqual({ state: 'none' });
    expect(await state(server, analyst, 'POST')).toEqual({ state: 'computing', progress01: 0 });
    const found = await result(server, analyst);
    expect(await state(server, analyst)).toEqual({ state: 'ready', robustness: found });

    const { codebook, explainer, data } = await explained(false);
    const { clusters, draws } = segmentStability(codebook.model, data.segmentation, { seed: 1 });
    expect(found.stability.draws).toBe(draws);
    expect(found.stability.clusters.map(({ jaccard, word }) => ({ jaccard, word }))).toEqual(
      clusters.map(({ jaccard, word }) => ({ jaccard, word })),
    );
    const { rows } = explainer.sensitivity(data.segmentation);
    expect(found.sensitivity.map(({ share, rulesShare }) => [share, rulesShare])).toEqual(
      rows.map(({ combined, rules }) => [combined.weightedShare, rules.weightedShare]),
    );
    for (const { share, moves } of found.sensitivity)
      expect(moves.reduce((sum, move) => sum + move.share, 0)).toBeCloseTo(share ?? -1, 9);

    const other = await startServer();
    const elsewhere = (await signInDemo(other, 300)).cookies.analyst ?? '';
    expect(JSON.stringify(await result(other, elsewhere))).toBe(JSON.stringify(found));
    await other.stop();
  });

  it('shows who may see one branch shares of the whole study, and nobody in the others', async () => {
    const whole = await result(server, cookies.analyst ?? '');
    const seen = await result(server, cookies.supervisor ?? '');
    expect(seen.stability).toEqual(whole.stability);
    for (const [index, { share, moves }] of seen.sensitivity.entries()) {
      expect(moves).toEqual([]);
      expect(Math.abs((share ?? 1) - (whole.sensitivity[index]?.share ?? 0))).toBeLessThanOrEqual(0.0005);
      expect(share).toBe(Number(share?.toFixed(3)));
    }
  });

  it('answers others while it is computed', async () => {
    const { context } = server.waymark;
    await context.data.again('demo', 77);
    const analyst = cookies.analyst ?? '';
    expect(await state(server, analyst, 'POST')).toMatchObject({ state: 'computing' });
    const meanwhile = await state(server, analyst);
    expect(meanwhile.state).toBe('computing');
    const found = await result(server, analyst);
    expect(found.resultHash).toBe((await context.store.segmentations.latest('demo'))?.resultHash);
    await context.data.again('demo', 1);
  });

  it('exports the explanations that the engine gives, with what they are made of', async () => {
    const { explainer, data } = await explained(true);
    const lines = [...explanationsCsv(data.segmentation, explainer.explain(data.segmentation))];
    const response = await ask(server, '/api/studies/demo/explanations.csv', cookies.analyst ?? '');
    expect(response.headers.get('content-disposition')).toContain('waymark-demo-explanations.csv');
    const sent = (await response.text()).replace('\uFEFF', '').split('\r\n');
    expect(sent).toHaveLength(302);
    expect(sent[0]).toBe(`${lines[0]?.trimEnd() ?? ''},note`);
    for (const [index, line] of lines.slice(1).entries()) {
      expect(sent[index + 1]?.startsWith(line.trimEnd())).toBe(true);
      expect(sent[index + 1]).toContain('Synthetic data');
    }
  });

  it('exports explanations of her branches only, to who may export', async () => {
    const { context } = server.waymark;
    const { exportExplanations } = await import('../use-cases/export-explanations.ts');
    let text = '';
    for await (const part of await exportExplanations(context, { studyId: 'demo', scope: ['old-town'] }))
      text += part;
    const count = (await context.store.submissions.countByBranch('demo')).get('old-town') ?? 0;
    expect(count).toBeGreaterThan(5);
    expect(text.trim().split('\r\n')).toHaveLength(count + 1);
    const refused = await ask(server, '/api/studies/demo/explanations.csv', cookies.product ?? '');
    expect(refused.status).toBe(403);
  });
});
