import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import reference from '../../scoring/reference/public-data.json' with { type: 'json' };
import { sharedFolder } from '../config.ts';
import { useCli } from './testing/use-cli.ts';

/**
 * The published figures of other programs, asked of the command line on public data: R's survey,
 * psych, fpc and cluster, scikit-learn, statsmodels. What is printed with few digits is compared to
 * those; `reference` holds the same from R in full, compared to 1e-8.
 */
const PUBLIC = join(sharedFolder(), 'reference');
const isThere = existsSync(join(PUBLIC, 'apiclus1.csv'));
if (!isThere) console.warn(`Skipped: the public data (apistrat, apiclus1, iris) are not at ${PUBLIC}.`);

const cli = useCli();

/** What stands at a place of a result; undefined where there is no such place. */
const at = (json: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce(
    (value, key) => (value as Readonly<Record<string | number, unknown>> | null | undefined)?.[key],
    json,
  );

async function ask(...args: readonly string[]): Promise<unknown> {
  const { code, stdout, stderr } = await cli.run([...args, '--format', 'json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as unknown;
}

const { file } = cli;

const near = (found: unknown, expected: number, relative = 1e-8): void => {
  expect(typeof found).toBe('number');
  expect(Math.abs(Number(found) - expected), `${String(found)} against ${expected}`).toBeLessThanOrEqual(
    relative * Math.max(Math.abs(expected), 1e-12),
  );
};
const allNear = (found: unknown, expected: readonly number[], relative?: number): void => {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, place) => {
    near(at(found, place), value, relative);
  });
};

describe.skipIf(!isThere)('survey estimates on apistrat and apiclus1', () => {
  const strat = join(PUBLIC, 'apistrat.csv');
  const clus = join(PUBLIC, 'apiclus1.csv');
  const clustered = ['--weight', 'pw', '--psu', 'dnum', '--fpc', 'fpc'];
  const stratified = ['--weight', 'pw', '--strata', 'stype', '--fpc', 'fpc'];

  test.each([
    ['PSUs, weights and fpc', clus, clustered, reference.clustered],
    ['weights only', strat, ['--weight', 'pw'], reference.weightsOnly],
    ['strata, weights and fpc', strat, stratified, reference.stratified],
  ] as const)('Rao–Scott: %s', async (_name, input, design, [f, first, second, p]) => {
    const table = await ask(
      'crosstab',
      '--input',
      input,
      '--rows',
      'sch.wide',
      '--columns',
      'stype',
      ...design,
    );
    const test = at(table, 'tests', 'raoScott');
    near(at(test, 'statistic'), f!);
    near(at(test, 'numeratorDegreesOfFreedom'), first!);
    near(at(test, 'denominatorDegreesOfFreedom'), second!);
    near(at(test, 'pValue'), p!);
  });

  test('every cell of a clustered table: share, standard error, interval, design effect', async () => {
    const table = await ask(
      'crosstab',
      '--input',
      clus,
      '--rows',
      'sch.wide',
      '--columns',
      'stype',
      ...clustered,
    );
    for (const cell of reference.columnCells) {
      const found = (at(table, 'cells') as readonly unknown[]).find(
        (one) => at(one, 'row') === cell.row && at(one, 'column') === cell.column,
      );
      near(at(found, 'columnProportion'), cell.proportion);
      near(at(found, 'standardError'), cell.se);
      near(at(found, 'designEffect'), cell.deff, 1e-7);
      allNear(at(found, 'interval'), [cell.low, cell.high]);
    }
  });

  test.each([
    ['strata', strat, stratified, reference.meanStratified],
    ['PSUs', clus, clustered, reference.meanClustered],
  ] as const)('mean of api00 with %s', async (_name, input, design, expected) => {
    const found = await ask('describe', '--input', input, '--variable', 'api00', ...design);
    near(at(found, 'mean'), expected.mean);
    near(at(found, 'standardError'), expected.standardError);
    near(at(found, 'designEffect'), expected.designEffect, 1e-7);
    expect(at(found, 'degreesOfFreedom')).toBe(expected.degreesOfFreedom);
    allNear(at(found, 'interval'), expected.interval);
  });

  test('effective base', async () => {
    const table = await ask(
      'crosstab',
      '--input',
      strat,
      '--rows',
      'sch.wide',
      '--columns',
      'stype',
      '--weight',
      'pw',
    );
    near(at(table, 'base', 'effective'), reference.effectiveBase);
  });

  test('raking to two margins', async () => {
    const margins = file('margins.json', [
      JSON.stringify({ stype: { E: 4421, H: 755, M: 1018 }, 'sch.wide': { No: 1072, Yes: 5122 } }),
    ]);
    const output = cli.at('raked.csv');
    const found = await ask(
      'weight',
      '--input',
      clus,
      '--weight',
      'pw',
      '--margins',
      margins,
      '--output',
      output,
    );
    expect(at(found, 'converged')).toBe(true);
    const [header, ...rows] = readFileSync(output, 'utf8')
      .replace(/^\uFEFF/, '')
      .trim()
      .split(/\r?\n/);
    const place = (header ?? '').split(',').indexOf('rakedWeight') - (header ?? '').split(',').length;
    reference.rakedWeights.forEach((weight, row) => {
      near(Number(rows[row]?.split(',').at(place)), weight, 1e-6);
    });
  });
});

describe.skipIf(!isThere)('k-means on iris', () => {
  const variables = 'Sepal.Length,Sepal.Width,Petal.Length,Petal.Width';
  const iris = join(PUBLIC, 'iris.csv');

  test('three clusters as scikit-learn and R find them', async () => {
    const found = await ask('cluster', '--input', iris, '--variables', variables, '--k', '3', '--seed', '1');
    const run = at(found, 'runs', 0);
    near(at(run, 'inertia'), 78.8514414261, 1e-10);
    expect([...(at(run, 'sizes') as readonly number[])].toSorted((a, b) => a - b)).toEqual([38, 50, 62]);
    near(at(run, 'silhouette'), 0.552819, 1e-6);
    near(at(run, 'calinskiHarabasz'), 561.62776, 1e-7);
    near(at(run, 'daviesBouldin'), 0.661972, 1e-6);
  });

  test('standardised by the population standard deviation', async () => {
    const found = await ask(
      ...['cluster', '--input', iris, '--variables', variables, '--k', '3', '--standardize', 'zscore'],
    );
    near(at(found, 'runs', 0, 'inertia'), 139.82, 1e-4);
  });
});

const T = [
  [120, 40, 10, 5],
  [20, 90, 30, 10],
  [5, 15, 80, 25],
  [0, 5, 10, 60],
];
const people = T.flatMap((row, from) =>
  row.flatMap((count, to) => Array<[number, number]>(count).fill([from, to])),
);

test('weighted k-means', async () => {
  const input = file('weighted.csv', ['x,w', '0,1', '1,1', '10,1', '20,5']);
  const found = await ask('cluster', '--input', input, '--variables', 'x', '--weight', 'w', '--k', '2');
  const centroids = (at(found, 'runs', 0, 'centroids') as readonly (readonly number[])[]).flat();
  allNear(centroids, [3.666667, 20], 1e-6);
  expect(at(found, 'runs', 0, 'sizes')).toEqual([3, 5]);
});

test('agreement: kappa, quadratic kappa, adjusted Rand index', async () => {
  const input = file('pairs.csv', ['a,b', ...people.map(([a, b]) => `${a},${b}`)]);
  const found = await ask('agreement', '--input', input, '--a', 'a', '--b', 'b');
  near(at(found, 'kappa'), 0.5496324, 1e-7);
  near(at(found, 'weightedKappa'), 0.7467879, 1e-7);
  const rand = file('rand.csv', ['a,b', '1,1', '1,1', '2,1', '2,2', '3,3', '3,3']);
  near(
    at(await ask('agreement', '--input', rand, '--a', 'a', '--b', 'b'), 'adjustedRandIndex'),
    0.444444,
    1e-5,
  );
});

test('change between waves: Bowker and Stuart–Maxwell', async () => {
  const rows = people.flatMap(([a, b], id) => [`${id},1,s${a}`, `${id},2,s${b}`]);
  const input = file('waves.csv', ['id,wave,state', ...rows]);
  const found = await ask(
    'transitions',
    '--input',
    input,
    '--id',
    'id',
    '--wave',
    'wave',
    '--state',
    'state',
  );
  near(at(found, 'bowker', 'statistic'), 26.428571, 1e-7);
  expect(at(found, 'bowker', 'degreesOfFreedom')).toBe(6);
  near(at(found, 'stuartMaxwell', 'statistic'), 24.125, 1e-8);
  expect(at(found, 'stuartMaxwell', 'degreesOfFreedom')).toBe(3);
  near(at(found, 'kappa'), 0.5496324, 1e-7);
  near(at(found, 'weightedKappa'), 0.7467879, 1e-7);
});

test('Pearson, residuals and both forms of V', async () => {
  const cells = [
    [15, 30, 5],
    [20, 35, 15],
  ];
  const rows = cells.flatMap((row, r) => row.flatMap((count, c) => Array<string>(count).fill(`r${r},c${c}`)));
  const input = file('pearson.csv', ['r,c', ...rows]);
  const found = await ask('crosstab', '--input', input, '--rows', 'r', '--columns', 'c');
  near(at(found, 'tests', 'pearson', 'statistic'), 2.844584, 1e-6);
  near(at(found, 'tests', 'pearson', 'pValue'), 0.2411606, 1e-6);
  near(at(found, 'tests', 'cramersV'), 0.154, 1e-3);
  near(at(found, 'tests', 'cramersVBiasCorrected'), 0.083406, 1e-5);
  const cell = (at(found, 'cells') as readonly unknown[]).find(
    (one) => at(one, 'row') === 'r0' && at(one, 'column') === 'c2',
  );
  near(at(cell, 'adjustedResidual'), -1.656157, 1e-6);
});

test('Wilson on plain data', async () => {
  const rows = Array.from({ length: 50 }, (_, index) => `${index < 15 ? 'yes' : 'no'},all`);
  const input = file('wilson.csv', ['answer,column', ...rows]);
  const found = await ask(
    ...['crosstab', '--input', input, '--rows', 'answer', '--columns', 'column', '--interval', 'wilson'],
  );
  const cell = (at(found, 'cells') as readonly unknown[]).find((one) => at(one, 'row') === 'yes');
  allNear(at(cell, 'interval'), [0.191036, 0.437504], 3e-6);
});

test('experiment: two proportions, interaction, sample ratio', async () => {
  const block = (segment: string, arm: string, yes: number, n: number) =>
    Array.from({ length: n }, (_, index) => `${segment},${arm},${index < yes ? 1 : 0}`);
  const two = file('two.csv', [
    's,arm,y',
    ...block('A', 'control', 70, 210),
    ...block('A', 'letter', 45, 200),
  ]);
  const compared = await ask(
    ...['experiment', '--input', two, '--arm', 'arm', '--control', 'control', '--outcome', 'y'],
  );
  const letter = (at(compared, 'arms') as readonly unknown[]).find((one) => at(one, 'arm') === 'letter');
  near(at(letter, 'pValue'), 0.0146578, 1e-5);
  allNear(at(letter, 'interval'), [-0.19444, -0.02223], 3e-4);
  const four = file('four.csv', [
    's,arm,y',
    ...block('A', 'control', 20, 200),
    ...block('A', 'letter', 40, 200),
    ...block('B', 'control', 30, 200),
    ...block('B', 'letter', 33, 200),
  ]);
  const crossed = await ask(
    ...[
      'experiment',
      '--input',
      four,
      '--arm',
      'arm',
      '--control',
      'control',
      '--outcome',
      'y',
      '--segment',
      's',
    ],
  );
  near(at(crossed, 'interaction', 'statistic'), 3.0344, 2e-5);
  near(at(crossed, 'interaction', 'pValue'), 0.08152, 1e-4);
  const uneven = file('uneven.csv', [
    's,arm,y',
    ...block('A', 'control', 50, 5200),
    ...block('A', 'letter', 50, 4800),
  ]);
  const counted = await ask(
    ...['experiment', '--input', uneven, '--arm', 'arm', '--control', 'control', '--outcome', 'y'],
  );
  near(at(counted, 'sampleRatio', 'pValue'), 6.334e-5, 1e-3);
});
