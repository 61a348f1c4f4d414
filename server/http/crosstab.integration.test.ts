import { rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ARCHETYPES, NOT_CLASSIFIED } from '../../contracts/archetype.ts';
import type { Codebook } from '../../contracts/codebook.ts';
import { bannersSchema, crosstabSchema, type Crosstab } from '../../contracts/table.ts';
import { buildCli, type BuiltCli } from '../cli/testing/build-cli.ts';
import { signInDemo, startServer, type TestServer } from '../testing/start-server.ts';
import { findStudy } from '../use-cases/find-study.ts';
import { loadStudyCodebook } from '../use-cases/load-study-codebook.ts';

/** All of a table but what a file cannot know: the study's own words. */
const figuresOf = ({ rows, columns, ...figures }: Crosstab) => ({
  ...figures,
  notes: null,
  rows: rows.categories.map(({ code }) => code),
  columns: columns.categories.map(({ code, letter }) => [letter, code]),
});

/** The lines of a CSV without the words that a study adds. */
const linesOf = (csv: string): string[] =>
  csv
    .replace('\uFEFF', '')
    .trim()
    .split('\r\n')
    .filter((line) => !/^(Measure|Note|Excluded)/.test(line));

describe('a table on the web, as a download and from the command line', () => {
  let server: TestServer;
  let cookies: Record<string, string>;
  let cli: BuiltCli;
  let folder: string;
  let segments: string;
  let codebook: string;

  const get = async (path: string, role = 'analyst'): Promise<Response> =>
    await fetch(`${server.url}/api/studies/demo/${path}`, { headers: { cookie: cookies[role] ?? '' } });

  beforeAll(async () => {
    server = await startServer();
    ({ cookies } = await signInDemo(server, 400));
    cli = await buildCli();
    folder = await mkdtemp(join(tmpdir(), 'waymark-web-table-'));
    segments = join(folder, 'segments.csv');
    writeFileSync(segments, await (await get('segments.csv')).text());
    codebook = join(folder, 'codebook.json');
    writeFileSync(codebook, JSON.stringify(await codebookOfSegments(server)));
  });
  afterAll(async () => {
    await server.stop();
    await cli.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The same table of the exported respondents, asked of a process. */
  async function fromFile(options: readonly string[], format: 'json' | 'csv'): Promise<string> {
    const { code, stdout, stderr } = await cli.run([
      ...['crosstab', '--input', segments, '--codebook', codebook, '--rows', 'archetype'],
      ...['--columns', 'branch', '--format', format, ...options],
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return stdout;
  }

  it.each([
    ['', []],
    ['weighted=1', ['--weight', 'weight']],
    [
      'weighted=1&interval=wilson&confidence=0.9&correction=holm',
      ['--weight', 'weight', '--interval', 'wilson', '--confidence', '0.9', '--correction', 'holm'],
    ],
    [
      'weighted=1&interval=korn-graubard&correction=none&minimumBase=45',
      [
        ...['--weight', 'weight', '--interval', 'korn-graubard'],
        ...['--correction', 'none', '--minimum-base', '45'],
      ],
    ],
  ] as const)('gives the same figures to the last digit: %s', async (query, options) => {
    const web = crosstabSchema.parse(await (await get(`crosstab?${query}`)).json());
    const file = crosstabSchema.parse(JSON.parse(await fromFile(options, 'json')));
    expect(figuresOf(web)).toEqual(figuresOf(file));
    expect(web.base.unweighted).toBe(400);
    if (query.includes('minimumBase')) expect(web.suppression?.primary).toBeGreaterThan(0);

    const download = linesOf(await (await get(`crosstab?${query}&format=csv`)).text());
    const written = linesOf(await fromFile(options, 'csv'));
    expect(download.length).toBeGreaterThan(40);
    expect(download).toEqual(written);
  });

  it('says what its intervals know of the sample', async () => {
    const { notes } = crosstabSchema.parse(await (await get('crosstab?weighted=1')).json());
    expect(notes.join(' ')).toMatch(/weights only/);
  });

  it('puts several column variables side by side, each as it is alone', async () => {
    const { banners } = bannersSchema.parse(
      await (await get('crosstab?columns=branch,sex&weighted=1')).json(),
    );
    for (const [place, name] of ['branch', 'sex'].entries())
      expect(banners[place]).toEqual(
        crosstabSchema.parse(await (await get(`crosstab?columns=${name}&weighted=1`)).json()),
      );
    const csv = await (await get('crosstab?columns=branch,sex&format=csv')).text();
    expect(csv.match(/Measure/g)).toHaveLength(2);
    expect(csv.lastIndexOf('\uFEFF')).toBeLessThanOrEqual(0);
  });

  it.each([
    'minimumBase=',
    'minimumBase=-1',
    'minimumBase=1.5',
    'confidence=1',
    'confidence=95',
    'interval=normal',
    'correction=tukey',
    'columns=branch,branch',
    'columns=branch,',
  ])('refuses %s, and says which part is wrong', async (query) => {
    const response = await get(`crosstab?${query}`);
    expect(response.status).toBe(400);
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect(error.code).toBe('INVALID_REQUEST');
    expect(error.message).toContain(query.split('=')[0]);
  });
});

/** What the file's columns mean, in the order of the study; else the command line sorts by code. */
async function codebookOfSegments({ waymark: { store } }: TestServer): Promise<Codebook> {
  const study = await findStudy(store, 'demo');
  const { codebook } = await loadStudyCodebook(store, study);
  const inAll = (text: string) => ({ en: text, es: text, hi: text, bn: text });
  const variable = (name: string, ordered: boolean, values: readonly (readonly [string, string])[]) => ({
    name,
    label: inAll(name),
    type: 'single' as const,
    values: values.map(([code, label]) => ({ code, label: inAll(label) })),
    ordered,
    missing: {},
  });
  const archetypes = [...ARCHETYPES, NOT_CLASSIFIED].map((code) => [code, code] as const);
  const branches = study.branches.map(({ code, name }) => [code, name] as const);
  return {
    ...codebook,
    otherColumns: 'ignore',
    variables: [
      ...codebook.variables,
      variable('archetype', true, archetypes),
      variable('branch', false, branches),
    ],
  };
}
