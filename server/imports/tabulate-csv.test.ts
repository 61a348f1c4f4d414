import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { crosstabSchema } from '../../contracts/table.ts';
import { latestVersion, loadCodebook } from '../../instruments/registry.ts';
import { tabulateCsv } from './tabulate-csv.ts';

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
  const table = crosstabSchema.parse(
    await tabulateCsv({ path, rows: 'archetype', columns: 'g', weight: 'w', codebook: null }),
  );
  expect(table.rows.categories.map(({ code }) => code)).toEqual(['Nascent', 'Emerger', 'Enabled']);
  expect(table.columns.categories.map(({ code }) => code)).toEqual(['9', '10']);
  expect(table.cells.map(({ weightedCount }) => weightedCount)).toEqual([1, 0, 0, 2, 0.5, 0]);
  expect(table.excluded).toEqual([
    { reason: 'g: blank', count: 1 },
    { reason: 'archetype: blank', count: 1 },
    { reason: 'w: no weight', count: 2 },
  ]);
});

test('with a codebook: its labels, its order, every category, and missing codes left out by reason', async () => {
  const name = 'msme-digital-maturity';
  const codebook = await loadCodebook(name, latestVersion(name));
  write('a,Nascent,no,1', 'b,Nascent,dontknow,1', 'b,Nascent,refused,1', 'b,Nascent,,1');
  const table = await tabulateCsv({ path, rows: 'own_phone', columns: 'g', codebook });
  expect(table.rows.categories).toEqual([
    { code: 'yes', label: 'Yes' },
    { code: 'no', label: 'No' },
  ]);
  expect(table.base.unweighted).toBe(1);
  expect(table.excluded.map(({ reason, count }) => [reason.replace(/^.*: /, ''), count])).toEqual([
    ["don't know", 1],
    ['refused', 1],
    ['blank', 1],
  ]);
  write('a,Nascent,perhaps,1');
  await expect(tabulateCsv({ path, rows: 'own_phone', columns: 'g', codebook })).rejects.toMatchObject({
    code: 'UNKNOWN_CODE',
  });
  await expect(tabulateCsv({ path, rows: 'worries', columns: 'g', codebook })).rejects.toMatchObject({
    code: 'NOT_COMPUTABLE',
  });
});

test('names near to an unknown column, and a weight that is none', async () => {
  write('a,Nascent,no,heavy');
  await expect(tabulateCsv({ path, rows: 'archtype', columns: 'g', codebook: null })).rejects.toMatchObject({
    code: 'UNKNOWN_COLUMN',
    hint: 'Did you mean "archetype"?',
  });
  await expect(
    tabulateCsv({ path, rows: 'archetype', columns: 'g', weight: 'w', codebook: null }),
  ).rejects.toMatchObject({
    code: 'BAD_WEIGHT',
    message: expect.stringContaining('line 2, column "w"') as string,
  });
});
