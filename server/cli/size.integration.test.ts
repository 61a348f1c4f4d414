import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sizing } from '../../scoring/sizing/sizing.ts';
import { projectRoot } from '../project-root.ts';
import { buildCli, type BuiltCli } from './testing/build-cli.ts';

let cli: BuiltCli;
let folder: string;

beforeAll(async () => {
  cli = await buildCli();
  folder = mkdtempSync(join(tmpdir(), 'waymark-size-'));
  cpSync(join(projectRoot(), 'docs', 'examples'), folder, { recursive: true });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await cli.remove();
});

const BASICS = [
  '--input',
  'clients.csv',
  '--segment',
  'archetype',
  '--branch',
  'branch',
  '--weight',
  'weight',
];
const DESIGN = ['--strata', 'branch', '--psu', 'centre', '--fpc', 'centres'];
const FRAME = ['--frame', 'branches.csv', '--frame-count', 'clients'];
const size = (...more: string[]) => cli.run(['size', ...BASICS, ...more], { cwd: folder });
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return name;
};

describe('waymark size', () => {
  test('sizes the institution, repeats what was assumed, and is the same again', async () => {
    const args = [
      ...FRAME,
      ...DESIGN,
      '--eligible',
      'sector=trade|food',
      '--reachable',
      'own_phone=yes,phone_type=smartphone',
      '--assumptions',
      'assumptions.json',
    ];
    const { code, stdout, stderr } = await size(...args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const result = JSON.parse(stdout) as Sizing & { definitions: Record<string, unknown> };
    const frame = Papa.parse<{ clients: string }>(readFileSync(join(folder, 'branches.csv'), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    });
    const clients = frame.data.reduce((sum, row) => sum + Number(row.clients), 0);
    expect(result.frame.clients).toBe(clients);
    expect(result.assumptions).toEqual(JSON.parse(readFileSync(join(folder, 'assumptions.json'), 'utf8')));
    expect(result.definitions.eligible).toEqual({ all: [{ column: 'sector', in: ['trade', 'food'] }] });
    expect(result.overall.map(({ segment }) => segment)).toEqual([
      null,
      'Nascent',
      'Experimenter',
      'Emerger',
      'Enabled',
      'Not classified',
    ]);
    const [all] = result.overall;
    expect(all!.clients.count).toBe(clients);
    expect(all!.likely.interval![0]).toBeLessThan(all!.likely.count!);
    expect(all!.likely.interval![1]).toBeGreaterThan(all!.likely.count!);
    expect(result.ranking.branches.reduce((sum, one) => sum + one.probabilityTop!, 0)).toBeCloseTo(3, 9);
    expect((await size(...args)).stdout).toBe(stdout);
    expect((await size(...args, '--seed', '2')).stdout).not.toBe(stdout);
  });

  test('counts who is left out, by reason', async () => {
    const text = write(
      'gaps.csv',
      'branch,archetype,weight,sector\na,Emerger,1,trade\na,Nascent,2,food\na,Nascent,1,\na,,1,trade\n,Nascent,1,trade\na,Emerger,,trade\na,Emerger,2,food\n',
    );
    const { stdout } = await cli.run(
      [
        'size',
        '--input',
        text,
        ...BASICS.slice(2),
        '--frame',
        write('one.csv', 'name,people\na,50\n'),
        '--frame-by',
        'name',
        '--frame-count',
        'people',
        '--eligible',
        'sector=trade',
        '--top',
        '1',
      ],
      { cwd: folder },
    );
    const result = JSON.parse(stdout) as Sizing & { excluded: unknown };
    expect(result.excluded).toEqual([
      { reason: 'weight: no weight', count: 1 },
      { reason: 'branch: blank', count: 1 },
      { reason: 'archetype: blank', count: 1 },
      { reason: 'a column of the conditions is blank', count: 1 },
    ]);
    // Trade: weight 1 of 5, so 10 of 50 clients.
    expect(result.overall[0]!.eligible.count).toBeCloseTo(10, 10);
    expect(result.overall[0]!.likely.reason).toBe('No adoption assumptions were given.');
  });

  test.each([
    [
      'a branch that the frame lacks',
      () => ['--frame', write('f.csv', 'branch,clients\nold-town,10\n'), '--frame-count', 'clients'],
      /BAD_MARGINS: The data has interviews in "border-post".*which the frame lacks/,
    ],
    [
      'a branch with half a client',
      () => ['--frame', write('f.csv', 'branch,clients\nold-town,10.5\n'), '--frame-count', 'clients'],
      /BAD_MARGINS: .*"old-town" 10\.5 clients/,
    ],
    [
      'more top branches than there are',
      () => [...FRAME, '--top', '10'],
      /INVALID_REQUEST: Expected a top of 1 to 9/,
    ],
    [
      'a column that is not there',
      () => [...FRAME, '--eligible', 'sektor=trade'],
      /UNKNOWN_COLUMN: .*"sektor"[\s\S]*"sector"/,
    ],
    [
      'a value that is not there',
      () => [...FRAME, '--reachable', 'sector=trad'],
      /UNKNOWN_CODE: .*"trad"[\s\S]*"trade"/,
    ],
    [
      'an assumption above 1',
      () => [...FRAME, '--assumptions', write('a.json', '{"overall":{"mean":0.5,"low":0.2,"high":1.2}}')],
      /INVALID_REQUEST: .*high 1\.2/,
    ],
    [
      'an assumption for a segment that is not there',
      () => [
        ...FRAME,
        '--assumptions',
        write('a.json', '{"segments":{"Enabeld":{"mean":0.5,"low":0.2,"high":0.9}}}'),
      ],
      /INVALID_REQUEST: .*"Enabeld"[\s\S]*Enabled/,
    ],
    [
      'an output that would replace the frame',
      () => [...FRAME, '--output', 'branches.csv'],
      /INVALID_REQUEST: branches\.csv: the output would replace/,
    ],
  ])('refuses %s', async (_, args, message) => {
    const { code, stdout, stderr } = await size(...args());
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});

describe('waymark score --explanations', () => {
  const SCORE = [
    'score',
    '--instrument',
    'msme-digital-maturity',
    '--input',
    'clients.csv',
    '--ignore-unknown-columns',
    '--output',
    'segments.csv',
  ];
  const table = (name: string) =>
    Papa.parse<Record<string, string>>(readFileSync(join(folder, name), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data;

  test('writes one row for each respondent, that agrees with her segment', async () => {
    const { code, stderr, stdout } = await cli.run(
      [...SCORE, '--explanations', 'why.csv', '--sensitivity', '--stability', '--format', 'json'],
      { cwd: folder },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const segments = table('segments.csv');
    const why = table('why.csv');
    expect(why.map(({ id }) => id)).toEqual(segments.map(({ id }) => id));
    expect(why.map(({ archetype }) => archetype)).toEqual(segments.map(({ archetype }) => archetype));
    const ranks = ['Nascent', 'Experimenter', 'Emerger', 'Enabled'];
    let changes = 0;
    for (const row of why) {
      const posterior = Object.entries(row).flatMap(([name, value]) =>
        name.startsWith('posterior_') && value !== '' ? [Number(value)] : [],
      );
      if (posterior.length > 0) expect(posterior.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 10);
      if (row.changeArchetype === '') continue;
      changes += 1;
      expect(ranks.indexOf(row.changeArchetype!)).toBeGreaterThan(ranks.indexOf(row.ruleArchetype!));
    }
    expect(changes).toBeGreaterThan(100);
    const { sensitivity, stability } = JSON.parse(stdout) as {
      sensitivity: { base: { unweighted: number }; rows: { movedBy: number }[] };
      stability: { draws: number; clusters: { archetype: string; jaccard: number }[] };
    };
    expect(stability.draws).toBe(50);
    expect(stability.clusters.map(({ archetype }) => archetype)).toEqual(ranks);
    for (const { jaccard } of stability.clusters) expect(jaccard).toBeGreaterThan(0.5);
    expect(sensitivity.base.unweighted).toBe(segments.filter(({ archetype }) => archetype !== '').length);
    expect([...new Set(sensitivity.rows.map(({ movedBy }) => movedBy))]).toEqual([-10, -5, 5, 10]);
  });

  test('never writes both files to one place, nor leaves half of one', async () => {
    rmSync(join(folder, 'segments.csv'), { force: true });
    const { code, stderr } = await cli.run([...SCORE, '--explanations', './segments.csv'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(/INVALID_REQUEST: .*would replace segments\.csv/);
    expect(existsSync(join(folder, 'segments.csv'))).toBe(false);
    const full = await cli.run([...SCORE, '--explanations', 'none.csv'], { cwd: folder, fileBlocks: 200 });
    expect(full.code).toBe(2);
    expect(full.stderr).toMatch(/DISK_FULL/);
    expect(existsSync(join(folder, 'none.csv'))).toBe(false);
  });
});
