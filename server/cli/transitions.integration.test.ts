import { describe, expect, test } from 'vitest';
import { useCli } from './testing/use-cli.ts';

const cli = useCli();

/** A key of any depth; what stands there is compared, not trusted. */
interface Json {
  readonly [key: string]: Json;
}

const list = (value: Json | undefined): readonly Json[] => value as unknown as readonly Json[];

const { file } = cli;

const run = (input: string, ...more: readonly string[]) =>
  cli.run(['transitions', '--input', input, '--wave', 'wave', '--state', 'state', ...more]);

async function ask(input: string, ...more: readonly string[]): Promise<Json> {
  const { code, stdout, stderr } = await run(input, ...more, '--format', 'json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Json;
}

async function refused(input: string, ...more: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run(input, ...more);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  return stderr;
}

/** The table of the method's page, person by person. */
const T = [
  [120, 40, 10, 5],
  [20, 90, 30, 10],
  [5, 15, 80, 25],
  [0, 5, 10, 60],
];
const STATES = ['low', 'fair', 'good', 'high'];
const published = (): string[] => {
  const rows = ['id,wave,state'];
  T.forEach((row, from) =>
    row.forEach((count, to) => {
      for (let one = 0; one < count; one += 1) {
        const id = `p${from}-${to}-${one}`;
        rows.push(`${id},before,${STATES[from] ?? ''}`, `${id},later,${STATES[to] ?? ''}`);
      }
    }),
  );
  return rows;
};
const order = ['--order', STATES.join(',')];

describe('a panel without weights', () => {
  test('the published table: Bowker, Stuart–Maxwell, both kappas, net and gross change', async () => {
    const found = await ask(file('t.csv', published()), '--id', 'id', ...order);
    expect(found['table']?.['counts']).toEqual(T);
    expect(found['bowker']?.['statistic']).toBeCloseTo(26.428571, 6);
    expect(found['bowker']?.['degreesOfFreedom']).toBe(6);
    expect(found['stuartMaxwell']?.['statistic']).toBeCloseTo(24.125, 8);
    expect(found['stuartMaxwell']?.['degreesOfFreedom']).toBe(3);
    expect(found['kappa']).toBeCloseTo(0.5496324, 7);
    expect(found['weightedKappa']).toBeCloseTo(0.7467879, 7);
    const net = list(found['netChange']);
    expect(net.map((one) => Number(one['toCount']) - Number(one['fromCount']))).toEqual([-30, 0, 5, 25]);
    expect(net[0]?.['difference']).toBeCloseTo(-30 / 525, 12);
    expect(found['grossChange']?.['up']?.['share']).toBeCloseTo(120 / 525, 12);
  });

  test('who is in one wave only, and who has no state, is counted', async () => {
    const input = file('attrition.csv', [
      'id,wave,state',
      ...['a,1,x', 'a,2,y', 'b,1,x', 'b,2,x', 'c,1,y', 'd,2,y', 'e,2,x', 'f,1,', 'f,2,x'],
    ]);
    const found = await ask(input, '--id', 'id');
    expect(found['attrition']).toMatchObject({ both: 3, onlyFrom: 1, onlyTo: 2, withoutState: 1 });
    expect(found['members']).toBe(2);
    expect(found['excluded']).toEqual([{ reason: 'state: blank', count: 1 }]);
  });

  test('two states: McNemar, exact too', async () => {
    const rows = ['id,wave,state'];
    for (let id = 0; id < 20; id += 1)
      rows.push(`${id},1,${id < 12 ? 'no' : 'yes'}`, `${id},2,${id < 4 || id >= 18 ? 'no' : 'yes'}`);
    const found = await ask(file('two.csv', rows), '--id', 'id');
    expect(found['mcnemar']?.['statistic']).toBeCloseTo(3.6, 12);
    expect(found['mcnemar']?.['exactPValue']).toBeCloseTo(0.109375, 12);
  });

  test('three waves: first to last, and each with the next', async () => {
    const rows = ['id,wave,state'];
    for (let id = 0; id < 9; id += 1)
      for (const wave of [1, 2, 3]) rows.push(`${id},${wave},${(id + (id % wave)) % 3}`);
    const input = file('three.csv', rows);
    const found = await ask(input, '--id', 'id');
    expect([found['from'], found['to']]).toEqual(['1', '3']);
    const pairs = list(found['consecutive']);
    expect(pairs.map((pair) => [pair['from'], pair['to']])).toEqual([
      ['1', '2'],
      ['2', '3'],
    ]);
    const chosen = await ask(input, '--id', 'id', '--from', '2', '--to', '3');
    expect(chosen['table']).toEqual(pairs[1]?.['table']);
    expect(chosen['consecutive']).toBeUndefined();
  });
});

describe('weights and groups', () => {
  const weighted = (): string => {
    const rows = ['id,wave,branch,weight,state'];
    for (let id = 0; id < 60; id += 1)
      for (const wave of [1, 2])
        rows.push(
          `${id},${wave},${id % 2 === 0 ? 'north' : 'south'},${1 + (id % 5) / 2},${(id * 7 + wave * (id % 4)) % 3}`,
        );
    return file('weighted.csv', rows);
  };
  test('the plain tests keep their statistic but no p-value; design-based ones take their place', async () => {
    const found = await ask(weighted(), '--id', 'id', '--weight', 'weight', '--by', 'branch');
    expect(found['stuartMaxwell']?.['pValue']).toBeNull();
    expect(found['stuartMaxwell']?.['reason']).toMatch(/designBased/);
    expect(found['designBased']?.['marginalHomogeneity']?.['pValue']).toBeGreaterThan(0);
    const groups = list(found['groups']);
    expect(groups.map((group) => group['group'])).toEqual(['north', 'south']);
    expect(groups.reduce((sum, group) => sum + Number(group['members']), 0)).toBe(60);
  });
  test('without ids: cross-sections only, with the reason', async () => {
    const found = await ask(weighted(), '--weight', 'weight');
    expect(found).toMatchObject({ mode: 'cross-section', table: null, kappa: null });
    expect(found['bowker']?.['reason']).toMatch(/not followed/);
    expect(list(found['netChange']).length).toBe(3);
    expect(found['crossSection']?.['test']?.['pValue']).toBeGreaterThan(0);
  });
});

describe('bad input', () => {
  const good = () => file('good.csv', published());
  test.each([
    [
      'an id twice in a wave',
      ['id,wave,state', 'a,1,x', 'a,1,y', 'a,2,x'],
      ['--id', 'id'],
      /DUPLICATE_ID: .*"a".*wave "1"/,
    ],
    [
      'a state outside --order',
      ['id,wave,state', 'a,1,x', 'a,2,z'],
      ['--id', 'id', '--order', 'x,y'],
      /UNKNOWN_CODE: .*"z".*--order \(x, y\)/,
    ],
    [
      'one wave',
      ['id,wave,state', 'a,1,x', 'b,1,y'],
      ['--id', 'id'],
      /NOT_COMPUTABLE: Expected at least two waves/,
    ],
    [
      'a wave that is not there',
      ['id,wave,state', 'a,1,x', 'a,2,y'],
      ['--id', 'id', '--from', '7'],
      /UNKNOWN_CODE: There is no wave "7"/,
    ],
    [
      'the same wave twice',
      ['id,wave,state', 'a,1,x', 'a,2,y'],
      ['--id', 'id', '--from', '2'],
      /INVALID_REQUEST: Expected two different waves/,
    ],
    ['a blank id', ['id,wave,state', 'a,1,x', ',2,y'], ['--id', 'id'], /line 3, column "id"/],
  ])('%s', async (name, lines, more, message) => {
    expect(await refused(file(`${name}.csv`, lines), ...more)).toMatch(message);
  });
  test('the output must not replace the input', async () => {
    const input = good();
    expect(await refused(input, '--id', 'id', '--output', input)).toMatch(/INVALID_REQUEST/);
  });
  test('one state, nobody moving, nobody in both: null and a reason, no crash', async () => {
    const one = await ask(
      file('one.csv', ['id,wave,state', 'a,1,x', 'a,2,x', 'b,1,x', 'b,2,x']),
      '--id',
      'id',
    );
    expect(one).toMatchObject({ kappa: null, bowker: { pValue: null, reason: 'Nobody changed state.' } });
    const none = await ask(
      file('none.csv', ['id,wave,state', 'a,1,x', 'b,2,y', 'c,1,y', 'd,2,y']),
      '--id',
      'id',
    );
    expect(none).toMatchObject({ mode: 'cross-section', reason: 'No person is in both waves.' });
  });
});
