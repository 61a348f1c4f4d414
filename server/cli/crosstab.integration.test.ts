import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bannersSchema, crosstabSchema, type Crosstab } from '../../contracts/table.ts';
import { projectRoot } from '../project-root.ts';
import { useCli } from './testing/use-cli.ts';

const CLIENTS = join(projectRoot(), 'docs', 'examples', 'clients.csv');
const DESIGN = ['--weight', 'weight', '--strata', 'branch', '--psu', 'centre', '--fpc', 'centres'];

const cli = useCli();

const file = (...lines: readonly string[]): string => cli.file('file.csv', lines);
async function ask(...args: readonly string[]): Promise<unknown> {
  const { code, stdout, stderr } = await cli.run(['crosstab', ...args, '--format', 'json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}
const table = async (...args: readonly string[]): Promise<Crosstab> =>
  crosstabSchema.parse(await ask(...args));
const clients = (rows: string, columns: string, ...more: readonly string[]) =>
  ['--input', CLIENTS, '--rows', rows, '--columns', columns, ...more] as const;

describe('waymark crosstab', () => {
  test('has the keys of the contract', async () => {
    const found = (await ask(...clients('archetype', 'area', ...DESIGN))) as {
      readonly cells: readonly [object];
      readonly tests: object;
    };
    expect(Object.keys(found)).toEqual(expect.arrayContaining(['base', 'rows', 'columns', 'cells', 'tests']));
    expect(Object.keys(found.cells[0])).toEqual([
      ...['row', 'column', 'unweightedCount', 'weightedCount', 'columnProportion', 'rowProportion'],
      ...['totalProportion', 'standardError', 'interval', 'designEffect', 'adjustedResidual', 'higherThan'],
    ]);
    expect(Object.keys(found.tests)).toEqual(
      expect.arrayContaining(['pearson', 'raoScott', 'cramersV', 'cramersVBiasCorrected']),
    );
  });

  test('letters at two levels, every correction, and each comparison where asked', async () => {
    const args = clients('archetype', 'own_phone,area', '--letters-levels', '0.05,0.01', '--comparisons');
    const { banners } = bannersSchema.parse(await ask(...args));
    expect(banners.map(({ columns }) => columns.variable)).toEqual(['own_phone', 'area']);
    const [phones] = banners;
    const nascent = phones!.cells.filter(({ row }) => row === 'Nascent');
    expect(nascent.map(({ higherThan }) => higherThan)).toContainEqual(['B']);
    expect(phones!.columnTests).toMatchObject({ correction: 'bonferroni', levels: [0.05, 0.01] });
    expect(phones!.columnTests.comparisons!.length).toBeGreaterThan(0);
    for (const correction of ['none', 'holm', 'benjamini-hochberg'])
      expect(
        (await table(...clients('archetype', 'area', '--correction', correction))).columnTests.correction,
      ).toBe(correction);
  });

  test('a minimum base withholds, and says so', async () => {
    const found = await table(...clients('archetype', 'branch', '--minimum-base', '40', ...DESIGN));
    expect(found.suppression).toMatchObject({ minimumBase: 40 });
    expect(found.suppression!.secondary).toBeGreaterThan(0);
    const withheld = found.cells.filter(({ unweightedCount }) => unweightedCount === null);
    expect(withheld.length).toBe(found.suppression!.primary + found.suppression!.secondary);
    expect(
      withheld.every(({ reason, higherThan }) => reason!.startsWith('Withheld') && higherThan === null),
    ).toBe(true);
    expect(found.tests.pearson).toMatchObject({ statistic: null, pValue: null });
  });

  test('several answers, nested rows, an order, means; and a sheet for Excel', async () => {
    const worries = await table(
      ...clients('worries', 'area', '--instrument', 'msme-digital-maturity', ...DESIGN),
    );
    expect(worries.rows.multiple).toBe(true);
    expect(worries.tests.byRow!.length).toBe(worries.rows.categories.length);
    const nested = await table(...clients('area>sex', 'archetype'));
    expect(nested.rows.categories[0]!.code).toContain(' > ');
    const output = cli.at('table.csv');
    const args = clients(
      'archetype',
      'area',
      '--mean',
      'loan_balance,age',
      '--format',
      'csv',
      '--output',
      output,
    );
    expect(await cli.run(['crosstab', ...args])).toMatchObject({ code: 0, stdout: '' });
    const sheet = readFileSync(output, 'utf8');
    for (const line of [
      'Mean,loan_balance',
      'Significantly higher than',
      'Median,age',
      'Trend over the rows',
    ])
      expect(sheet).toContain(line);
  });
});

describe('bad input', () => {
  const refused = async (expected: string, ...args: readonly string[]): Promise<void> => {
    const { code, stdout, stderr } = await cli.run(['crosstab', ...args]);
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(new RegExp(`^waymark: ${expected}`)) as string,
    });
  };

  test('weights and designs that cannot be', async () => {
    const sides = ['--rows', 'r', '--columns', 'c'];
    const negative = file('r,c,w', 'a,x,1', 'b,y,-2');
    await refused('BAD_WEIGHT', '--input', negative, ...sides, '--weight', 'w');
    const zero = file('r,c,w', 'a,x,0', 'b,y,0');
    await refused('NOT_COMPUTABLE', '--input', zero, ...sides, '--weight', 'w');
    const infinite = file('r,c,w', 'a,x,1', 'b,y,Infinity');
    await refused('BAD_WEIGHT', '--input', infinite, ...sides, '--weight', 'w');
    const twice = file('r,c,s,p', 'a,x,1,1', 'b,y,2,1');
    await refused('BAD_DESIGN', '--input', twice, ...sides, '--strata', 's', '--psu', 'p');
    const small = file('r,c,f', 'a,x,2', 'b,y,2', 'b,x,2');
    await refused('BAD_DESIGN', '--input', small, ...sides, '--fpc', 'f');
    await refused('UNKNOWN_COLUMN', '--input', small, '--rows', 'r', '--columns', 'd');
    await refused('INVALID_REQUEST', '--input', small, ...sides, '--letters-levels', '0.05,0.05');
    await refused('INVALID_REQUEST', '--input', small, ...sides, '--minimum-base', '-1');
    await refused('BAD_NUMBER', '--input', small, ...sides, '--mean', 'c');
  });

  test('zero weights are left out and counted; one category, a constant and one respondent have reasons', async () => {
    const weighted = await table(
      ...['--input', file('r,c,w', 'a,x,0', 'a,x,2', 'b,y,1', 'a,y,1'), '--rows', 'r', '--columns', 'c'],
      ...['--weight', 'w'],
    );
    expect(weighted.base.unweighted).toBe(3);
    expect(weighted.excluded).toEqual([{ reason: 'w: no weight', count: 1 }]);
    const constant = await table(
      ...[
        '--input',
        file('r,c,v', 'a,x,4', 'a,y,4', 'a,y,4'),
        '--rows',
        'r',
        '--columns',
        'c',
        '--mean',
        'v',
      ],
    );
    expect(constant.tests.pearson.pValue).toBeNull();
    expect(constant.tests.pearson.reason).toContain('nothing to compare');
    expect(constant.columnTests.leftOut).toHaveLength(2);
    expect(constant.means?.[0]?.columns[1]?.reason).toBeTruthy();
    const alone = await table('--input', file('r,c', 'a,x'), '--rows', 'r', '--columns', 'c');
    expect(alone.cells[0]).toMatchObject({ unweightedCount: 1, standardError: null, interval: null });
    expect(alone.cells[0]!.reason).toBeTruthy();
    const blank = await table('--input', file('r,c', 'a,', ',x'), '--rows', 'r', '--columns', 'c');
    expect(blank.base.unweighted).toBe(0);
  });

  test('more categories than can be shown', async () => {
    const many = file('r,c', ...Array.from({ length: 300 }, (_, place) => `${place},${place}`));
    await refused(
      'NOT_COMPUTABLE: A table shows at most 10,000 cells',
      '--input',
      many,
      '--rows',
      'r',
      '--columns',
      'c',
    );
  });
});
