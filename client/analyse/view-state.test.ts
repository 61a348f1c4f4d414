import { expect, test } from 'vitest';
import { readView, swapped, USUAL_METHOD, writeView, type View } from './view-state.ts';

const view: View = {
  study: 'año 1&2',
  rows: 'sector',
  columns: 'area',
  weighted: false,
  shown: 'standout',
  method: { minimumBase: 30, confidence: 0.9, correction: 'holm' },
};

test('a link reproduces the view', () => expect(readView(writeView(view))).toEqual(view));

test('a bare address is segment by branch, weighted', () =>
  expect(readView('')).toEqual({
    study: null,
    rows: 'archetype',
    columns: 'branch',
    weighted: true,
    shown: 'column',
    method: USUAL_METHOD,
  }));

test('an unknown way to show falls back rather than breaks', () =>
  expect(readView('show=everything').shown).toBe('column'));

test('swapping keeps the same numbers in view, and twice is as before', () => {
  const first = readView('');
  expect(swapped(first)).toMatchObject({ rows: 'branch', columns: 'archetype', shown: 'row' });
  expect(swapped(swapped(first))).toEqual(first);
});

test('a usual method stands in no link, and an unknown one falls back', () => {
  expect(writeView(readView(''))).toBe('rows=archetype&columns=branch&weighted=1&show=column');
  expect(readView('minimumBase=7&confidence=2&correction=tukey').method).toEqual(USUAL_METHOD);
});
