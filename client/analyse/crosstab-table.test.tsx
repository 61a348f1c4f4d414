import { afterEach, expect, test } from 'vitest';
import { render, type Rendered } from '../ui/testing/render.ts';
import type { Crosstab } from '../../contracts/table.ts';
import { CrosstabTable } from './crosstab-table.tsx';
import { sampleTable } from './testing/sample-table.ts';
import type { Shown } from './view-state.ts';

let rendered: Rendered | undefined;
afterEach(() => rendered?.unmount());

async function show(weighted: boolean, shown: Shown = 'column', table: Crosstab = sampleTable({ weighted })) {
  rendered = await render(<CrosstabTable id="t" table={table} shown={shown} weighted={weighted} />);
  return rendered.container;
}

/** A row as it is read out, cell by cell. */
const rowOf = (container: HTMLElement, header: string): string[] => {
  const row = [...container.querySelectorAll('tr')].find(
    (candidate) => candidate.querySelector('th')?.textContent === header,
  );
  return [...(row?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent);
};

test('says what it is, and every number has a row and a column header', async () => {
  const container = await show(false);
  expect(container.querySelector('caption')?.textContent).toBe(
    'Archetype, by Branch. Percent of each column.',
  );
  expect(
    [...container.querySelectorAll('thead th')].map((th) => [th.textContent, th.getAttribute('scope')]),
  ).toEqual([
    ['Archetype', 'col'],
    ['North', 'col'],
    ['South', 'col'],
    ['All', 'col'],
  ]);
  for (const row of container.querySelectorAll('tbody tr, tfoot tr'))
    expect(row.firstElementChild?.getAttribute('scope')).toBe('row');
});

test('a meeting sees the percentages and nothing else', async () => {
  const container = await show(false);
  expect(rowOf(container, 'Nascent')).toEqual(['40.0%', '10.0%', '25.0%']);
  expect(container.querySelectorAll('.mark, .letter, .margin, svg')).toHaveLength(0);
});

test('what stands out is said in words, not by colour, a sign or a letter alone', async () => {
  const container = await show(false, 'standout');
  expect(rowOf(container, 'Nascent')).toEqual([
    '40.0%▲ more than expected> b significantly more than in South',
    '10.0%▼ fewer than expected',
    '25.0%',
  ]);
  expect(rowOf(container, 'Experimenter')).toEqual(['30.0%', '20.0%', '25.0%']);
  expect([...container.querySelectorAll('thead .letter')].map((letter) => letter.textContent)).toEqual([
    'a',
    'b',
  ]);
});

test('a share has its margin beside it, and a bar on the scale of all cells', async () => {
  const container = await show(false, 'uncertain');
  expect(rowOf(container, 'Nascent')).toEqual(['40% ±11', '10% 5 to 18', '25%']);
  const ranges = [...container.querySelectorAll('.interval-range')].map(
    (range) => Number(range.getAttribute('x')) + Number(range.getAttribute('width')),
  );
  expect(Math.max(...ranges)).toBeCloseTo(100, 6);
});

test('a withheld cell says that it is, and why; a small column is marked', async () => {
  const counts = [
    [40, 2],
    [30, 3],
    [20, 1],
    [10, 4],
    [0, 0],
  ] as const;
  const table = sampleTable({ weighted: false, counts, options: { minimumBase: 20 } });
  const container = await show(false, 'uncertain', table);
  expect(rowOf(container, 'Nascent')[1]).toBe('withheld: the column has too few respondents');
  expect(rowOf(container, 'Nascent')[0]).toBe('withheld: it would give away a cell of a small column');
  expect(rowOf(container, 'Base (respondents)')).toEqual(['100', '10 (small)', '110']);
  const open = await show(false, 'column', sampleTable({ weighted: false, counts }));
  expect([...open.querySelectorAll('tbody .small-base')].map((cell) => cell.textContent)).toEqual([
    '20.0%',
    '30.0%',
    '10.0%',
    '40.0%',
    '0.0%',
  ]);
});

test('a weighted table shows all three bases of each column, and marks small ones', async () => {
  const container = await show(true);
  expect(rowOf(container, 'Base (respondents)')).toEqual(['100', '100', '200']);
  expect(rowOf(container, 'Weighted base')).toEqual(['100.0', '300.0', '400.0']);
  expect(rowOf(container, 'Effective base')).toEqual(['100.0', '100.0', '160.0']);
});
