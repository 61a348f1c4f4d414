import { describe, expect, it } from 'vitest';
import { straightLine } from './straight-line.ts';

describe('straightLine', () => {
  it.each([
    [[1, 1, 1, 2], { questions: 4, equal: 3, run: 3, isAtEnd: false }],
    [[1, 2, 1, 2, 1], { questions: 5, equal: 3, run: 1, isAtEnd: false }],
    [[-1, 3, -1, 3], { questions: 2, equal: 2, run: 2, isAtEnd: true }],
    [[0, 0, 2], { questions: 3, equal: 2, run: 2, isAtEnd: true }],
    [[-1, -1], { questions: 0, equal: 0, run: 0, isAtEnd: false }],
    [[], { questions: 0, equal: 0, run: 0, isAtEnd: false }],
  ])('%j', (codes, expected) => {
    expect(straightLine(Int16Array.from(codes), 3)).toEqual(expected);
  });
});
