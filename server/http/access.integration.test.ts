import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../contracts/roles.ts';
import { crosstabSchema } from '../../contracts/table.ts';
import { segmentationSummarySchema, studySchema, tabletSchema } from '../../contracts/api.ts';
import { signInDemo, startServer, type TestServer } from '../testing/start-server.ts';
import { addPerson } from '../use-cases/people/add-person.ts';
import { createEnrolCode } from '../use-cases/create-enrol-code.ts';
import { createStudy } from '../use-cases/create-study.ts';
import { enrolTablet } from '../use-cases/enrol-tablet.ts';

const SCOPES = { every: null, one: ['old-town'], none: [] } as const;
type Scope = keyof typeof SCOPES;

describe('what each sees of other branches', () => {
  let server: TestServer;
  let inOldTown: number;
  const cookies = new Map<string, string>();

  const as = (role: Role, scope: Scope) => ({ cookie: cookies.get(`${role} ${scope}`) ?? '' });
  const read = async (path: string, role: Role, scope: Scope) => {
    const response = await fetch(`${server.url}${path}`, { headers: as(role, scope) });
    expect(response.status).toBe(200);
    return response.text();
  };

  beforeAll(async () => {
    server = await startServer({ proxies: 1 });
    const { context, store } = server.waymark;
    await signInDemo(server, 90);
    await createStudy(context, {
      id: 'elsewhere',
      title: 'A study in other branches',
      synthetic: true,
      source: { instrument: { name: 'msme-digital-maturity', version: 'v1' } },
      branches: [{ code: 'far-away', name: 'Far away', weight: 1 }],
    });
    inOldTown = (await store.submissions.countByBranch('demo')).get('old-town') ?? 0;
    expect(inOldTown).toBeGreaterThan(3);
    const password = 'a long enough password';
    let address = 0;
    for (const role of ROLES)
      for (const [scope, branches] of Object.entries(SCOPES)) {
        const email = `${role}.${scope}@test.example`;
        await addPerson(context, {
          ...{ name: email, email, password, role, demo: true },
          branches: branches && [...branches],
        });
        address += 1;
        cookies.set(`${role} ${scope}`, await server.signIn(email, password, `10.0.0.${address}`));
      }
    for (const branches of [null, ['old-town'], ['riverside']]) {
      const { code } = await createEnrolCode(context, { studyId: 'demo', branches, scope: null });
      await enrolTablet(context, { code, deviceName: `for ${String(branches)}` });
    }
  });
  afterAll(() => server.stop());

  it('counts only the respondents of her branches in lists, segments and tables', async () => {
    for (const [scope, count] of [
      ['every', 90],
      ['one', inOldTown],
      ['none', 0],
    ] as const) {
      const studies = studySchema.array().parse(JSON.parse(await read('/api/studies', 'analyst', scope)));
      expect(studies.map(({ id, respondents }) => [id, respondents])).toEqual(
        scope === 'none' ? [] : [['demo', count], ...(scope === 'every' ? [['elsewhere', 0]] : [])],
      );
      const [study] = studies;
      const summary = segmentationSummarySchema.parse(
        JSON.parse(await read('/api/studies/demo/segmentation', 'analyst', scope)),
      );
      expect(summary.respondents).toBe(count);
      expect(summary.shares.reduce((sum, share) => sum + share.count, summary.notClassified)).toBe(count);
      const table = crosstabSchema.parse(
        JSON.parse(await read('/api/studies/demo/crosstab?columns=sex', 'analyst', scope)),
      );
      expect(table.base.unweighted + table.excluded.reduce((sum, each) => sum + each.count, 0)).toBe(count);
      const byBranch = crosstabSchema.parse(
        JSON.parse(await read('/api/studies/demo/crosstab', 'analyst', scope)),
      );
      expect(byBranch.columns.categories.map(({ code }) => code)).toEqual(
        scope === 'every' ? study?.branches.map(({ code }) => code) : SCOPES[scope],
      );
    }
  });

  it('exports only the respondents of her branches, and nothing that names a person', async () => {
    const csv = await read('/api/studies/demo/segments.csv', 'analyst', 'one');
    const [header, ...lines] = csv.trim().split('\r\n');
    expect(header).toMatch(/^\uFEFF?id,branch,weight,archetype/);
    expect(lines).toHaveLength(inOldTown);
    expect(lines.every((line) => line.split(',')[1] === 'old-town' && line.includes('Synthetic data'))).toBe(
      true,
    );
    expect(header).not.toMatch(/name|phone/);
  });

  it('shows and revokes only tablets that work within her branches', async () => {
    const namesOf = async (role: Role, scope: Scope) =>
      tabletSchema
        .array()
        .parse(JSON.parse(await read('/api/tablets', role, scope)))
        .map(({ name }) => name);
    expect(await namesOf('supervisor', 'every')).toEqual(['for null', 'for old-town', 'for riverside']);
    expect(await namesOf('supervisor', 'one')).toEqual(['for old-town']);
    expect(await namesOf('supervisor', 'none')).toEqual([]);

    const tablets = await server.waymark.store.tablets.list();
    const revoke = async (name: string, scope: Scope) => {
      const id = tablets.find((tablet) => tablet.name === name)?.id ?? '';
      const response = await fetch(`${server.url}/api/tablets/${id}/revoke`, {
        method: 'POST',
        headers: { origin: server.url, ...as('administrator', scope) },
      });
      return response.status;
    };
    expect(await revoke('for riverside', 'one')).toBe(404);
    expect(await revoke('for null', 'one')).toBe(404);
    expect(await revoke('for old-town', 'one')).toBe(204);
    const revoked = (await server.waymark.store.tablets.list()).filter(({ revokedAt }) => revokedAt !== null);
    expect(revoked.map(({ name }) => name)).toEqual(['for old-town']);
  });

  it('mints codes for her own branches only', async () => {
    const mint = async (branches: string[] | null) => {
      const response = await fetch(`${server.url}/api/tablets/codes`, {
        method: 'POST',
        headers: {
          origin: server.url,
          'content-type': 'application/json',
          ...as('supervisor', 'one'),
        },
        body: JSON.stringify({ studyId: 'demo', branches }),
      });
      return response.status;
    };
    expect(await mint(['old-town'])).toBe(201);
    expect(await mint(['old-town', 'riverside'])).toBe(403);
    expect(await mint(null)).toBe(403);
    expect(await mint([])).toBe(400);
  });

  it('answers an unknown path with a code, and keeps every answer out of caches', async () => {
    const response = await fetch(`${server.url}/api/nothing`);
    expect([response.status, response.headers.get('cache-control')]).toEqual([404, 'no-store']);
    expect(await response.json()).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});
