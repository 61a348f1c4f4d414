import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { useCli } from './testing/use-cli.ts';

const cli = useCli();

/** A key of any depth; what stands there is compared, not trusted. */
interface Json {
  readonly [key: string]: Json;
}

const list = (value: Json | undefined): readonly Json[] => value as unknown as readonly Json[];

const { file } = cli;

async function ask(...args: readonly string[]): Promise<Json> {
  const { code, stdout, stderr } = await cli.run(['experiment', ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Json;
}

async function refused(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await cli.run(['experiment', ...args]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  return stderr;
}

const block = (arm: string, yes: number, n: number, rest = ''): string[] =>
  Array.from({ length: n }, (_, one) => `${arm},${one < yes ? 'yes' : 'no'}${rest}`);

describe('comparing arms', () => {
  const two = () => file('two.csv', ['arm,y', ...block('control', 70, 210), ...block('letter', 45, 200)]);
  const base = (input: string, ...more: readonly string[]) => [
    ...['--input', input, '--arm', 'arm', '--control', 'control', '--outcome', 'y', ...more],
  ];

  test('the published comparison', async () => {
    const found = await ask(...base(two()));
    const letter = list(found['arms'])[1];
    expect(letter).toMatchObject({ arm: 'letter', n: 200, rate: 0.225 });
    expect(letter?.['statistic']).toBeCloseTo(-2.440724, 6);
    expect(letter?.['pValue']).toBeCloseTo(0.0146578, 7);
    expect(letter?.['interval']?.[0]).toBeCloseTo(-0.19444, 5);
    expect(letter?.['interval']?.[1]).toBeCloseTo(-0.02223, 5);
    expect(found['interaction']).toMatchObject({ statistic: null, reason: 'No segments were named.' });
  });

  test('several outcomes, numbers among them, blanks counted', async () => {
    const rows = Array.from(
      { length: 60 },
      (_, one) =>
        `${one % 2 === 0 ? 'control' : 'story'},${one % 3 === 0 ? 1 : 0},${one % 7 === 0 ? '' : 10 + (one % 11)}`,
    );
    const input = file('several.csv', ['arm,y,amount', ...rows]);
    const found = await ask(
      ...['--input', input, '--arm', 'arm', '--control', 'control', '--outcome', 'y,amount'],
    );
    const outcomes = list(found['outcomes']);
    expect(outcomes.map((one) => [one['outcome'], one['measure']])).toEqual([
      ['y', 'share'],
      ['amount', 'mean'],
    ]);
    expect(outcomes[1]?.['missingOutcomes']?.['count']).toBe(9);
    expect(found['arms']).toEqual(outcomes[0]?.['arms']);
  });

  test('clusters: design-based, and no wider knowledge than the clusters give', async () => {
    const rows = Array.from(
      { length: 120 },
      (_, one) =>
        `${one < 60 ? 'control' : 'story'},${(one * 13) % 10 < (one % 6) + 1 ? 1 : 0},village-${Math.floor(one / 10)}`,
    );
    const input = file('villages.csv', ['arm,y,village', ...rows]);
    const plain = await ask(...base(input));
    const clustered = await ask(...base(input, '--psu', 'village'));
    const arm = list(clustered['arms'])[1];
    expect(arm?.['degreesOfFreedom']).toBe(11);
    expect(arm?.['difference']).toBeCloseTo(Number(list(plain['arms'])[1]?.['difference']), 12);
    expect(arm?.['newcombeInterval']).toBeNull();
  });

  test('an uneven split raises the alarm in words', async () => {
    const input = file('uneven.csv', ['arm,y', ...block('control', 50, 5200), ...block('letter', 50, 4800)]);
    const found = await ask(...base(input));
    expect(found['sampleRatio']?.['pValue']).toBeCloseTo(6.334e-5, 8);
    expect(found['sampleRatio']).toMatchObject({ alarm: true });
    expect(list(found['notes'])[0]).toMatch(/do not fit the planned ratio/);
    const planned = await ask(...base(input, '--ratio', '13:12'));
    expect(planned['sampleRatio']).toMatchObject({ alarm: false, pValue: 1 });
  });

  test.each([
    [
      'a control that is not there',
      ['arm,y', 'control,yes', 'b,no'],
      ['--control', 'contrl'],
      /UNKNOWN_CODE: .*"contrl"[\s\S]*Did you mean "control"/,
    ],
    ['only the control', ['arm,y', 'control,yes', 'control,no'], [], /NOT_COMPUTABLE: .*only the control/],
    [
      'an outcome in words',
      ['arm,y', 'control,paid', 'b,late'],
      [],
      /INVALID_REQUEST: .*"paid", "late"|INVALID_REQUEST: .*"late", "paid"/,
    ],
    [
      'a success that never happens',
      ['arm,y', 'control,paid', 'b,late'],
      ['--success', 'pad'],
      /UNKNOWN_CODE: .*"pad"[\s\S]*Did you mean "paid"/,
    ],
    [
      'a ratio of too few parts',
      ['arm,y', 'control,1', 'b,0', 'c,1'],
      ['--ratio', '1:1'],
      /INVALID_REQUEST: Expected a ratio of 3 parts, for control, b, c/,
    ],
    ['an unknown column', ['arm,z', 'control,1', 'b,0'], [], /UNKNOWN_COLUMN/],
  ])('%s', async (name, lines, more, message) => {
    const input = file(`${name}.csv`, lines);
    expect(await refused(...base(input), ...more)).toMatch(message);
  });

  test.each(['0x10', '1e300', 'Infinity'])('a cell that is no number is named: %s', async (cell) => {
    const input = file('cell.csv', ['arm,y', 'control,1.5', `control,${cell}`, 'b,2', 'b,3']);
    expect(await refused(...base(input))).toContain(`found "${cell}".`);
  });

  test('--success counts the others as no, blanks and refusals as not known', async () => {
    const input = file('success.csv', [
      'arm,y',
      ...['control,paid', 'control,late', 'b,paid', 'b,promised', 'b,refused', 'b,'],
    ]);
    const found = await ask(...base(input, '--success', 'paid,promised'));
    const [control, b] = list(found['arms']);
    expect(control).toMatchObject({ n: 2, missing: 0, rate: 0.5 });
    expect(b).toMatchObject({ n: 2, missing: 2, rate: 1 });
  });
});

describe('power', () => {
  test('size, power and detectable effect', async () => {
    const size = await ask('power', '--baseline', '.10', '--effect', '.03');
    expect(size['perArm']).toBeCloseTo(1773.976, 3);
    const power = await ask('power', '--baseline', '0.1', '--to', '0.13', '--per-arm', '1774');
    expect(power['power']).toBeCloseTo(0.8, 4);
    const effect = await ask('power', '--baseline', '0.1', '--per-arm', '1774');
    expect(effect['effect']).toBeCloseTo(0.03, 5);
    const fall = await ask('power', '--baseline', '0.1', '--per-arm', '1774', '--decrease');
    expect(fall['effect']).toBeLessThan(0);
    const means = await ask('power', '--effect', '0.5', '--sd', '1', '--power', '0.9');
    expect(means['perArm']).toBeCloseTo(85.03128, 4);
  });
  test.each([
    ['nothing to go by', ['--baseline', '0.1'], /Expected --effect, --to or --per-arm/],
    ['both effect and to', ['--baseline', '0.1', '--effect', '0.1', '--to', '0.2'], /but both were given/],
    ['percent for a share', ['--baseline', '10', '--effect', '3'], /Expected shares from 0 to 1/],
    ['no baseline', ['--effect', '0.1'], /--baseline/],
    ['a word', ['--baseline', 'ten', '--effect', '0.1'], /INVALID_REQUEST/],
  ])('%s', async (_name, args, message) => {
    expect(await refused('power', ...args)).toMatch(message);
  });
  test('too few people for any difference: null with a reason', async () => {
    const found = await ask('power', '--baseline', '0.5', '--per-arm', '2');
    expect(found).toMatchObject({ target: null, effect: null });
    expect(found['reason']).toMatch(/so few people/);
  });
});

describe('assignment', () => {
  const people = Array.from(
    { length: 25 },
    (_, one) => `c${one},${one % 4 === 0 ? 'x' : 'y'},"a, ""b""",+591700${one}`,
  );
  const header = 'id,branch,note,phone';
  const assign = (input: string, output: string, ...more: readonly string[]) => [
    ...['assign', '--input', input, '--id', 'id', '--arms', 'control,story', '--seed', '7'],
    ...['--stratify', 'branch', '--output', output, ...more],
  ];

  test('the same seed gives the same arms whatever the order of rows; columns stay as they are', async () => {
    const [one, other] = [cli.at('one.csv'), cli.at('other.csv')];
    const input = file('people.csv', [header, ...people]);
    const found = await ask(...assign(input, one));
    await ask(...assign(file('turned.csv', [header, ...people.toReversed()]), other));
    const rows = (path: string): string[] => readFileSync(path, 'utf8').trim().split('\r\n');
    expect(rows(one).slice(1).toSorted()).toEqual(rows(other).slice(1).toSorted());
    expect(rows(one)[0]).toMatch(/id,branch,note,phone,arm$/);
    rows(one)
      .slice(1)
      .forEach((row, place) => expect(row.replace(/,(control|story)$/, '')).toBe(people[place]));
    expect(found['strata']).toEqual([
      { stratum: { branch: 'x' }, n: 7, arms: expect.anything() as unknown },
      { stratum: { branch: 'y' }, n: 18, arms: { control: 9, story: 9 } },
    ]);
    const again = cli.at('again.csv');
    await ask(...assign(input, again));
    expect(readFileSync(again)).toEqual(readFileSync(one));
  });

  test.each([
    [
      'an id twice',
      [header, 'a,x,,', 'b,x,,', 'a,y,,'],
      [],
      /DUPLICATE_ID: .*line 4, column "id": "a" is on line 2/,
    ],
    ['a blank id', [header, 'a,x,,', ',x,,'], [], /MISSING_ID: .*line 3/],
    ['an arm column', ['id,branch,arm', 'a,x,control'], [], /there is a column "arm" already/],
    ['a ratio that does not fit', [header, 'a,x,,'], ['--ratio', '1:1:1'], /Expected a ratio of 2 parts/],
    ['one arm', [header, 'a,x,,'], ['--arms', 'story'], /Expected at least two arms/],
  ])('%s is refused and nothing is written', async (name, lines, more, message) => {
    const output = cli.at(`${name}-out.csv`);
    expect(await refused(...assign(file(`${name}.csv`, lines), output, ...more))).toMatch(message);
    expect(existsSync(output)).toBe(false);
  });
  test('a seed must be given', async () => {
    expect(await refused('assign', '--input', 'a', '--id', 'id', '--arms', 'a,b', '--output', 'o')).toMatch(
      /--seed/,
    );
  });
});
