import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bannersSchema, crosstabSchema } from '../../contracts/table.ts';
import { latestVersion, loadCodebook } from '../../instruments/registry.ts';
import { createDesign } from '../../scoring/design/create-design.ts';
import { tabulateCsv, type TabulateCsvRequest } from './tabulate-csv.ts';

type Asked = Pick<TabulateCsvRequest, 'rows' | 'columns' | 'codebook'> & Partial<TabulateCsvRequest>;

/** A table of the file, weighted by a column or not. */
const tabulate = (request: Asked, weight?: string) =>
  tabulateCsv({
    path,
    ...(weight !== undefined && { needs: { weight } }),
    design: ({ size, weights }) => ({
      design: createDesign({ size, ...(weights !== null && { weights }) }),
      excluded: [{ reason: `${weight}: no weight`, count: 0 }],
    }),
    ...request,
  });
const table = async (request: Asked, weight?: string) =>
  crosstabSchema.parse(await tabulate(request, weight));

let path = '';
beforeAll(() => {
  path = join(mkdtempSync(join(tmpdir(), 'waymark-table-')), 'file.csv');
});
afterAll(() => {
  rmSync(join(path, '..'), { recursive: true });
});
const write = (...rows: string[]): void => {
  writeFileSync(path, ['g,archetype,own_phone,w', ...rows].join('\n'));
};

test('any file: numbers by size, archetypes on their scale, who is left out counted once', async () => {
  write(
    '10,Emerger,yes,2',
    '9,Nascent,no,1',
    ' 9 ,Enabled,yes,0.5',
    ',Nascent,no,1',
    ',,no,1',
    '9,Nascent,no,',
    '9,Nascent,no,0',
  );
  const found = await table({ rows: 'archetype', columns: 'g', codebook: null }, 'w');
  expect(found.rows.categories.map(({ code }) => code)).toEqual(['Nascent', 'Emerger', 'Enabled']);
  expect(found.columns.categories.map(({ code }) => code)).toEqual(['9', '10']);
  expect(found.cells.map(({ weightedCount }) => weightedCount)).toEqual([1, 0, 0, 2, 0.5, 0]);
  expect(found.excluded).toEqual([
    { reason: 'g: blank', count: 1 },
    { reason: 'archetype: blank', count: 1 },
    { reason: 'w: no weight', count: 2 },
  ]);
});

test('with a codebook: its labels, its order, every category, and missing codes left out by reason', async () => {
  const name = 'msme-digital-maturity';
  const codebook = await loadCodebook(name, latestVersion(name));
  write('a,Nascent,no,1', 'b,Nascent,dontknow,1', 'b,Nascent,refused,1', 'b,Nascent,,1');
  const found = await table({ rows: 'own_phone', columns: 'g', codebook });
  expect(found.rows.categories).toEqual([
    { code: 'yes', label: 'Yes' },
    { code: 'no', label: 'No' },
  ]);
  expect(found.base.unweighted).toBe(1);
  expect(found.excluded.map(({ reason, count }) => [reason.replace(/^.*: /, ''), count])).toEqual([
    ["don't know", 1],
    ['refused', 1],
    ['blank', 1],
  ]);
  write('a,Nascent,perhaps,1');
  await expect(tabulate({ rows: 'own_phone', columns: 'g', codebook })).rejects.toMatchObject({
    code: 'UNKNOWN_CODE',
  });
});

test('names near to an unknown column, and a weight that is none', async () => {
  write('a,Nascent,no,heavy');
  await expect(tabulate({ rows: 'archtype', columns: 'g', codebook: null })).rejects.toMatchObject({
    code: 'UNKNOWN_COLUMN',
    hint: 'Did you mean "archetype"?',
  });
  await expect(tabulate({ rows: 'archetype', columns: 'g', codebook: null }, 'w')).rejects.toMatchObject({
    code: 'BAD_WEIGHT',
    message: expect.stringContaining('line 2, column "w"') as string,
  });
});

test('a question with several answers: bases are respondents, and each answer has its own test', async () => {
  write('1,cost reading,no,1', '1,cost,no,1', '2,reading,no,1', '2,reading  cost reading,no,1', '2,,no,1');
  const found = await table({ rows: 'archetype', columns: 'g', codebook: null, several: ['archetype'] });
  expect(found.rows).toMatchObject({
    multiple: true,
    categories: [
      { code: 'cost', label: 'cost' },
      { code: 'reading', label: 'reading' },
    ],
  });
  expect(found.cells.map(({ unweightedCount }) => unweightedCount)).toEqual([2, 1, 1, 2]);
  expect(found.cells.map(({ columnProportion }) => columnProportion)).toEqual([1, 0.5, 0.5, 1]);
  expect(found.columnBases.map(({ unweighted }) => unweighted)).toEqual([2, 2]);
  expect(found.base.unweighted).toBe(4);
  expect(found.tests.pearson.reason).toContain('several rows');
  expect(found.tests.byRow?.map(({ row, pearson }) => [row, pearson.degreesOfFreedom])).toEqual([
    ['cost', 1],
    ['reading', 1],
  ]);
  const turned = await table({ rows: 'g', columns: 'archetype', codebook: null, several: ['archetype'] });
  expect(turned.columnBases.map(({ unweighted }) => unweighted)).toEqual([3, 3]);
  expect(turned.columnTests.method).toContain('covariance');
  const codebook = await loadCodebook('msme-digital-maturity', latestVersion('msme-digital-maturity'));
  writeFileSync(path, ['g,worries', '1,cost fraud', '1,dontknow', '2,', '2,none', '2,cost'].join('\n'));
  const worries = await table({ rows: 'worries', columns: 'g', codebook });
  expect(worries.cells.filter(({ row }) => row === 'cost').map((cell) => cell.columnProportion)).toEqual([
    1, 0.5,
  ]);
  expect(worries.excluded).toHaveLength(2);
});

test('nested rows, a banner, an order of the rows, means, and a name with a comma', async () => {
  writeFileSync(
    path,
    ['a,b,"x,y",v', '1,p,m,3', '1,q,m,5', '2,p,n,', '2,q,n,8', '2,q,m,8', '1,p,n,1'].join('\n'),
  );
  const nested = await table({ rows: 'a>b', columns: 'x,y', codebook: null });
  expect(nested.rows.categories.map(({ code }) => code)).toEqual(['1 > p', '1 > q', '2 > p', '2 > q']);
  expect(nested.cells.map(({ unweightedCount }) => unweightedCount)).toEqual([1, 1, 1, 0, 0, 1, 1, 1]);
  const banner = await tabulate({ rows: 'a', columns: 'b,x,y', codebook: null }).catch(
    (error: unknown) => error,
  );
  expect(banner).toMatchObject({ code: 'UNKNOWN_COLUMN' });
  const { banners } = bannersSchema.parse(
    await tabulate({ rows: 'a', columns: 'b,v', codebook: null, order: ['2', '1'], means: ['v'] }),
  );
  expect(banners.map(({ columns }) => columns.variable)).toEqual(['b', 'v']);
  expect(banners[0]!.rows).toMatchObject({ ordered: true, categories: [{ code: '2' }, { code: '1' }] });
  expect(banners[0]!.tests.trend?.columns.map(({ column }) => column)).toEqual(['p', 'q']);
  expect(banners[0]!.means?.[0]?.columns.map(({ mean, unweightedCount }) => [mean, unweightedCount])).toEqual(
    [
      [2, 2],
      [7, 3],
    ],
  );
  await expect(tabulate({ rows: 'a', columns: 'b', codebook: null, order: ['2'] })).rejects.toMatchObject({
    code: 'UNKNOWN_CODE',
  });
  await expect(tabulate({ rows: 'a', columns: 'b,,v', codebook: null })).rejects.toMatchObject({
    code: 'INVALID_REQUEST',
  });
});

test('more categories than a table shows', async () => {
  write(...Array.from({ length: 2001 }, (_, line) => `${line},${line % 60},no,1`));
  await expect(tabulate({ rows: 'archetype', columns: 'g', codebook: null })).rejects.toMatchObject({
    code: 'NOT_COMPUTABLE',
    message: 'A table shows at most 2,000 columns; "archetype" has 60 categories, "g" 2,001 categories.',
  });
  await expect(tabulate({ rows: 'g', columns: 'archetype', codebook: null })).rejects.toMatchObject({
    message: expect.stringContaining('at most 10,000 cells') as string,
  });
  // Every branch of a large institution, but not each against each.
  write(...Array.from({ length: 3000 }, (_, line) => `${line % 500},${line % 3},no,1`));
  const branches = await table({ rows: 'archetype', columns: 'g', codebook: null });
  expect(branches.columnTests.reason).toContain('not compared');
  expect(branches.cells[0]).toMatchObject({ higherThan: null, columnProportion: 1 / 3 });
});

test('a banner is refused whose tables give away what the minimum base withholds', async () => {
  const people = (group: string, phone: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${group},${at % 2 === 0 ? 'Nascent' : 'Enabled'},${phone},1`);
  write(
    ...people('1', 'yes', 40),
    ...people('1', 'no', 6),
    ...people('2', 'yes', 30),
    ...people('2', 'no', 30),
  );
  const request = { rows: 'archetype', columns: 'g,g>own_phone', codebook: null };
  await expect(tabulate({ ...request, options: { minimumBase: 20 } })).rejects.toMatchObject({
    code: 'INVALID_REQUEST',
    message: expect.stringContaining('"g" and "g>own_phone"') as string,
  });
  expect(bannersSchema.parse(await tabulate(request)).banners).toHaveLength(2);
});
