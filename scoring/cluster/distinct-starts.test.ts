import { expect, it } from 'vitest';
import { distinctStarts } from './distinct-starts.ts';

it('keeps the first of starts that differ in label order or by a little, and every other one', () => {
  const first = Float64Array.of(0, 0, 100, 100);
  const renamed = Float64Array.of(100, 100, 0, 0);
  const nudged = Float64Array.of(1, 0, 100, 99);
  const other = Float64Array.of(0, 0, 60, 100);
  expect(distinctStarts([first, renamed, nudged, other, first], 2)).toEqual([first, other]);
});
