import { expect, it } from 'vitest';
import { toAnswer } from './to-answer.ts';

it.each([
  ['yes', 'yes'],
  ['', null],
  [34, 34],
  [0, 0],
  [NaN, null],
  [undefined, null],
  [null, null],
  [[], null],
  [
    ['fraud', 'cost'],
    ['fraud', 'cost'],
  ],
])('records %o as %o', (value, answer) => {
  expect(toAnswer(value)).toEqual(answer);
});
