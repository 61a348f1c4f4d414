import { expect, test } from 'vitest';
import { readView, swapped, writeView, type View } from './view-state.ts';

const view: View = { study: 'año 1&2', rows: 'sector', columns: 'area', weighted: false, shown: 'residual' };

test('a link reproduces the view', () => expect(readView(writeView(view))).toEqual(view));

test('a bare address is segment by branch, weighted', () =>
  expect(readView('')).toEqual({
    study: null,
    rows: 'archetype',
    columns: 'branch',
    weighted: true,
    shown: 'column',
  }));

test('an unknown way to show falls back rather than breaks', () =>
  expect(readView('show=everything').shown).toBe('column'));

test('swapping keeps the same numbers in view, and twice is as before', () => {
  const first = readView('');
  expect(swapped(first)).toMatchObject({ rows: 'branch', columns: 'archetype', shown: 'row' });
  expect(swapped(swapped(first))).toEqual(first);
});
