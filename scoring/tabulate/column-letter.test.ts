import { expect, it } from 'vitest';
import { columnLetter } from './column-letter.ts';

it('names columns as a spreadsheet does', () => {
  expect([0, 1, 25, 26, 27, 51, 52, 701, 702].map(columnLetter)).toEqual([
    ...['a', 'b', 'z', 'aa', 'ab', 'az', 'ba', 'zz', 'aaa'],
  ]);
});
