import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Codebook } from '../../contracts/codebook.ts';
import { latestVersion, loadCodebook } from '../../instruments/registry.ts';
import { answersFile } from './testing/answers-file.ts';
import { buildCli, type BuiltCli } from './testing/build-cli.ts';

const NAME = 'msme-digital-maturity';
let cli: BuiltCli;
let codebook: Codebook;
let folder = '';

beforeAll(async () => {
  cli = await buildCli();
  codebook = await loadCodebook(NAME, latestVersion(NAME));
});
afterAll(() => cli.remove());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-bad-'));
  return () => {
    rmSync(folder, { recursive: true });
  };
});

const answers = (rows: readonly Readonly<Record<string, string>>[], more?: readonly string[]): string =>
  answersFile(codebook, rows, more);

const good = (): string =>
  answers([{ id: 'r1' }, { id: 'r2', own_phone: 'yes', phone_type: 'smartphone' }, { id: 'r3' }]);

async function score(content: string | Buffer, more: readonly string[] = []) {
  const input = join(folder, 'answers.csv');
  writeFileSync(input, content);
  return cli.run([
    'score',
    '--instrument',
    NAME,
    '--input',
    input,
    '--output',
    join(folder, 'out.csv'),
    ...more,
  ]);
}

test('a good file is scored, in its order, to the same bytes for the same seed', async () => {
  const first = await score(good(), ['--seed', '7']);
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toMatch(/^Branch +Nascent.* base +weighted base$/m);
  const bytes = readFileSync(join(folder, 'out.csv'), 'utf8');
  const [header, ...rows] = bytes.trimEnd().split('\r\n');
  expect(header).toBe(
    ['id,branch,weight,archetype,ruleArchetype,clusterArchetype,confidence', ...codebook.model.scores].join(
      ',',
    ),
  );
  expect(rows.map((row) => row.split(',')[0])).toEqual(['r1', 'r2', 'r3']);
  expect(rows[0]).toMatch(/^r1,b,1,Nascent,Nascent,/);
  await score(good(), ['--seed', '7']);
  expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toBe(bytes);
});

describe('each fault gives one message with what, where and what to do; nothing is written', () => {
  const swap = (from: string, to: string) => (): string => good().replace(from, to);
  test.each<[name: string, content: () => string | Buffer, code: string, says: RegExp]>([
    [
      'a ragged row',
      () => `${good()},\n`,
      'CSV_RAGGED',
      /answers\.csv, line 4: expected \d+ cells.*found \d+/,
    ],
    ['Latin-1', () => Buffer.from(swap('r2', 'r\xe92')(), 'latin1'), 'CSV_ENCODING', /line 3: .*0xe9/],
    ['UTF-16', () => Buffer.from(`\uFEFF${good()}`, 'utf16le'), 'CSV_ENCODING', /UTF-16/],
    [
      'a line of 100 MB',
      () => Buffer.concat([Buffer.from(`${good()}\nr4,`), Buffer.alloc(100_000_000, 'x')]),
      'CSV_LINE_TOO_LONG',
      /line 5: /,
    ],
    ['an empty file', () => '', 'CSV_EMPTY', /the file is empty/],
    [
      'an unknown column',
      swap('own_phone', 'own_fone'),
      'UNKNOWN_COLUMN',
      /"own_fone"[\s\S]*Did you mean "own_phone"/,
    ],
    ['a missing column', () => good().replaceAll(/^([^,]*),[^,]*/gm, '$1'), 'MISSING_COLUMN', /"branch"/],
    [
      'a code outside the codebook',
      () => answers([{ id: 'r1', own_phone: 'yess' }]),
      'UNKNOWN_CODE',
      /line 2, column "own_phone": expected one of yes, no, .*found "yess"[\s\S]*Did you mean "yes"/,
    ],
    [
      'a number out of range',
      () => answers([{ id: 'r1', age: '140' }]),
      'UNKNOWN_CODE',
      /line 2, column "age": expected a number from 15 to 99.*"140"/,
    ],
    [
      'the same id twice',
      swap('\nr3,', '\nr1,'),
      'DUPLICATE_ID',
      /line 4: the id "r1" stands already on line 2/,
    ],
    ['no id', swap('\nr2,', '\n,'), 'MISSING_ID', /line 3, column "id"/],
    [
      'a weight of zero',
      () => answers([{ id: 'r1', weight: '0' }]),
      'BAD_WEIGHT',
      /line 2, column "weight".*"0"/,
    ],
  ])('%s', async (_name, content, code, says) => {
    const { code: exit, stdout, stderr } = await score(content());
    expect(stderr).toMatch(new RegExp(`^waymark: ${code}: `));
    expect(stderr).toMatch(says);
    expect(stderr.trimEnd().split('\n')).toHaveLength(2);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(readdirSync(folder)).toEqual(['answers.csv']);
  });
});

test('a byte-order mark, CRLF and a semicolon are no faults', async () => {
  const { code, stderr } = await score(`\uFEFF${good().replaceAll(',', ';').replaceAll('\n', '\r\n')}\r\n`);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('unknown columns are left out where that is asked for', async () => {
  const { code } = await score(answers([{ id: 'r1', extra: 'x' }], ['extra']), ['--ignore-unknown-columns']);
  expect(code).toBe(0);
});

test.each([
  ['a missing input', 'nowhere.csv', 'no such file'],
  ['a folder as input', '.', 'this is a folder'],
])('%s', async (_name, path, says) => {
  const { code, stderr } = await cli.run([
    'score',
    '--instrument',
    NAME,
    '--input',
    join(folder, path),
    '--output',
    join(folder, 'out.csv'),
  ]);
  expect(code).toBe(2);
  expect(stderr).toContain('waymark: FILE_UNREADABLE: ');
  expect(stderr).toContain(says);
  expect(readdirSync(folder)).toEqual([]);
});

test.skipIf(process.getuid?.() === 0)(
  'an input without read permission (skipped for root, who may read all)',
  async () => {
    writeFileSync(join(folder, 'answers.csv'), good());
    chmodSync(join(folder, 'answers.csv'), 0);
    const { code, stderr } = await cli.run([
      'score',
      '--instrument',
      NAME,
      '--input',
      join(folder, 'answers.csv'),
      '--output',
      join(folder, 'out.csv'),
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('may not read it');
  },
);

test('an output that would replace the input, lie in no folder, or be one', async () => {
  writeFileSync(join(folder, 'answers.csv'), good());
  for (const [output, error] of [
    ['answers.csv', 'INVALID_REQUEST'],
    ['none/out.csv', 'FILE_UNWRITABLE'],
    ['.', 'FILE_UNWRITABLE'],
  ] as const) {
    const { code, stderr } = await score(good(), ['--output', join(folder, output)]);
    expect(code).toBe(2);
    expect(stderr).toMatch(new RegExp(`^waymark: ${error}: `));
    expect(readFileSync(join(folder, 'answers.csv'), 'utf8')).toBe(good());
    expect(readdirSync(folder)).toEqual(['answers.csv']);
  }
});

describe('a full disk', () => {
  test('half-way through the file: an older output stays as it was, and no part of the new one is left', async () => {
    const output = join(folder, 'out.csv');
    writeFileSync(
      join(folder, 'answers.csv'),
      answers(Array.from({ length: 2000 }, (_, index) => ({ id: `r${index}` }))),
    );
    writeFileSync(output, 'as it was');
    // A limit on the size of files stands in for the disk: the write fails in the middle in the same way.
    const { code, stderr } = await cli.run(
      ['score', '--instrument', NAME, '--input', join(folder, 'answers.csv'), '--output', output],
      { fileBlocks: 16 },
    );
    expect(stderr).toMatch(/^waymark: DISK_FULL: .*out\.csv: the disk is full/);
    expect(code).toBe(2);
    expect(readFileSync(output, 'utf8')).toBe('as it was');
    expect(readdirSync(folder).sort()).toEqual(['answers.csv', 'out.csv']);
  });

  test.skipIf(!existsSync('/dev/full'))(
    'from the first byte, on a device (skipped where there is no /dev/full)',
    async () => {
      const { code, stderr } = await score(good(), ['--output', '/dev/full']);
      expect(code).toBe(2);
      expect(stderr).toMatch(/^waymark: DISK_FULL: /);
    },
  );
});
