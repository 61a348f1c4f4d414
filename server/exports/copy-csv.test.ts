import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { copyCsv } from './copy-csv.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-copy-'));
  return () => {
    rmSync(folder, { recursive: true });
  };
});

const copied = async (text: string, values: readonly number[]): Promise<string> => {
  const path = join(folder, 'in.csv');
  writeFileSync(path, text);
  const added = [{ name: 'rakedWeight', values: Float64Array.from(values) }];
  let copy = '';
  for await (const line of copyCsv(path, added, values.length)) copy += line;
  return copy;
};

test('cells keep their text: formulas, zeros, spaces, quotes; no value is a blank', async () => {
  const text = 'id;note;n\n007;=1+1;1.50\n  x ;"a;b";-5\n"say ""hi""";@me;+3\n';
  expect(await copied(text, [1.25, Number.NaN, 1e-7])).toBe(
    'id,note,n,rakedWeight\r\n007,=1+1,1.50,1.25\r\n  x ,"a;b",-5,\r\n"say ""hi""",@me,+3,1e-7\r\n',
  );
});

test('a column of the same name, and a file that changed meanwhile, are refused', async () => {
  await expect(copied('rakedWeight\n1\n', [1])).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  await expect(copied('a\n1\n2\n', [1])).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  await expect(copied('a\n1\n', [1, 2])).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
});
