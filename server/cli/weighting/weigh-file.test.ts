import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { estimateWeighed } from './estimate-weighed.ts';
import { weighFile, type WeighedFile, type WeighRequest } from './weigh-file.ts';

const PEOPLE = [
  'id,sex,area,w,branch',
  '1,woman,rural,2,north',
  '2,woman,rural,1,north',
  '3,woman,town,1,south',
  '4,man,rural,1,south',
  '5,man,town,2,south',
];
let folder = '';
let input = '';
let margins = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-weigh-'));
  [input, margins] = [join(folder, 'people.csv'), join(folder, 'margins.json')];
  writeFileSync(input, PEOPLE.join('\n'));
  return () => {
    rmSync(folder, { recursive: true });
  };
});

function weigh(counts: unknown, more: Partial<WeighRequest> = {}): Promise<WeighedFile> {
  writeFileSync(margins, typeof counts === 'string' ? counts : JSON.stringify(counts));
  return weighFile({ input, margins, maximumIterations: 1000, ...more }, null);
}

const sumWhere = (found: WeighedFile, isIn: (line: string) => boolean): number =>
  found.rows.reduce((sum, row, at) => sum + (isIn(PEOPLE[row + 1]!) ? found.weights[at]! : 0), 0);

const SEX = { woman: 60, man: 40 };
const AREA = { rural: 70, town: 30 };

describe('margins', () => {
  test('of two variables are both met, from 1 or from given weights', async () => {
    for (const more of [{}, { weight: 'w' }]) {
      const found = await weigh({ sex: SEX, area: AREA }, more);
      expect(found.report).toMatchObject({ converged: true, method: 'raking', respondents: 5, excluded: [] });
      expect(sumWhere(found, (line) => line.includes(',woman,'))).toBeCloseTo(60, 8);
      expect(sumWhere(found, (line) => line.includes(',rural,'))).toBeCloseTo(70, 8);
      expect(found.report.margins[0]?.largestErrorAfter).toBeLessThan(1e-9);
    }
  });

  test('over two variables together, nested, are post-stratification', async () => {
    const found = await weigh({
      'sex*area': { woman: { rural: 50, town: 10 }, man: { rural: 20, town: 20 } },
    });
    expect(found.report).toMatchObject({ method: 'post-stratification', iterations: 1 });
    expect([...found.weights]).toEqual([25, 25, 10, 20, 20]);
    expect(found.report.margins[0]?.variable).toBe('sex × area');
  });

  test('as shares keep the sum of the weights', async () => {
    const found = await weigh(
      { sex: { woman: 0.6, man: 0.4 }, area: AREA },
      { weight: 'w', proportions: true },
    );
    expect(found.report.after.sum).toBeCloseTo(7, 9);
    expect(sumWhere(found, (line) => line.includes(',woman,'))).toBeCloseTo(4.2, 9);
  });

  test('as shares must be above 0 too', async () => {
    await expect(weigh({ sex: { woman: 1, man: -1 } }, { proportions: true })).rejects.toMatchObject({
      code: 'BAD_MARGINS',
      message: expect.stringMatching(/category "man": .* found -1/) as string,
    });
  });

  test('that add up to 1 are pointed at', async () => {
    const found = await weigh({ sex: { woman: 0.6, man: 0.4 } });
    expect(found.report.notes).toEqual([expect.stringContaining('--proportions')]);
  });
});

describe('margins that cannot be met are refused with variable and category', () => {
  test.each([
    [
      'nobody has the category',
      { sex: { ...SEX, other: 3 } },
      /"sex", category "other": the margins count it/,
    ],
    ['a spelling near another', { sex: { women: 60, man: 40 } }, /"sex", category "women"/],
    [
      'respondents nobody counts',
      { sex: { woman: 60 } },
      /"sex": respondents are .* do not count: "man" \(2\)/,
    ],
    [
      'a zero',
      { sex: { woman: 100, man: 0 } },
      /"sex", category "man": expected a count above 0 .*; found 0/,
    ],
    ['a negative count', { sex: { woman: 100, man: -4 } }, /"sex", category "man": .* found -4/],
    ['a word', { sex: { woman: 'many', man: 4 } }, /"sex", category "woman": expected a count; found "many"/],
    ['a null', { sex: { woman: null, man: 4 } }, /"sex", category "woman": expected a count; found null/],
    [
      'totals that differ',
      { sex: SEX, area: { rural: 70, town: 40 } },
      /"sex" add up to 100, those of "area" to 110/,
    ],
    ['no categories', { sex: {} }, /"sex": expected a count for each category/],
    ['nothing', {}, /found no variable/],
    ['a list', [1, 2], /found no variable/],
    ['not JSON', '{"sex": ', /expected JSON/],
    [
      'an empty combination',
      { 'sex*branch': { woman: { north: 1, south: 1 }, man: { south: 1, north: 1 } } },
      /"sex × branch", category "man × north": the margins count 1 clients, but no respondent/,
    ],
    [
      'half a combination',
      { 'sex*branch': { woman: { north: 1, south: 1 }, man: 4 } },
      /"sex\*branch", category "man": expected a count for each category of "branch"/,
    ],
  ])('%s', async (_, counts, message) => {
    await expect(weigh(counts)).rejects.toMatchObject({
      code: 'BAD_MARGINS',
      message: expect.stringMatching(message) as string,
    });
  });

  test('a column that the file does not have', async () => {
    await expect(weigh({ sexx: SEX })).rejects.toMatchObject({ code: 'UNKNOWN_COLUMN' });
  });

  test('margins that contradict each other do not converge', async () => {
    writeFileSync(input, 'sex,area\nwoman,rural\nman,town\n');
    const { report } = await weigh({ sex: SEX, area: AREA });
    expect(report.converged).toBe(false);
    expect(report.reason).toMatch(/still misses its count by/);
  });
});

describe('who cannot be weighed', () => {
  test('a blank on a margin is refused, or left out and counted', async () => {
    writeFileSync(input, [...PEOPLE, '6,,town,3,south'].join('\n'));
    await expect(weigh({ sex: SEX })).rejects.toMatchObject({
      code: 'BAD_MARGINS',
      message: expect.stringMatching(/^"sex": 1 respondents have no category/) as string,
    });
    const found = await weigh({ sex: SEX }, { leaveOutMissing: true });
    expect(found.report.excluded).toEqual([{ reason: 'sex: no category', count: 1 }]);
    expect(found.report).toMatchObject({ rows: 6, respondents: 5 });
    expect(found.added[0]?.values[5]).toBeNaN();
  });

  test('weights that span more than numbers can hold are refused; trimming alone needs no margins', async () => {
    writeFileSync(input, 'sex,w\nwoman,5e-324\nman,1\n');
    await expect(weigh({ sex: SEX }, { weight: 'w' })).rejects.toMatchObject({ code: 'BAD_WEIGHT' });
    writeFileSync(input, 'w\n1\n1\n1\n9\n');
    const { report, weights } = await weighFile(
      { input, weight: 'w', trim: { low: 0.5, high: 1.5 }, maximumIterations: 10 },
      null,
    );
    expect(report).toMatchObject({ method: 'trimming', converged: true, largestMarginError: null });
    expect(report.trimming).toMatchObject({ raised: 3, cut: 1, lower: 1.5, upper: 4.5 });
    expect([...weights]).toEqual([2.5, 2.5, 2.5, 4.5]);
  });

  test('a weight of zero or none leaves out; a negative one is refused; all without are refused', async () => {
    writeFileSync(input, 'sex,w\nwoman,0\nwoman,\nwoman,2\nman,1\n');
    const found = await weigh({ sex: SEX }, { weight: 'w' });
    expect(found.report.excluded).toEqual([{ reason: 'w: no weight', count: 2 }]);
    expect([...(found.added[0]?.values ?? [])]).toEqual([Number.NaN, Number.NaN, 60, 40]);
    writeFileSync(input, 'sex,w\nwoman,-1\nman,1\n');
    await expect(weigh({ sex: SEX }, { weight: 'w' })).rejects.toMatchObject({ code: 'BAD_WEIGHT' });
    writeFileSync(input, 'sex,w\nwoman,0\nman,0\n');
    await expect(weigh({ sex: SEX }, { weight: 'w' })).rejects.toMatchObject({ code: 'BAD_WEIGHT' });
  });
});

describe('weights from a frame', () => {
  const withFrame = (frame: string, more: Partial<WeighRequest> = {}): Promise<WeighedFile> => {
    const path = join(folder, 'frame.csv');
    writeFileSync(path, frame);
    return weighFile(
      { input, frame: path, frameBy: 'branch', frameCount: 'clients', maximumIterations: 1000, ...more },
      null,
    );
  };

  test('are clients over respondents, and go on to margins', async () => {
    const found = await withFrame('branch,clients\nnorth,30\nsouth,60\neast,5\n');
    expect([...found.weights]).toEqual([15, 15, 20, 20, 20]);
    expect(found.added.map(({ name }) => name)).toEqual(['designWeight', 'frameCount']);
    expect(found.report.method).toBe('design weights');
    expect(found.report.notes).toEqual([
      expect.stringMatching(/No respondent stands for 5 clients of: east/),
    ]);
    writeFileSync(margins, JSON.stringify({ sex: SEX }));
    const raked = await withFrame('branch,clients\nnorth,30\nsouth,60\n', { margins });
    expect(raked.added.map(({ name }) => name)).toEqual(['designWeight', 'frameCount', 'rakedWeight']);
    expect(raked.weights[0]! / raked.weights[2]!).toBeCloseTo(15 / 20, 12);
  });

  test.each([
    [
      'lacks a branch',
      'branch,clients\nnorth,30\n',
      /3 respondents are in "south", which the frame does not have/,
    ],
    [
      'is smaller than the sample',
      'branch,clients\nnorth,30\nsouth,2\n',
      /"south": the frame counts 2 clients, but 3/,
    ],
    ['has a branch twice', 'branch,clients\nnorth,30\nsouth,60\nnorth,3\n', /"north" stands twice/],
    [
      'has a branch without clients',
      'branch,clients\nnorth,30\nsouth,\n',
      /"south": expected a number of clients/,
    ],
    ['has a branch with zero', 'branch,clients\nnorth,0\nsouth,60\n', /"north": .* found 0/],
  ])('a frame that %s is refused', async (_, frame, message) => {
    await expect(withFrame(frame)).rejects.toMatchObject({
      code: 'BAD_DESIGN',
      message: expect.stringMatching(message) as string,
    });
  });

  test('the clients of the frame give the design of estimates, where no other is named', async () => {
    const found = await withFrame('branch,clients\nnorth,30\nsouth,60\n');
    const options = { input, confidence: 0.95, residuals: 'design' } as const;
    const estimate = await estimateWeighed({ weighed: found, codebook: null, variable: 'w', options });
    // Two strata, n 2 of 30 and 3 of 60: Σ N² (1 − n/N) s²/n over (ΣN)², by hand.
    const variance = (900 * (1 - 2 / 30) * 0.5) / 2 + (3600 * (1 - 3 / 60) * (1 / 3)) / 3;
    if (!('mean' in estimate)) throw new Error('Expected a mean.');
    expect(estimate.mean.estimate).toBeCloseTo((30 * 1.5 + 60 * (4 / 3)) / 90, 12);
    expect(estimate.mean.standardError).toBeCloseTo(Math.sqrt(variance) / 90, 12);
    expect(estimate.notes).toEqual(['Strata and finite populations are those of the frame.']);
  });

  test('options that do not go together are refused', async () => {
    await expect(withFrame('branch,clients\nnorth,30\n', { weight: 'w' })).rejects.toMatchObject({
      code: 'INVALID_REQUEST',
    });
    await expect(weighFile({ input, maximumIterations: 9 }, null)).rejects.toMatchObject({
      code: 'INVALID_REQUEST',
    });
    await expect(weighFile({ input, frameBy: 'branch', maximumIterations: 9 }, null)).rejects.toMatchObject({
      code: 'INVALID_REQUEST',
    });
  });
});
