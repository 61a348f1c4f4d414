import { describe, expect, test } from 'vitest';
import { cellSums } from './cell-sums.ts';
import { createDesign } from './create-design.ts';

const design = createDesign({
  size: 5,
  weights: Float64Array.of(2, 1, 0, 3, 4),
  psu: Uint32Array.of(1, 0, 0, 1, 1),
});

test('sums per PSU and cell: only what occurs, in order; rows without weight or cell add nothing', () => {
  const sums = cellSums(design, Uint16Array.of(2, 0, 1, 2, 65535), 3);
  expect(sums).toEqual({
    cellCount: 3,
    n: Float64Array.of(1, 0, 2),
    sumSquaredWeights: Float64Array.of(1, 0, 13),
    starts: Uint32Array.of(0, 1, 2),
    cells: Uint32Array.of(0, 2),
    sums: Float64Array.of(1, 5),
    squares: new Float64Array(0),
  });
});

describe('cell numbers that mean nothing are refused', () => {
  test.each([
    ['beyond the table', Uint16Array.of(0, 1, 2, 3, 0), 3, /3 of 3/],
    ['beyond a table too large to hold', Uint32Array.of(0, 1, 2, 99_999, 0), 90_000, /99999 of 90000/],
    ['of another length', Uint16Array.of(0), 3, /Expected 5 cell numbers; found 1/],
    ['of 16 bits for more cells', new Uint16Array(5), 70_000, /70000 cells do not fit/],
  ])('%s', (_name, cell, count, message) => {
    expect(() => cellSums(design, cell, count)).toThrow(
      expect.objectContaining({ code: 'NOT_COMPUTABLE', message: expect.stringMatching(message) as string }),
    );
  });
});
