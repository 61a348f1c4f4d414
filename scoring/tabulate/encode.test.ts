import { describe, expect, it } from 'vitest';
import { compareCodes, createColumnEncoder, encode } from './encode.ts';

describe('encode', () => {
  it('keeps the order of known categories, and leaves out what is not among them', () => {
    const { indices, categories } = encode(['b', '', 'a', 'x'], ['b', 'a']);
    expect([...indices]).toEqual([0, 65535, 1, 65535]);
    expect(categories).toEqual(['b', 'a']);
  });

  it('sorts unknown categories: numbers by size, then words', () => {
    const { indices, categories } = encode(['10', 'word', '9', '', '-1', '10', 'Word']);
    expect(categories).toEqual(['-1', '9', '10', 'Word', 'word']);
    expect([...indices]).toEqual([2, 4, 1, 65535, 0, 2, 3]);
  });

  it('gives 65,535 categories and refuses one more', () => {
    const encoder = createColumnEncoder();
    for (let code = 0; code < 65535; code += 1) encoder.add(`n${code}`);
    expect(() => encoder.add('one more')).toThrow('more than 65,535 categories');
  });

  it('compares codes in one order only', () => {
    expect(['a', '2', ' ', '1e1', '07', '7'].toSorted(compareCodes)).toEqual([
      '2',
      '07',
      '7',
      '1e1',
      ' ',
      'a',
    ]);
    expect(compareCodes('7', '7')).toBe(0);
  });
});
