import { expect, test } from 'vitest';
import { csvLine } from './csv-writer.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['+591 700', "'+591 700"],
  ['-cmd', "'-cmd"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['\r=x', '"\'\r=x"'],
  ['-1.5', '-1.5'],
  ['-2e-7', '-2e-7'],
  ['-1+2', "'-1+2"],
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
  ['plain', 'plain'],
  [-1.5, '-1.5'],
  [0.1 + 0.2, '0.30000000000000004'],
  [NaN, ''],
  [null, ''],
])('%j is written as %s', (cell, written) => {
  expect(csvLine([cell, 'end'])).toBe(`${written},end\r\n`);
});
