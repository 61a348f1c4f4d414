import { expect, it } from 'vitest';
import { readScannedCode } from './read-scanned-code.ts';

it.each([
  ['#code=ABCD-EFGH', 'ABCD-EFGH'],
  ['#code=abcd-efgh&more=1', 'ABCD-EFGH'],
  ['', ''],
  ['#', ''],
  ['#code=', ''],
  ['#other=ABCD-EFGH', ''],
  ['#code=<script>', ''],
  ['#code=ABCDEFGHJKLMNOPQRSTUVWXYZ', ''],
])('finds in %s the code "%s"', (hash, code) => {
  expect(readScannedCode(hash)).toBe(code);
});
