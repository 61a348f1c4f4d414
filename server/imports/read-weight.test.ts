import { expect, it } from 'vitest';
import { readWeight } from './read-weight.ts';

it.each([
  ['1', 1],
  [' .0531 ', 0.0531],
  ['2.', 2],
  ['1e3', 1000],
  ['0', 0],
])('reads %j as %d', (cell, weight) => {
  expect(readWeight(cell)).toBe(weight);
});

it.each(['', '-1', '1,5', '0x10', '1e308', 'Infinity', 'NaN', 'two'])('does not believe %j', (cell) => {
  expect(readWeight(cell)).toBeNaN();
});
