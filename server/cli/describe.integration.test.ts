import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import reference from '../../scoring/reference/design.json' with { type: 'json' };
import { sharedFolder } from '../config.ts';
import { useCli } from './testing/use-cli.ts';

const PUBLIC = join(sharedFolder(), 'reference');
const isThere = existsSync(join(PUBLIC, 'apistrat.csv'));
if (!isThere) console.warn(`Skipped: the public data (apistrat, apiclus1) are not at ${PUBLIC}.`);

const cli = useCli();

const file = (...lines: readonly string[]): string => cli.file('data.csv', lines);

interface Estimate {
  readonly estimate: number | null;
  readonly standardError: number | null;
  readonly interval: readonly number[] | null;
  readonly intervalT?: readonly number[] | null;
  readonly reason?: string;
}
interface Description {
  readonly type: 'numeric' | 'categorical';
  readonly base: { readonly unweighted: number; readonly weighted: number; readonly effective: number };
  readonly degreesOfFreedom: number;
  readonly mean: number | null;
  readonly standardError: number | null;
  readonly interval: readonly number[] | null;
  readonly designEffect: number | null;
  readonly designEffectMethod?: string;
  readonly median: Estimate;
  readonly total: Estimate;
  readonly reason?: string;
  readonly categories: readonly (Omit<Estimate, 'estimate'> & {
    readonly category: string;
    readonly proportion: number | null;
    readonly designEffect: number | null;
    readonly intervalMethod?: string;
    readonly total: Estimate;
  })[];
  readonly by: { readonly groups: readonly (Description & { readonly category: string })[] };
  readonly design: object;
  readonly excluded: readonly { readonly reason: string; readonly count: number }[];
  readonly notes: readonly string[];
}

async function ask(input: string, variable: string, ...options: readonly string[]): Promise<Description> {
  const run = await cli.run(['describe', '--input', input, '--variable', variable, ...options]);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  return JSON.parse(run.stdout) as Description;
}
const refusal = async (...options: readonly string[]) => {
  const { code, stderr } = await cli.run(['describe', ...options]);
  expect(code).toBe(2);
  return stderr;
};

/** Relative error at most `slack`, figure by figure. */
function expectNear(found: readonly unknown[] | null, expected: readonly number[], slack = 1e-8): void {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, place) => {
    expect(Math.abs(Number(found![place]) - value)).toBeLessThanOrEqual(slack * Math.abs(value));
  });
}

describe('a survey with strata, PSUs, fpc, weights and missing values, as R describes it', () => {
  const { data } = reference;
  const design = ['--weight', 'weight', '--strata', 'stratum', '--psu', 'psu', '--fpc', 'fpc'];
  const survey = () =>
    file(
      'stratum,psu,fpc,weight,y,a,region',
      ...data.psu.map((psu, row) =>
        [
          `s${data.stratum[row]}`,
          psu,
          data.fpc[row],
          data.weight[row],
          data.y[row] ?? '',
          ['low', 'mid', 'high'][data.a[row] ?? 3] ?? 'NA',
          data.region[row],
        ].join(','),
      ),
    );

  test('a number', async () => {
    const { y } = reference.cases['strata, PSUs, fpc, weights'].is;
    const found = await ask(survey(), 'y', ...design);
    expect(found).toMatchObject({ type: 'numeric', degreesOfFreedom: y.df, notes: [] });
    expectNear([found.mean, found.standardError, found.designEffect], [y.mean, y.se, y.deff]);
    expectNear(found.interval, y.ci);
    const [median, low, high, error] = y.quantiles[2] as [number, number, number, number];
    expectNear([found.median.estimate, found.median.standardError], [median, error]);
    expect(found.median.interval).toEqual([low, high]);
    expectNear([found.total.estimate, found.total.standardError], [y.total, y.totalSe]);
    expectNear(found.total.interval, y.totalNormal);
    expectNear(found.total.intervalT!, y.totalT);
    expect(found.excluded).toEqual([{ reason: 'y: blank', count: data.y.length - y.n }]);
    expect(found.design).toMatchObject({ strata: 6, psus: 34, respondents: 265, degreesOfFreedom: 28 });
    expect(found.design).toMatchObject({ finitePopulationCorrection: true, lonelyPsu: 'adjust' });
  });

  test('shares and totals of categories, with either interval', async () => {
    const { a } = reference.cases['strata, PSUs, fpc, weights'].is;
    const found = await ask(survey(), 'a', ...design);
    const order = ['low', 'mid', 'high'].map((code) =>
      found.categories.find((one) => one.category === code)!,
    );
    expect(found.type).toBe('categorical');
    expectNear(
      order.map(({ proportion }) => proportion),
      a.share,
    );
    expectNear(
      order.map(({ standardError }) => standardError),
      a.se,
    );
    expectNear(
      order.map(({ designEffect }) => designEffect),
      a.deff,
    );
    expectNear(
      order.flatMap(({ interval }) => interval!),
      a.logit.flat(),
    );
    expectNear(
      order.map(({ total }) => total.estimate),
      a.total,
    );
    expectNear(
      order.map(({ total }) => total.standardError),
      a.totalSe,
    );
    expect(found.excluded.map(({ count }) => count)).toEqual([data.a.length - a.n]);
    const beta = await ask(survey(), 'a', ...design, '--interval', 'korn-graubard');
    const high = beta.categories.find(({ category }) => category === 'high')!;
    expectNear(high.interval, a.beta[2]!);
    expect(high.intervalMethod).toBe('korn-graubard');
  });

  test('by region: each on the full design, one of them in a single PSU', async () => {
    const { groups } = (await ask(survey(), 'y', ...design, '--by', 'region')).by;
    const group = (name: string) => groups.find(({ category }) => category === name)!;
    for (const region of ['east', 'north', 'west'] as const) {
      const { y } = reference.cases[`domain ${region} of the full design`].is;
      const { mean, standardError, interval, degreesOfFreedom } = group(region);
      expectNear([mean, standardError, ...interval!], [y.mean, y.se, ...y.ci]);
      expect(degreesOfFreedom).toBe(y.df);
    }
    expect(group('island')).toMatchObject({ standardError: null, interval: null, designEffect: null });
    expect(group('island').reason).toContain('single PSU');
    expectNear([group('coast').standardError], [reference.few.coast.se]);
    expect(group('coast')).toMatchObject({ interval: null, degreesOfFreedom: 0 });
  });
});

describe.skipIf(!isThere)('published figures on public data', () => {
  const strat = join(PUBLIC, 'apistrat.csv');
  const stratified = ['--weight', 'pw', '--strata', 'stype', '--fpc', 'fpc'];

  test('mean, standard error, design effect, effective base of apistrat', async () => {
    const found = await ask(strat, 'api00', ...stratified);
    expectNear([found.mean, found.standardError], [662.2873631593, 9.4089408028], 1e-11);
    expectNear([found.designEffect, found.base.effective], [1.20446, 168.5813], 3e-6);
    expect(found.degreesOfFreedom).toBe(197);
  });

  test('total of schools above 700, with the interval of confint(svytotal())', async () => {
    const [header = '', ...rows] = readFileSync(strat, 'utf8').replaceAll('"', '').trim().split(/\r?\n/);
    // A school's name may hold a comma: the columns after it are counted from the end.
    const names = header.split(',');
    const pick = (row: string, name: string) => row.split(',').at(names.indexOf(name) - names.length);
    const input = file(
      'good,pw,stype,fpc',
      ...rows.map((row) => {
        const good = Number(pick(row, 'api00')) > 700 ? 'yes' : 'no';
        return [good, pick(row, 'pw'), row.split(',')[1], pick(row, 'fpc')].join(',');
      }),
    );
    const { categories } = await ask(input, 'good', ...stratified);
    const { total } = categories.find(({ category }) => category === 'yes')!;
    expectNear([total.estimate, total.standardError], [2504.5, 232.12], 2e-5);
    expectNear(total.interval, [2049.5, 2959.4], 3e-5);
  });

  test('share of high schools in apiclus1, logit and Korn–Graubard', async () => {
    const options = ['--weight', 'pw', '--psu', 'dnum', '--fpc', 'fpc'];
    const high = async (interval: string) => {
      const found = await ask(join(PUBLIC, 'apiclus1.csv'), 'stype', ...options, '--interval', interval);
      return found.categories.find(({ category }) => category === 'H')!;
    };
    const logit = await high('logit');
    expectNear([logit.proportion, ...logit.interval!], [0.076502732, 0.0354088, 0.1575011], 2e-6);
    expectNear((await high('korn-graubard')).interval, [0.0296381, 0.1560225], 2e-6);
  });
});

describe('a plain list', () => {
  const yes = Array.from({ length: 50 }, (_, row) => (row < 15 ? 'yes' : 'no'));

  test.each([
    ['wilson', [0.191036, 0.437504]],
    ['agresti-coull', [0.190271, 0.438268]],
    ['clopper-pearson', [0.178618, 0.446082]],
  ] as const)('15 of 50: %s, as statsmodels', async (method, expected) => {
    const found = await ask(file('answer', ...yes), 'answer', '--interval', method);
    const one = found.categories.find(({ category }) => category === 'yes')!;
    expectNear(one.interval, expected, 3e-6);
    expect(one.intervalMethod).toBe(method);
  });

  test('numbers are numbers, unless they are to be counted', async () => {
    const input = file('x', '1', '2', '2', '4', '');
    const found = await ask(input, 'x');
    expect(found).toMatchObject({ type: 'numeric', mean: 2.25, designEffectMethod: 'with replacement' });
    expect(found.standardError).toBeCloseTo(Math.sqrt((1.5625 + 0.125 + 3.0625) / 3 / 4), 12);
    expect(found.designEffect).toBeCloseTo(1, 12);
    expect(found.median.estimate).toBe(2);
    expect(found.notes).toEqual([expect.stringContaining('Totals are of the sample')]);
    const counted = await ask(input, 'x', '--categorical');
    expect(counted.categories.map(({ category, proportion }) => [category, proportion])).toEqual([
      ['1', 0.25],
      ['2', 0.5],
      ['4', 0.25],
    ]);
  });

  test('a constant, one category, one row, nothing: numbers or reasons', async () => {
    const constant = await ask(file('x,w', '5,1', '5,2', '5,3'), 'x', '--weight', 'w');
    expect(constant).toMatchObject({ mean: 5, standardError: 0, interval: [5, 5], designEffect: null });
    const [only] = (await ask(file('x,w', 'a,1', 'a,2', 'a,3'), 'x', '--weight', 'w')).categories;
    expect(only).toMatchObject({ proportion: 1, standardError: 0, intervalMethod: 'korn-graubard' });
    expect(only!.interval![0]).toBeLessThan(0.5);
    const row = await ask(file('x', '5'), 'x');
    expect(row).toMatchObject({ mean: 5, standardError: null, interval: null });
    const nothing = await ask(file('x,y', ',1', ',2'), 'x');
    expect(nothing).toMatchObject({ mean: null, standardError: null, excluded: [{ count: 2 }] });
    expect(nothing.reason).toContain('no respondents');
  });

  test('rows without weight are left out and counted', async () => {
    const found = await ask(file('x,w', '1,2', '3,0', '5,', '7,2', ',1', ',0'), 'x', '--weight', 'w');
    expect(found).toMatchObject({ mean: 4, base: { unweighted: 2, weighted: 4 } });
    expect(found.excluded).toEqual([
      { reason: 'w: no weight', count: 3 },
      { reason: 'x: blank', count: 1 },
    ]);
  });
});

describe('what cannot be described is refused, with the place', () => {
  const bad = async (variable: string, options: readonly string[], ...lines: readonly string[]) =>
    refusal('--input', file(...lines), '--variable', variable, ...options);

  test('numbers with something else among them', async () => {
    expect(await bad('x', [], 'x', '1', 'NaN', '2')).toMatch(
      /BAD_NUMBER: .*line 3.*"NaN"[\s\S]*--categorical/,
    );
    expect(await bad('x', [], 'x', '1', '-inf')).toMatch(/BAD_NUMBER: .*"-inf"/);
    const many = Array.from({ length: 20 }, (_, row) => String(row));
    expect(await bad('x', [], 'x', ...many, '3o')).toMatch(/BAD_NUMBER: .*line 22.*"3o"/);
    expect(await bad('x', ['--numeric'], 'x', 'low', 'high')).toMatch(/BAD_NUMBER: .*line 2.*"low"/);
  });

  test('more categories than can be shown', async () => {
    const codes = Array.from({ length: 501 }, (_, row) => `c${row}`);
    expect(await bad('x', [], 'x', ...codes)).toMatch(/NOT_COMPUTABLE: "x" has 501 categories/);
  });

  test('designs that contradict themselves', async () => {
    const design = ['--strata', 's', '--psu', 'p', '--fpc', 'f'];
    const header = 'x,s,p,f';
    expect(await bad('x', design, header, '1,n,a,9', '2,n,b,9', '3,m,a,9')).toMatch(
      /BAD_DESIGN: The PSU "a" lies in two strata: "n" and "m"/,
    );
    expect(await bad('x', design, header, '1,n,a,1.5', '2,n,b,1.5')).toMatch(/BAD_DESIGN: .*"n" has 2 PSUs/);
    expect(await bad('x', design, header, '1,,a,9')).toMatch(/BAD_DESIGN: .*line 2, column "s"/);
    expect(await bad('x', ['--weight', 'x'], 'x', '-1')).toMatch(/BAD_WEIGHT: .*line 2.*"-1"/);
    expect(await bad('x', ['--weight', 'x'], 'x', '0')).toMatch(/NOT_COMPUTABLE: No row has a weight/);
    expect(await bad('x', ['--strata', 'q'], 'x', '1')).toMatch(/UNKNOWN_COLUMN: .*no column "q"/);
    const lonely = ['--strata', 's', '--lonely-psu', 'fail'];
    expect(await bad('x', lonely, header, '1,n,a,9', '2,n,b,9', '3,m,c,9')).toMatch(
      /BAD_DESIGN: 1 of 2 strata has a single PSU \("m"\)/,
    );
  });
});
