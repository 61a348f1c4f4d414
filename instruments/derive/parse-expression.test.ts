import { describe, expect, it } from 'vitest';
import type { ItemKind } from './kind-of.ts';
import { parseExpression } from './parse-expression.ts';

const KINDS = new Map<string, ItemKind>([
  ['one', 'single'],
  ['many', 'multiple'],
  ['n', 'number'],
  ['words', 'text'],
]);
const parse = (expression: string) => parseExpression(expression, (item) => KINDS.get(item));

describe('parseExpression', () => {
  it.each([
    ["{one} = 'a'", { item: 'one', in: ['a'] }],
    ["{one} <> 'a'", { not: { item: 'one', in: ['a'] } }],
    ["{one} anyof ['a', 'b']", { item: 'one', in: ['a', 'b'] }],
    ["{many} contains 'a'", { item: 'many', in: ['a'] }],
    ["{many} anyof ['a', 'b']", { item: 'many', in: ['a', 'b'] }],
    ['{n} >= 18', { item: 'n', atLeast: 18 }],
    ["!({one} = 'a')", { not: { item: 'one', in: ['a'] } }],
    [
      "{one} = 'a' or {one} = 'b' or {n} >= 2",
      {
        any: [
          { item: 'one', in: ['a'] },
          { item: 'one', in: ['b'] },
          { item: 'n', atLeast: 2 },
        ],
      },
    ],
    [
      "{one} = 'a' and ({one} = 'b' or {n} >= 2)",
      {
        all: [
          { item: 'one', in: ['a'] },
          {
            any: [
              { item: 'one', in: ['b'] },
              { item: 'n', atLeast: 2 },
            ],
          },
        ],
      },
    ],
  ])('%s', (expression, condition) => {
    expect(parse(expression)).toEqual(condition);
  });

  it.each([
    ['{one} notempty', /notempty is not understood/],
    ['{one} = ', /not complete/],
    ["{other} = 'a'", /no item is called other/],
    ["{many} = 'a'", /many \(multiple\) cannot be compared with equal/],
    ["{words} = 'a'", /words \(text\) cannot be compared/],
    ['{n} > 18', /cannot be compared with greater/],
    ["'a' = {one}", /left side must be one item/],
    ['{one} = 1', /codes in quotes/],
    ['{one} = {many}', /codes in quotes/],
    ["{n} >= 'x'", /needs a number/],
    ["iif({n} >= 1, 'a', 'b') = 'a'", /left side must be one item/],
    ['{one}', /not a comparison/],
  ])('refuses %s', (expression, reason) => {
    expect(() => parse(expression)).toThrow(reason);
  });
});
