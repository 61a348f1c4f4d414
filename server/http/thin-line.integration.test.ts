import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { segmentationSummarySchema, studySchema } from '../../contracts/api.ts';
import { crosstabSchema } from '../../contracts/table.ts';
import { signInDemo, startServer, type TestServer } from '../testing/start-server.ts';

describe('the thin line', () => {
  let server: TestServer;
  let cookies: Record<string, string>;
  const get = async (path: string, role = 'analyst') => {
    const response = await fetch(`${server.url}${path}`, { headers: { cookie: cookies[role] ?? '' } });
    return { status: response.status, body: await response.text(), headers: response.headers };
  };
  beforeAll(async () => {
    server = await startServer();
    ({ cookies } = await signInDemo(server));
  });
  afterAll(() => server.stop());

  it('lists the demo, segments it and tabulates segment by branch', async () => {
    const studies = studySchema.array().parse(JSON.parse((await get('/api/studies')).body));
    expect(studies).toMatchObject([{ id: 'demo', respondents: 120, synthetic: true }]);
    const summary = segmentationSummarySchema.parse(
      JSON.parse((await get('/api/studies/demo/segmentation')).body),
    );
    expect(summary).toMatchObject({ respondents: 120, tabletDifferences: 0 });
    const table = crosstabSchema.parse(JSON.parse((await get('/api/studies/demo/crosstab')).body));
    expect(table.base.unweighted).toBe(120);
    expect(table.notes[0]).toMatch(/^Synthetic data/);
    const csv = await get('/api/studies/demo/segments.csv');
    expect(csv.body.trim().split('\r\n')).toHaveLength(121);
    expect(csv.body).toContain('Synthetic data');
  });
});
