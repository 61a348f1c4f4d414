import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFilter } from './read-filter.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-filter-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('readFilter', () => {
  it.each([
    ['sector=trade', [{ column: 'sector', in: ['trade'] }]],
    [
      'sector = trade | food , own_phone!=no',
      [
        { column: 'sector', in: ['trade', 'food'] },
        { column: 'own_phone', notIn: ['no'] },
      ],
    ],
    [
      'loan>=100,loan<=5e3',
      [
        { column: 'loan', atLeast: 100 },
        { column: 'loan', atMost: 5000 },
      ],
    ],
  ])('reads %s', async (text, all) => {
    expect(await readFilter(text)).toEqual({ all });
  });

  it.each(['', 'sector', 'sector=', '=trade', 'sector=trade|', 'loan>=many', 'loan>5', 'a=b,,c=d'])(
    'refuses "%s", and shows the form',
    async (text) => {
      await expect(readFilter(text)).rejects.toMatchObject({
        code: 'INVALID_REQUEST',
        hint: expect.stringContaining('column=value') as string,
      });
    },
  );

  it('reads a file, and refuses one that holds something else', async () => {
    const path = join(folder, 'who.json');
    const filter = { any: [{ column: 'sector', in: ['trade'] }, { not: { column: 'loan', atLeast: 1 } }] };
    writeFileSync(path, JSON.stringify(filter));
    expect(await readFilter(path)).toEqual(filter);
    for (const wrong of ['{ "column": "loan" }', '{ "column": "a", "in": [] }', '{ "all": [] }', '[]', '{']) {
      writeFileSync(path, wrong);
      await expect(readFilter(path), wrong).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
    }
  });
});
