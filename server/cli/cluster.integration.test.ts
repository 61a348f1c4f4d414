import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { buildCli, type BuiltCli } from './testing/build-cli.ts';

let cli: BuiltCli;
let folder: string;
beforeAll(async () => {
  cli = await buildCli();
  folder = mkdtempSync(join(tmpdir(), 'waymark-cluster-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await cli.remove();
});

const nullable = z.number().nullable();
const clustersSchema = z.object({
  base: z.object({ unweighted: z.number(), weighted: z.number(), distinct: z.number() }),
  excluded: z.array(z.object({ reason: z.string(), count: z.number() })),
  standardize: z.object({
    method: z.string(),
    variables: z.array(z.object({ variable: z.string(), scale: nullable, reason: z.string().optional() })),
  }),
  runs: z.array(
    z.object({
      k: z.number(),
      inertia: nullable,
      sizes: z.array(z.number()),
      counts: z.array(z.number()),
      centroids: z.array(z.array(z.number())),
      silhouette: nullable,
      calinskiHarabasz: nullable,
      daviesBouldin: nullable,
      gap: nullable,
      stability: z.array(nullable).nullable(),
      reason: z.string().optional(),
    }),
  ),
  chosen: nullable,
  notes: z.array(z.string()),
});

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}
/** Three groups of ten, well apart; `constant` is the same for all, `w` is 2 in the last group. */
const groups = (): string =>
  file('groups.csv', [
    'id,x,y,constant,word,w',
    ...Array.from({ length: 30 }, (_, row) => {
      const group = Math.floor(row / 10);
      return `r${row},${group * 50 + (row % 5)},${group * 500 + (row % 3)},7,yes,${group === 2 ? 2 : 1}`;
    }),
  ]);

async function cluster(...args: readonly string[]) {
  const { code, stdout, stderr } = await cli.run(['cluster', ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return clustersSchema.parse(JSON.parse(stdout));
}

describe('waymark cluster', () => {
  test('compares k, chooses one by several figures, and writes who is in which cluster', async () => {
    const assignments = join(folder, 'assigned.csv');
    const found = await cluster(
      ...['--input', groups(), '--variables', 'x,y', '--weight', 'w', '--k', '2-5'],
      ...['--standardize', 'zscore', '--assignments', assignments, '--id', 'id'],
    );
    expect(found.runs.map(({ k }) => k)).toEqual([2, 3, 4, 5]);
    expect(found.chosen).toBe(3);
    const three = found.runs[1]!;
    expect(three.sizes).toEqual([10, 10, 20]);
    expect(three.counts).toEqual([10, 10, 10]);
    // In the units of the variables: the means of each group.
    expect(three.centroids.map(([x]) => Math.round(x! * 1e9) / 1e9)).toEqual([2, 52, 102]);
    expect(three.stability).toEqual([1, 1, 1]);
    const lines = readFileSync(assignments, 'utf8').trim().split('\r\n');
    expect(lines[0]).toBe('id,cluster,distance,separation');
    expect(lines.slice(1).map((line) => line.split(',').slice(0, 2).join())).toEqual(
      Array.from({ length: 30 }, (_, row) => `r${row},${Math.floor(row / 10) + 1}`),
    );
  });

  test('is the same bytes again with the same seed', async () => {
    const args = ['cluster', '--input', groups(), '--variables', 'x,y', '--k', '2-4', '--seed', '9'];
    const [first, second] = [await cli.run(args), await cli.run(args)];
    expect(second.stdout).toBe(first.stdout);
  });

  test('leaves rows with a blank or without weight out, and counts them', async () => {
    const input = file('blanks.csv', ['x,y,w', '1,1,1', '2,,1', 'NA,2,1', '8,8,0', '9,9,', '1,2,1', '9,8,3']);
    const assignments = join(folder, 'blanks-out.csv');
    const found = await cluster(
      ...['--input', input, '--variables', 'x,y', '--weight', 'w', '--k', '2', '--assignments', assignments],
    );
    expect(found.base).toMatchObject({ unweighted: 3, weighted: 5 });
    expect(found.excluded).toEqual([
      { reason: 'y: no value', count: 1 },
      { reason: 'x: no value', count: 1 },
      { reason: 'w: no weight', count: 2 },
    ]);
    const clusters = readFileSync(assignments, 'utf8').trim().split('\r\n');
    expect(clusters.slice(1).map((line) => line.split(',')[1])).toEqual(['1', '', '', '', '', '1', '2']);
  });

  test('names a constant variable, which adds nothing', async () => {
    const args = ['--input', groups(), '--k', '3', '--standardize', 'zscore'];
    const found = await cluster(...args, '--variables', 'x,constant');
    const without = await cluster(...args, '--variables', 'x');
    expect(found.runs[0]!.inertia).toBeCloseTo(without.runs[0]!.inertia!, 12);
    expect(found.standardize.variables[1]).toMatchObject({ variable: 'constant', scale: null });
    expect(found.notes.join()).toContain('"constant" has the same value in every row');
  });

  test('says why where a figure cannot be computed', async () => {
    const one = (await cluster('--input', groups(), '--variables', 'x,y', '--k', '1')).runs[0]!;
    expect(one).toMatchObject({ silhouette: null, calinskiHarabasz: null, daviesBouldin: null });
    expect(one.reason).toMatch(/there is one/);
    const input = file('four.csv', ['x', '1', '2', '3', '9', '9']);
    const many = await cluster('--input', input, '--variables', 'x', '--k', '2-6');
    expect(many.runs.map(({ inertia }) => inertia === null)).toEqual([false, false, false, true, true]);
    expect(many.runs.at(-1)!.reason).toBe('6 clusters need at least 6 different rows; there are 4.');
  });

  test.each([
    [
      'more clusters than different rows',
      ['--variables', 'constant', '--k', '3'],
      /NOT_COMPUTABLE: .*there are 1/,
    ],
    ['a column of words', ['--variables', 'x,word', '--k', '2'], /BAD_NUMBER: .*column "word".*found "yes"/],
    ['no such column', ['--variables', 'x,z', '--k', '2'], /UNKNOWN_COLUMN: .*"z"/],
    ['a negative weight', ['--variables', 'x', '--weight', 'minus', '--k', '2'], /BAD_WEIGHT: .*"-1"/],
    ['an infinite value', ['--variables', 'endless', '--k', '2'], /BAD_NUMBER: .*"Infinity"/],
    ['a range that runs backwards', ['--variables', 'x', '--k', '8-2'], /Expected a number from 1 to 50/],
    ['a column twice', ['--variables', 'x,x', '--k', '2'], /Expected each column once/],
  ])('refuses %s, and says so', async (_name, args, message) => {
    const input = file('bad.csv', [
      'x,constant,word,minus,endless',
      '1,7,yes,1,1',
      '2,7,no,-1,Infinity',
      '9,7,no,1,2',
    ]);
    const { code, stdout, stderr } = await cli.run(['cluster', '--input', input, ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  test('does not write over its input, and leaves nothing half written', async () => {
    const input = groups();
    const before = readFileSync(input, 'utf8');
    const args = ['cluster', '--input', input, '--variables', 'x', '--k', '2', '--assignments'];
    expect((await cli.run([...args, input])).stderr).toContain('would replace');
    expect(readFileSync(input, 'utf8')).toBe(before);
    expect((await cli.run([...args, join(folder, 'full.csv')], { fileBlocks: 0 })).code).not.toBe(0);
    expect(readdirSync(folder).filter((name) => name.includes('full'))).toEqual([]);
  });
});

describe('waymark agreement', () => {
  const agree = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await cli.run(['agreement', '--a', 'a', '--b', 'b', ...args]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return z
      .object({
        categories: z.array(z.string()),
        table: z.object({ counts: z.array(z.array(z.number())), weighted: z.array(z.array(z.number())) }),
        kappa: nullable,
        weightedKappa: nullable,
        adjustedRandIndex: nullable,
        excluded: z.array(z.object({ reason: z.string(), count: z.number() })),
        reason: z.string().optional(),
        notes: z.array(z.string()),
      })
      .parse(JSON.parse(stdout));
  };

  test('counts and weighs pairs, on the order that is given', async () => {
    const input = file('pairs.csv', [
      'a,b,w',
      'low,low,2',
      'high,high,1',
      'mid,high,1',
      'low,,1',
      'mid,mid,0',
    ]);
    const found = await agree('--input', input, '--weight', 'w', '--order', 'low,mid,high');
    expect(found.categories).toEqual(['low', 'mid', 'high']);
    expect(found.table.counts).toEqual([
      [1, 0, 0],
      [0, 0, 1],
      [0, 0, 1],
    ]);
    expect(found.table.weighted[0]).toEqual([2, 0, 0]);
    // By hand: po = 3/4, pe = (2·2 + 1·2)/16 = 3/8, so kappa = 3/5.
    expect(found.kappa).toBeCloseTo(0.6, 12);
    expect(found.excluded).toEqual([
      { reason: 'w: no weight', count: 1 },
      { reason: 'b: no category', count: 1 },
    ]);
  });

  test('says why there is no kappa, and leaves out what the order does not name', async () => {
    const input = file('same.csv', ['a,b', 'x,x', 'x,x']);
    const found = await agree('--input', input);
    expect(found.kappa).toBeNull();
    expect(found.reason).toMatch(/one and the same category/);
    const other = file('other.csv', ['a,b', '1,x', '2,y']);
    expect((await agree('--input', other)).notes.join()).toContain('share no category');
    const ordered = await agree('--input', other, '--order', '1,x');
    expect(ordered.excluded).toEqual([{ reason: 'a: "2" is not in --order', count: 1 }]);
  });
});
