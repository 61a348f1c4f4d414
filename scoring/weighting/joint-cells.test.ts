import { expect, test } from 'vitest';
import { jointCells } from './joint-cells.ts';

const margin = (indices: readonly number[], size: number) => ({
  name: 'm',
  categories: Array.from({ length: size }, (_, place) => `c${place}`),
  counts: new Float64Array(size).fill(1),
  indices: Uint32Array.from(indices),
});

test('only combinations that occur are cells, in the order of their categories', () => {
  const cells = jointCells([margin([1, 0, 1, 0], 2), margin([2, 1, 2, 0], 3)], 4);
  expect(cells.count).toBe(3);
  expect([...cells.ofRespondent]).toEqual([2, 1, 2, 0]);
  expect(cells.categories.map((own) => [...own])).toEqual([
    [0, 0, 1],
    [0, 1, 2],
  ]);
});

test('it is the same where very many combinations are possible', () => {
  const [a, b] = [
    [1, 0, 1, 0],
    [2, 1, 2, 0],
  ];
  const small = jointCells([margin(a, 2), margin(b, 3)], 4);
  const large = jointCells([margin(a, 3000), margin(b, 3000)], 4);
  expect(large).toEqual(small);
});

test('without margins all are in one cell', () => {
  expect(jointCells([], 3)).toEqual({ count: 1, ofRespondent: new Uint32Array(3), categories: [] });
});
