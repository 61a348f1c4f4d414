import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCsv } from './read-csv.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-csv-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function read(
  content: string | Buffer,
): Promise<{ header: readonly string[]; rows: [number, ...string[]][] }> {
  const path = join(folder, 'file.csv');
  writeFileSync(path, content);
  const rows: [number, ...string[]][] = [];
  let header: readonly string[] = [];
  for await (const batch of readCsv(path)) {
    header = batch.header;
    for (const { line, cells } of batch.rows) rows.push([line, ...cells]);
  }
  return { header, rows };
}

describe('what is read', () => {
  const expected = {
    header: ['a', 'b'],
    rows: [
      [2, '1', 'é'],
      [3, '2', ''],
    ],
  };
  test.each([
    ['line feeds', 'a,b\n1,é\n2,\n'],
    ['CRLF and a byte-order mark', '\uFEFFa,b\r\n1,é\r\n2,\r\n'],
    ['old Mac line ends', 'a,b\r1,é\r2,\r'],
    ['no line end after the last row', 'a,b\n1,é\n2,'],
    ['blank lines at the end', 'a,b\n1,é\n2,\n\n\r\n'],
    ['semicolons', 'a;b\n1;é\n2;\n'],
    ['tabs', 'a\tb\n1\té\n2\t\n'],
    ['quotes and spaces around names', '"a", b \n"1","é"\n2,""\n'],
  ])('%s', async (_name, content) => {
    expect(await read(content)).toEqual(expected);
  });

  test('quoted separators, quotes and line ends, with the right line numbers after them', async () => {
    const { rows } = await read('a,b\n"x,1","say ""hi"""\n"two\r\nlines",y\nz,"w"\n');
    expect(rows).toEqual([
      [2, 'x,1', 'say "hi"'],
      [3, 'two\nlines', 'y'],
      [5, 'z', 'w'],
    ]);
  });

  test('a separator in a quoted name does not mislead', async () => {
    expect((await read('"a;b;c",d\n1,2\n')).header).toEqual(['a;b;c', 'd']);
  });

  test('rows, characters and CRLFs that pieces of the file cut through', async () => {
    const texts = Array.from({ length: 60_000 }, (_, index) => `€${'ñ'.repeat(index % 7)}${index}`);
    const { rows } = await read(`a,b\r\n${texts.map((text) => `"${text}",x`).join('\r\n')}\r\n`);
    expect(rows.map(([, text]) => text)).toEqual(texts);
    expect(rows.at(-1)?.[0]).toBe(60_001);
  });
});

describe('what is refused, with its place', () => {
  test.each([
    ['an empty file', '', 'CSV_EMPTY', /the file is empty/],
    ['a header alone', 'a,b\n', 'CSV_EMPTY', /only the header/],
    ['a missing cell', 'a,b\n1,2\n3\n', 'CSV_RAGGED', /line 3: expected 2 cells.*found 1/],
    ['an extra cell', 'a,b\n1,2,3\n', 'CSV_RAGGED', /line 2: expected 2 cells.*found 3/],
    ['a blank line amid the rows', 'a,b\n1,2\n\n3,4\n', 'CSV_RAGGED', /line 3: .*blank/],
    ['a column without a name', 'a,\n1,2\n', 'CSV_HEADER', /column 2 of 2/],
    ['a name that stands twice', 'a,b,a\n1,2,3\n', 'CSV_HEADER', /"a" stands twice, at columns 1 and 3/],
    ['a quote that is never closed', 'a,b\n1,2\n3,"4\n5,6\n', 'CSV_UNREADABLE', /line 3: .*double quote/],
    ['a quote amid a quoted cell', 'a,b\n1,"2"3"\n4,5\n', 'CSV_UNREADABLE', /line 2: .*double quote/],
    ['UTF-16', Buffer.from('\uFEFFa,b\n1,2\n', 'utf16le'), 'CSV_ENCODING', /UTF-16/],
    [
      'UTF-16 without a mark',
      Buffer.from('a,b\n1,2\n', 'utf16le'),
      'CSV_ENCODING',
      /line 1: .*NUL.*byte 2 of/,
    ],
    ['Latin-1', Buffer.from('a,b\n1,caf\xe9\n2,3\n', 'latin1'), 'CSV_ENCODING', /line 2: .*0xe9.*byte 10 of/],
    [
      'a character cut off by the end',
      Buffer.from([0x61, 0x0a, 0xe2, 0x82]),
      'CSV_ENCODING',
      /line 2: .*0xe2.*byte 3 of/,
    ],
  ])('%s', async (_name, content, code, message) => {
    await expect(read(content)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message) as string,
      hint: expect.stringMatching(/\w/) as string,
    });
  });

  test('a bad byte far into a file is found to the byte', async () => {
    const start = 'a,b\n' + 'ñandú,1\n'.repeat(100_000);
    const bytes = Buffer.concat([Buffer.from(start), Buffer.from([0xff, 0x0a])]);
    const offset = Buffer.byteLength(start) + 1;
    await expect(read(bytes)).rejects.toMatchObject({
      message: expect.stringContaining(
        `line 100002: expected UTF-8 text, found the byte 0xff, which is not valid there (byte ${offset} of the file)`,
      ) as string,
    });
  });

  test('a line over 1 MiB, and an open quote that swallows as much, without reading on', async () => {
    const long = `a,b\n1,${'x'.repeat(3_000_000)}\n`;
    await expect(read(long)).rejects.toMatchObject({
      code: 'CSV_LINE_TOO_LONG',
      message: expect.stringContaining('line 2:') as string,
    });
    const open = `a,b\n1,"x\n${'2,3\n'.repeat(800_000)}`;
    await expect(read(open)).rejects.toMatchObject({
      code: 'CSV_UNREADABLE',
      message: expect.stringContaining('line 2:') as string,
    });
  });

  test('a missing file and a folder', async () => {
    await expect(readCsv(join(folder, 'none.csv')).next()).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      message: expect.stringContaining('no such file') as string,
    });
    await expect(readCsv(folder).next()).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      message: expect.stringContaining('folder') as string,
    });
  });
});
