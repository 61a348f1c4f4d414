import { expect, test } from 'vitest';
import type { Crosstab } from '../../contracts/table.ts';
import { chartModel } from './chart-model.ts';
import { labelledCrosstab } from './labelled-crosstab.ts';
import { messagesEs } from './messages-es.ts';
import { sampleTable } from './testing/sample-table.ts';

const options = { allLabel: 'All', weighted: false };
const table = labelledCrosstab(sampleTable({ weighted: false }), messagesEs);

test('one bar per branch and one of everyone, each adding up to 1', () => {
  const bars = chartModel(table, 'column', options)?.bars ?? [];
  expect(bars.map((bar) => bar.label)).toEqual(['North', 'South', 'All']);
  for (const bar of bars)
    expect(bar.shares.reduce<number>((sum, share) => sum + (share ?? 0), 0)).toBeCloseTo(1, 12);
  expect(bars[2]?.shares).toEqual([0.25, 0.25, 0.25, 0.25]);
});

test('by row, the bars are the archetypes and the parts the branches', () => {
  const model = chartModel(table, 'row', options);
  expect(model?.bars[0]).toMatchObject({ code: 'Nascent', respondents: 50, shares: [0.8, 0.2] });
  expect(model?.bars.at(-1)?.shares).toEqual([0.5, 0.5]);
});

test('archetypes have their own colours, and nothing else has', () => {
  expect(chartModel(table, 'column', options)?.parts.map((part) => part.fill)).toEqual([
    '--archetype-1',
    '--archetype-2',
    '--archetype-3',
    '--archetype-4',
  ]);
  for (const part of chartModel(table, 'row', options)?.parts ?? []) expect(part.fill).toMatch(/^rgb/);
});

test('too many parts to tell apart give no picture', () => {
  const categories = Array.from({ length: 9 }, (_, index) => ({ code: String(index), label: String(index) }));
  const wide: Crosstab = { ...table, rows: { ...table.rows, categories } };
  expect(chartModel(wide, 'column', options)).toBeNull();
});

test('an empty "not classified" is left out without a cell getting lost or moved', () => {
  expect(table.rows.categories.map((category) => category.label)).toEqual([
    'Naciente',
    'Experimentador',
    'Emergente',
    'Habilitado',
  ]);
  expect(table.cells.map((cell) => cell.unweightedCount)).toEqual([40, 10, 30, 20, 20, 30, 10, 40]);
});

test('a "not classified" that holds someone stays', () => {
  const counts = [
    [1, 1],
    [1, 1],
    [1, 1],
    [1, 1],
    [0, 1],
  ] as const;
  const kept = labelledCrosstab(sampleTable({ weighted: false, counts }), messagesEs);
  expect(kept.rows.categories.at(-1)?.label).toBe('Sin clasificar');
});
