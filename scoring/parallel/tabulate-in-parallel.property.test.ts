import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { MISSING_CATEGORY, partsOf, tabulate, type TabulateInput } from '../tabulate/tabulate.ts';
import { inlineRunner, runKernel, type KernelRunner } from './kernel-runner.ts';
import { tabulateInParallel } from './tabulate-in-parallel.ts';
import { toShared } from './to-shared.ts';

/** Threads that finish in an order of their own: the last input first. */
const backwards: KernelRunner = {
  threads: 3,
  run: (name, inputs) =>
    Promise.resolve(
      inputs
        .toReversed()
        .map((input) => runKernel(name, input))
        .toReversed(),
    ),
};

const LARGEST = 1_700_000;
const whole = largeTable();

function largeTable(): Required<TabulateInput> {
  const random = createRandom(1);
  const rows = new Uint16Array(LARGEST);
  const columns = new Uint16Array(LARGEST);
  const weights = new Float64Array(LARGEST);
  for (let index = 0; index < LARGEST; index += 1) {
    // Weights with many digits: another order of additions would show in the last of them.
    const weight = random.next() ** 3 * 1e6;
    weights[index] = weight;
    rows[index] = weight < 1 ? MISSING_CATEGORY : weight % 6;
    columns[index] = (weight * 7) % 4;
  }
  return { rows, columns, weights, rowCount: 6, columnCount: 4 };
}

const firstOf = (size: number): TabulateInput => ({
  ...whole,
  rows: whole.rows.subarray(0, size),
  columns: whole.columns.subarray(0, size),
  weights: whole.weights.subarray(0, size),
});

it('gives the same bits however many threads count, in whatever order they finish', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: LARGEST }), async (size) => {
      const input = firstOf(size);
      const here = tabulate(input);
      for (const runner of [inlineRunner, backwards])
        expect(await tabulateInParallel(runner, input)).toEqual(here);
    }),
    { numRuns: 6, seed: 5, examples: [[LARGEST], [0]] },
  );
});

it('is cut by the table alone, into parts that follow each other', () => {
  const parts = partsOf(whole);
  expect(parts.length).toBeGreaterThan(2);
  parts.forEach(({ from }, place) => expect(from).toBe(place === 0 ? 0 : parts[place - 1]!.to));
  expect(parts.at(-1)!.to).toBe(LARGEST);
});

it('shares what is not shared yet, once', () => {
  const plain = Float64Array.of(1, 2.5, Number.NaN);
  const shared = toShared(plain);
  expect(shared.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect([...shared]).toEqual([...plain]);
  expect(toShared(shared)).toBe(shared);
});
