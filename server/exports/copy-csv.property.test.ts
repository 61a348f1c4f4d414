import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv } from '../imports/read-csv.ts';
import { copyCsv } from './copy-csv.ts';

test('whatever stands in the cells is read back the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-copy-'));
  const [from, to] = [join(folder, 'in.csv'), join(folder, 'out.csv')];
  const cell = fc.string({
    unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', ' ', '=', "'", 'é', '-', '1'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), async (rows) => {
      const quoted = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','));
      writeFileSync(from, `p,q\n${quoted.join('\n')}\n`);
      const values = Float64Array.from(rows, (_, row) => row + 0.5);
      let copy = '';
      for await (const line of copyCsv(from, [{ name: 'rakedWeight', values }], rows.length)) copy += line;
      writeFileSync(to, copy);
      const found: string[][] = [];
      for await (const batch of readCsv(to)) found.push(...batch.rows.map(({ cells }) => [...cells]));
      expect(found).toEqual(rows.map((row, at) => [...row, String(at + 0.5)]));
    }),
  );
  rmSync(folder, { recursive: true });
});
