import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Codebook } from '../../contracts/codebook.ts';
import { latestVersion, loadCodebook } from '../../instruments/registry.ts';
import { MISSING_CATEGORY } from '../../scoring/tabulate/tabulate.ts';
import { readColumns } from './read-columns.ts';

const folder = mkdtempSync(join(tmpdir(), 'waymark-columns-'));
const path = join(folder, 'file.csv');
const write = (...lines: string[]): void => writeFileSync(path, lines.join('\n'));
let codebook: Codebook;
beforeAll(async () => {
  const name = 'msme-digital-maturity';
  codebook = await loadCodebook(name, latestVersion(name));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('columns of any file', () => {
  it('have their categories sorted, numbers by size before words, blanks missing and counted', async () => {
    write('size,area', '10,north', '9,', ' 9 ,south', 'other,north', '"9","north"');
    const columns = await readColumns({ path, codebook: null, coded: ['size', 'area'] });
    expect(columns.size).toBe(5);
    const size = columns.coded('size');
    expect(size.axis.categories.map(({ code }) => code)).toEqual(['9', '10', 'other']);
    expect([...size.indices]).toEqual([1, 0, 0, 2, 0]);
    expect(size.missing).toEqual([]);
    const area = columns.coded('area');
    expect([...area.indices]).toEqual([0, MISSING_CATEGORY, 1, 0, 0]);
    expect(area.missing).toEqual([{ reason: 'area: blank', count: 1 }]);
    expect(columns.weights).toBeNull();
  });

  it('have archetypes on their scale', async () => {
    write('a', 'Enabled', 'Nascent', 'Emerger');
    const { indices, axis } = (await readColumns({ path, codebook: null, coded: ['a'] })).coded('a');
    expect(axis.categories.map(({ code }) => code)).toEqual(['Nascent', 'Emerger', 'Enabled']);
    expect([...indices]).toEqual([2, 0, 1]);
  });

  it('hold numbers, NaN where blank or NA; weights, 0 where there is none; keys in order of appearance', async () => {
    write('x;w;psu', '1.5;2;b', ' -2e1 ;;a', 'NA;NA;b', ';0;c', '.5;0.25; a ');
    const columns = await readColumns({ path, codebook: null, numeric: ['x'], keys: ['psu'], weight: 'w' });
    expect([...columns.numeric('x')]).toEqual([1.5, -20, NaN, NaN, 0.5]);
    expect([...columns.weights!]).toEqual([2, 0, 0, 0, 0.25]);
    expect([...columns.keys('psu').indices]).toEqual([0, 1, 0, 2, 1]);
    expect(columns.keys('psu').names).toEqual(['b', 'a', 'c']);
  });

  it('may be read in several ways at once, and keep every row of a file larger than one piece', async () => {
    const count = 60_000;
    write('n', ...Array.from({ length: count }, (_, row) => String(row % 7)));
    const columns = await readColumns({ path, codebook: null, coded: ['n'], numeric: ['n'], keys: ['n'] });
    expect(columns.size).toBe(count);
    const expected = Array.from({ length: count }, (_, row) => row % 7);
    expect([...columns.coded('n').indices]).toEqual(expected);
    expect([...columns.numeric('n')]).toEqual(expected);
    expect([...columns.keys('n').indices]).toEqual(expected);
  });
});

describe('columns of a codebook', () => {
  it('have its order, its labels, every category, and the reason why someone is missing', async () => {
    write('id,own_phone', '1,no', '2,dontknow', '3,refused', '4,', '5,no', '6,unanswered');
    const phone = (await readColumns({ path, codebook, coded: ['own_phone'] })).coded('own_phone');
    expect(phone.axis.categories).toEqual([
      { code: 'yes', label: 'Yes' },
      { code: 'no', label: 'No' },
    ]);
    expect([...phone.indices]).toEqual([1, ...Array<number>(3).fill(MISSING_CATEGORY), 1, MISSING_CATEGORY]);
    expect(phone.missing.map(({ reason, count }) => [reason.replace(/^.*: /, ''), count])).toEqual([
      ["don't know", 1],
      ['refused', 1],
      ['blank', 2],
    ]);
  });

  it('leave out the missing codes of a number', async () => {
    const number = codebook.variables.find(({ type }) => type === 'number')!;
    const withMissing: Codebook = {
      ...codebook,
      variables: [{ ...number, name: 'years', missing: { '99': 'dontKnow' } }],
    };
    write('years', '3', '99', 'NA', ' ', '99');
    const coded = await readColumns({ path, codebook: withMissing, numeric: ['years'] });
    expect([...coded.numeric('years')]).toEqual([3, NaN, NaN, NaN, NaN]);
    expect(coded.absent('years')).toEqual([
      { reason: "don't know", count: 2 },
      { reason: 'NA', count: 1 },
      { reason: 'blank', count: 1 },
    ]);
    const plain = await readColumns({ path, codebook: null, numeric: ['years'] });
    expect([...plain.numeric('years')]).toEqual([3, 99, NaN, NaN, 99]);
  });

  it('refuse a code it does not know', async () => {
    write('own_phone', 'yes', 'perhaps');
    await expect(readColumns({ path, codebook, coded: ['own_phone'] })).rejects.toMatchObject({
      code: 'UNKNOWN_CODE',
      message: expect.stringContaining('line 3, column "own_phone"') as string,
    });
  });
});

describe('what is refused, with line and column', () => {
  const rejects = async (request: object, code: string, message: string): Promise<void> =>
    expect(readColumns({ path, codebook: null, ...request })).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message) as string,
    });

  it.each(['two', '1,5', '0x10', 'Infinity', '1e999'])('a number that is none: %s', async (cell) => {
    write('x;y', '1;1', `${cell};1`);
    await rejects({ numeric: ['x'] }, 'BAD_NUMBER', `line 3, column "x"`);
  });

  it.each(['1e121', '-1e300'])('a number too large to be squared: %s', async (cell) => {
    write('x;y', '1e120;1', `${cell};1`);
    await rejects({ numeric: ['x'] }, 'BAD_NUMBER', `line 3, column "x"`);
  });

  it.each(['-1', '-0', 'heavy', '1e10', 'NaN'])('a weight that is none: %s', async (cell) => {
    write('x;w', '1;1', `1;${cell}`);
    await rejects({ weight: 'w' }, 'BAD_WEIGHT', `line 3, column "w"`);
  });

  it('a blank key, a column that is not there, and one that was not asked for', async () => {
    write('psu,w', 'a,1', ' ,1');
    await rejects({ keys: ['psu'] }, 'BAD_DESIGN', 'line 3, column "psu"');
    await rejects({ numeric: ['psus'] }, 'UNKNOWN_COLUMN', '"psus"');
    const columns = await readColumns({ path, codebook: null, weight: 'w' });
    expect(() => columns.numeric('w')).toThrow('was not asked for');
  });
});
