import { afterEach, expect, test } from 'vitest';
import { render, type Rendered } from '../ui/testing/render.ts';
import { ReadingNotes } from './reading-notes.tsx';
import { sampleTable, type SampleOptions } from './testing/sample-table.ts';
import type { Shown } from './view-state.ts';

let rendered: Rendered | undefined;
afterEach(() => rendered?.unmount());

async function notes(shown: Shown, options: SampleOptions): Promise<string[]> {
  rendered = await render(<ReadingNotes table={sampleTable(options)} shown={shown} />);
  return [...rendered.container.querySelectorAll('p')].map((line) => line.textContent);
}

test('a plain view of large columns needs no note', async () => {
  expect(await notes('column', { weighted: false })).toEqual([]);
  expect(await notes('count', { weighted: true })).toEqual([]);
});

test('uncertainty is said in words, with its level and its method', async () => {
  const options = { confidence: 0.9, interval: 'wilson' } as const;
  const [inWords, method, ...rest] = await notes('uncertain', { weighted: true, options });
  expect(inWords).toContain('of 100 samples like this one, the margins of about 90 would hold it');
  expect(method).toContain('Wilson');
  expect(rest).toEqual([]);
});

test.each([
  [false, 'pooled variance'],
  [true, 'under the design'],
])('letters name their test and correction (weighted: %s)', async (weighted, test) => {
  const lines = await notes('standout', { weighted, options: { correction: 'holm', levels: [0.01] } });
  expect(lines.at(-1)).toContain(test);
  expect(lines.at(-1)).toContain('Holm');
  expect(lines.at(-1)).toContain('significance level 1%');
});

test('what is withheld is counted, with the rule', async () => {
  const counts = [
    [40, 2],
    [30, 3],
    [20, 1],
    [10, 4],
  ] as const;
  const [small, withheld] = await notes('column', { weighted: false, counts, options: { minimumBase: 20 } });
  expect(small).toContain('effective base under 30');
  expect(withheld).toContain('4 cells of columns with fewer than 20 respondents, and 4 others');
});
