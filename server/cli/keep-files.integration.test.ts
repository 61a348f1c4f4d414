import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { loadCodebook } from '../../instruments/registry.ts';
import { answersFile } from './testing/answers-file.ts';
import { buildCli, type BuiltCli } from './testing/build-cli.ts';

let cli: BuiltCli;
let folder = '';
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  cli = await buildCli();
});
afterAll(() => cli.remove());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-keep-'));
  const codebook = await loadCodebook('msme-digital-maturity', 'v1');
  writeFileSync(at('codebook.json'), JSON.stringify(codebook));
  writeFileSync(at('answers.csv'), answersFile(codebook, [{ id: 'r1' }, { id: 'r2', own_phone: 'yes' }]));
  return () => {
    rmSync(folder, { recursive: true });
  };
});

test('no command overwrites a file that it reads', async () => {
  await cli.run(['demo', '--data', at('data'), '--count', '20']);
  const score = ['score', '--codebook', at('codebook.json'), '--input', at('answers.csv')];
  const crosstab = ['crosstab', '--input', at('answers.csv'), '--rows', 'own_phone', '--columns', 'branch'];
  for (const [args, kept] of [
    [[...score, '--output', at('answers.csv')], 'answers.csv'],
    [[...score, '--output', at('codebook.json')], 'codebook.json'],
    [[...crosstab, '--output', at('answers.csv')], 'answers.csv'],
    [[...crosstab, '--codebook', at('codebook.json'), '--output', at('codebook.json')], 'codebook.json'],
    [
      ['export', '--data', at('data'), '--study', 'demo', '--output', at('data/waymark.sqlite')],
      'data/waymark.sqlite',
    ],
  ] as const) {
    const before = readFileSync(at(kept));
    const { code, stderr } = await cli.run(args);
    expect([code, stderr.split(': ')[1]]).toEqual([2, 'INVALID_REQUEST']);
    expect(readFileSync(at(kept)).equals(before)).toBe(true);
  }
});

test('a file that cannot be read whole makes no study, and an id is taken once', async () => {
  const importing = (...more: string[]) =>
    cli.run([
      'import',
      '--data',
      at('data'),
      '--instrument',
      'msme-digital-maturity',
      '--title',
      'S',
      ...more,
    ]);
  const studies = async () => (await cli.run(['study', 'list', '--data', at('data')])).stdout;
  writeFileSync(at('faulty.csv'), `${readFileSync(at('answers.csv'), 'utf8')}\nr3,b`);
  expect(await importing('--input', at('faulty.csv'))).toMatchObject({ code: 2 });
  expect(await studies()).toMatch(/no study yet/);
  expect(await importing('--study', 's', '--input', at('answers.csv'))).toMatchObject({ code: 0 });
  const again = await importing('--study', 's', '--input', at('answers.csv'));
  expect(again).toMatchObject({ code: 2 });
  expect(again.stderr).toMatch(/already a study with the id "s"/);
  expect((await studies()).trim().split('\n')).toEqual(['s  S  (2 records)']);
});

test('a command that only looks does not make a database where there is none', async () => {
  const { code, stderr } = await cli.run(['study', 'list', '--data', at('typo')]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^waymark: FILE_UNREADABLE: .*no Waymark database/);
  expect(readdirSync(folder)).not.toContain('typo');
});

test('a person needs a name, an address, and branches that are something', async () => {
  const add = (name: string, email: string, ...more: string[]) =>
    cli.run([
      'person',
      'add',
      '--data',
      at('data'),
      '--role',
      'analyst',
      '--name',
      name,
      '--email',
      email,
      ...more,
    ]);
  expect(await add('', 'ana@mfi.example')).toMatchObject({ code: 2 });
  expect(await add('Ana', 'not an address')).toMatchObject({ code: 2 });
  expect(await add('Ana', 'ana@mfi.example', '--branches', '')).toMatchObject({ code: 2 });
  expect(await add('Ana', 'ana@mfi.example')).toMatchObject({ code: 0 });
});

test('a weight that no one can mean is refused with its line', async () => {
  writeFileSync(at('w.csv'), 'a,b,w\nx,y,1\nx,z,1e308\n');
  const { code, stderr } = await cli.run([
    'crosstab',
    ...['--input', at('w.csv'), '--rows', 'a', '--columns', 'b', '--weight', 'w'],
  ]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^waymark: BAD_WEIGHT: .*line 3, column "w"/);
});
