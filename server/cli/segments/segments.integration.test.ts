import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { projectRoot } from '../../project-root.ts';
import binary from '../../../scoring/reference/classes-binary.json';
import { buildCli, type BuiltCli } from '../testing/build-cli.ts';

const CLIENTS = join(projectRoot(), 'docs', 'examples', 'clients.csv');
let cli: BuiltCli;
let folder = '';

beforeAll(async () => {
  cli = await buildCli();
});
afterAll(() => cli.remove());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-segments-'));
  return () => {
    rmSync(folder, { recursive: true });
  };
});

const file = (name: string, rows: readonly (readonly (string | number)[])[]): string => {
  const path = join(folder, name);
  writeFileSync(path, rows.map((row) => row.join(',')).join('\n'));
  return path;
};
const json = async <T>(args: readonly string[]): Promise<T> => {
  const { code, stdout, stderr } = await cli.run(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as T;
};

interface ClassesResult {
  readonly runs: readonly { readonly k: number; readonly logLikelihood: number; readonly bic: number }[];
  readonly chosen: number;
  readonly excluded: readonly { readonly reason: string; readonly count: number }[];
  readonly comparison?: { readonly adjustedRandIndex: number; readonly kappa: number };
}

describe('waymark classes', () => {
  const header = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
  test('carcinoma, numeric codes: what poLCA prints, and the lowest BIC chosen', async () => {
    const input = file('carcinoma.csv', [header, ...binary.carcinoma.answers.map((row) => row.map((code) => code + 1)), Array<string>(7).fill('')]); // prettier-ignore
    const result = await json<ClassesResult>(['classes', '--input', input, '--items', header.join(','), '--classes', '2-4']); // prettier-ignore
    expect(result.runs.map(({ k, logLikelihood }) => [k, Number(logLikelihood.toFixed(3))])).toEqual([
      [2, -317.257],
      [3, -293.705],
      [4, -289.286],
    ]);
    expect(result.chosen).toBe(3);
    expect(result.excluded).toEqual([{ reason: 'none of the items answered', count: 1 }]);
  });

  test('the same seed gives the same bytes; assignments name every row', async () => {
    const output = join(folder, 'assignments.csv');
    const args = ['classes', '--input', CLIENTS, '--instrument', 'msme-digital-maturity', '--classes', '4', '--weight', 'weight', '--compare', 'archetype', '--assignments', output, '--id', 'id']; // prettier-ignore
    const first = await json<ClassesResult>(args);
    const lines = readFileSync(output, 'utf8').trim().split('\r\n');
    expect(lines).toHaveLength(601);
    expect(lines[0]).toBe('id,class,posterior1,posterior2,posterior3,posterior4');
    expect(await json<ClassesResult>(args)).toEqual(first);
    expect(first.comparison!.adjustedRandIndex).toBeGreaterThan(0.4);
  });

  test.each([
    ['a constant item', [['a', 'b'], [1, 1], [2, 1]], '2', /NOT_COMPUTABLE: "b" has the same answer in every row/], // prettier-ignore
    ['more classes than patterns', [['a', 'b'], [1, 1], [2, 2]], '3', /NOT_COMPUTABLE: 3 classes need at least 3/], // prettier-ignore
    ['too many categories', [['a', 'b'], ...Array.from({ length: 60 }, (_, row) => [row, row % 2])], '2', /NOT_COMPUTABLE: "a" has 60 different answers/], // prettier-ignore
    ['an item without answers', [['a', 'b'], ['', 1], ['', 2]], '2', /NOT_COMPUTABLE: "a" has no answers/], // prettier-ignore
  ] as [string, (string | number)[][], string, RegExp][])('%s', async (_name, rows, classes, message) => {
    const input = file('bad.csv', rows);
    const { code, stderr } = await cli.run([
      'classes',
      '--input',
      input,
      '--items',
      'a,b',
      '--classes',
      classes,
    ]);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  test('one item, and too many classes', async () => {
    const input = file('one.csv', [['a'], [1], [2]]);
    const one = await cli.run(['classes', '--input', input, '--items', 'a', '--classes', '2']);
    expect(one.stderr).toMatch(/INVALID_REQUEST: Expected at least 2 items/);
    const many = await cli.run(['classes', '--input', input, '--items', 'a', '--classes', '9']);
    expect(many.stderr).toMatch(/from 1 to 8/);
  });
});

describe('waymark profiles', () => {
  test('numbers and answers, largest first', async () => {
    const result = await json<{
      variables: { variable: string; type: string }[];
      segments: { segment: string; profile: { variable: string; category?: string }[] }[];
    }>(['profiles', '--input', CLIENTS, '--segment', 'archetype', '--variables', 'sex,age,phone_type', '--weight', 'weight']); // prettier-ignore
    expect(result.variables.map(({ type }) => type).sort()).toEqual([
      'categorical',
      'categorical',
      'numeric',
    ]);
    expect(result.segments[0]).toMatchObject({ segment: 'Nascent' });
    expect(result.segments[0]!.profile[0]).toMatchObject({ variable: 'phone_type', category: 'basic' });
  });
});

describe('waymark typing-tool', () => {
  const args = [
    'typing-tool',
    '--input',
    CLIENTS,
    '--target',
    'archetype',
    '--weight',
    'weight',
    '--folds',
    '5',
  ];
  test('writes an instrument that passes the gate, and the same bytes again', async () => {
    const output = join(folder, 'tool.json');
    const own = join(folder, 'msme-digital-maturity-screening', 'v1');
    const all = [...args, '--instrument', 'msme-digital-maturity@v1', '--synthetic', '--output', output, '--folder', own]; // prettier-ignore
    const first = await json<{ accuracy: number; baseline: number; questions: unknown[] }>(all);
    expect(first.questions.length).toBeGreaterThanOrEqual(6);
    expect(first.questions.length).toBeLessThanOrEqual(10);
    expect(first.accuracy).toBeGreaterThan(first.baseline);
    const text = readFileSync(output, 'utf8');
    expect(readFileSync(join(own, 'survey.json'), 'utf8')).toBe(text);
    expect((await cli.run(['instrument', 'check', own])).stdout).toContain('no faults');
    expect(await json(all)).toEqual(first);
    expect(readFileSync(output, 'utf8')).toBe(text);
  });

  test('without an instrument: points, but no file', async () => {
    const items = ['--items', 'own_phone,can_text,can_transact,used_social'];
    const result = await json<{ source: null; reason: string }>([...args, ...items, '--minimum', '2', '--maximum', '4']); // prettier-ignore
    expect(result).toMatchObject({ source: null, reason: 'No instrument was named.' });
    const { code, stderr } = await cli.run([...args, ...items, '--output', join(folder, 'x.json')]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/INSTRUMENT_UNKNOWN/);
  });

  test('a segment with fewer respondents than folds', async () => {
    const rows = Array.from({ length: 40 }, (_, row) => [row === 0 ? 'x' : 'y', row % 2, row % 3]);
    const input = file('few.csv', [['s', 'a', 'b'], ...rows]);
    const { code, stderr } = await cli.run([
      'typing-tool',
      '--input',
      input,
      '--target',
      's',
      '--items',
      'a,b',
    ]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/NOT_COMPUTABLE: Segment 1 has 1 respondents/);
  });
});
