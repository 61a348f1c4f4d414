import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import reference from '../../scoring/reference/weighting.json' with { type: 'json' };
import { buildCli, type BuiltCli } from './testing/build-cli.ts';

let cli: BuiltCli;
let folder = '';
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  cli = await buildCli();
  folder = mkdtempSync(join(tmpdir(), 'waymark-weight-'));
  const { data } = reference;
  const names = Object.keys(data) as (keyof typeof data)[];
  const rows = data.psu.map((_, row) => names.map((name) => data[name][row] ?? '').join(','));
  writeFileSync(at('sample.csv'), [names.join(','), ...rows].join('\n'));
  const margins = {
    sex: { man: 3700, woman: 4300 },
    age: { middle: 4100, old: 1500, young: 2400 },
    place: { rural: 4500, town: 3500 },
  };
  writeFileSync(at('margins.json'), JSON.stringify(margins));
  writeFileSync(at('pair.csv'), 'sex,age\nman,old\nwoman,young\n');
  writeFileSync(at('pair.json'), '{"sex": {"man": 5, "woman": 5}, "age": {"old": 2, "young": 8}}');
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await cli.remove();
});

const figure = z.object({ estimate: z.number(), standardError: z.number() });
const report = z.object({
  converged: z.literal(true),
  iterations: z.number().min(1),
  effectiveBase: z.number(),
  designEffect: z.number(),
  estimate: z.object({ mean: figure, total: figure, degreesOfFreedom: z.number() }),
});

const near = (found: number, expected: number, relative: number): void => {
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(relative * Math.abs(expected));
};

describe('waymark weight', () => {
  const raking = (): string[] => [
    ...['weight', '--input', at('sample.csv'), '--weight', 'weight', '--margins', at('margins.json')],
    ...['--strata', 'stratum', '--psu', 'psu', '--fpc', 'fpc'],
  ];

  test.each([
    ['calibrate(calfun = "raking")', [], reference.calibrated],
    ['rake', ['--residuals', 'equal'], reference.raked],
  ] as const)('weights, means and standard errors are those of %s', async (_, more, expected) => {
    const args = ['--output', at('out.csv'), '--estimate', 'loan', '--format', 'json', ...more];
    const { code, stdout, stderr } = await cli.run([...raking(), ...args]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const found = report.parse(JSON.parse(stdout));
    near(found.effectiveBase, expected.effectiveBase, 1e-8);
    near(found.designEffect, expected.designEffect, 1e-8);
    near(found.estimate.mean.estimate, expected.loan.estimate, 1e-8);
    near(found.estimate.mean.standardError, expected.loan.standardError, 1e-8);
    near(found.estimate.total.standardError, expected.loanTotal.standardError, 1e-8);
    expect(found.estimate.degreesOfFreedom).toBe(expected.degreesOfFreedom);
    const before = readFileSync(at('sample.csv'), 'utf8').split('\n');
    const after = readFileSync(at('out.csv'), 'utf8').trim().split('\r\n');
    expect(after[0]).toBe(`${before[0]!},rakedWeight`);
    expected.weights.forEach((weight, row) => {
      const line = after[row + 1]!;
      expect(line.slice(0, line.lastIndexOf(','))).toBe(before[row + 1]);
      near(Number(line.slice(line.lastIndexOf(',') + 1)), weight, 1e-8);
    });
  });

  test('shares of a word, with the interval inside 0 and 1', async () => {
    const { stdout } = await cli.run([...raking(), '--estimate', 'sex']);
    const { estimate } = JSON.parse(stdout) as {
      estimate: {
        categories: { category: string; proportion: { estimate: number; interval: [number, number] } }[];
      };
    };
    expect(estimate.categories.map(({ category }) => category)).toEqual(['man', 'woman']);
    near(estimate.categories[0]!.proportion.estimate, 3700 / 8000, 1e-9);
    // The margins fix it.
    near(estimate.categories[0]!.proportion.interval[0], 3700 / 8000, 1e-9);
  });

  test('weights that did not converge are not written, unless they are accepted', async () => {
    const args = [
      'weight',
      '--input',
      at('pair.csv'),
      '--margins',
      at('pair.json'),
      '--output',
      at('no.csv'),
    ];
    const refused = await cli.run(args);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(
      /^waymark: NOT_COMPUTABLE: The weights did not converge, so none were written/,
    );
    expect(JSON.parse(refused.stdout)).toMatchObject({ converged: false });
    expect(existsSync(at('no.csv'))).toBe(false);
    const accepted = await cli.run([...args, '--accept-unconverged']);
    expect(accepted.code).toBe(0);
    expect(readFileSync(at('no.csv'), 'utf8')).toMatch(/^sex,age,rakedWeight\r\nman,old,/);
  });

  test('never overwrites what it reads, and leaves nothing half written', async () => {
    for (const kept of ['sample.csv', 'margins.json']) {
      const before = readFileSync(at(kept));
      const { code, stderr } = await cli.run([...raking(), '--output', at(kept)]);
      expect([code, stderr.split(': ')[1]]).toEqual([2, 'INVALID_REQUEST']);
      expect(readFileSync(at(kept)).equals(before)).toBe(true);
    }
    writeFileSync(at('taken.csv'), 'sex,age,rakedWeight\nman,old,1\nwoman,young,1\n');
    writeFileSync(at('sex.json'), '{"sex": {"man": 5, "woman": 5}}');
    const { code } = await cli.run([
      ...['weight', '--input', at('taken.csv'), '--margins', at('sex.json'), '--output', at('new.csv')],
    ]);
    expect(code).toBe(2);
    expect(readdirSync(folder).filter((name) => name.includes('new') || name.includes('partial'))).toEqual(
      [],
    );
  });

  test.each([['0.5'], ['2,3'], ['0.5,0.9'], ['a,b'], ['-1,3'], ['0.3,3,4']])(
    'bounds %s are refused',
    async (bounds) => {
      const { code, stderr } = await cli.run([...raking(), '--trim', bounds]);
      expect([code, stderr.split(': ')[1]]).toEqual([2, 'INVALID_REQUEST']);
    },
  );
});
