import { afterEach, expect, test } from 'vitest';
import { render, type Rendered } from '../ui/testing/render.ts';
import { CrosstabTable } from './crosstab-table.tsx';
import { sampleTable } from './testing/sample-table.ts';

let rendered: Rendered | undefined;
afterEach(() => rendered?.unmount());

async function show(weighted: boolean, shown: 'column' | 'residual' = 'column') {
  const table = sampleTable({ weighted });
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

test('what stands out is said in words, not by colour or a sign alone', async () => {
  const container = await show(false);
  expect(rowOf(container, 'Nascent')).toEqual([
    '40.0%▲more than expected',
    '10.0%▼fewer than expected',
    '25.0%',
  ]);
  expect(rowOf(container, 'Experimenter')).toEqual(['30.0%', '20.0%', '25.0%']);
});

test('a weighted table shows all three bases of each column, and marks small ones', async () => {
  const container = await show(true);
  expect(rowOf(container, 'Base (respondents)')).toEqual(['100', '100', '200']);
  expect(rowOf(container, 'Weighted base')).toEqual(['100.0', '300.0', '400.0']);
  expect(rowOf(container, 'Effective base')).toEqual(['100.0', '100.0', '160.0']);
});

test('residuals carry a sign and no "all" column', async () => {
  const container = await show(false, 'residual');
  expect(rowOf(container, 'Nascent')).toHaveLength(2);
  expect(rowOf(container, 'Nascent')[0]).toMatch(/^\+4\.9/);
});
