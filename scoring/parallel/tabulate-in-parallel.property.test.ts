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

function table(size: number, seed: number): TabulateInput {
  const random = createRandom(seed);
  // Weights with many digits: another order of additions would show in the last of them.
  const weights = Float64Array.from({ length: size }, () => random.next() ** 3 * 1e6);
  const rows = Uint16Array.from(weights, (weight) =>
    weight < 1 ? MISSING_CATEGORY : Math.floor(weight) % 6,
  );
  const columns = Uint16Array.from(weights, (weight) => Math.floor(weight * 7) % 4);
  return { rows, columns, weights, rowCount: 6, columnCount: 4 };
}

it('gives the same bits however many threads count, in whatever order they finish', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 1_700_000 }), fc.integer(), async (size, seed) => {
      const input = table(size, seed);
      const here = tabulate(input);
      for (const runner of [inlineRunner, backwards]) {
        const there = await tabulateInParallel(runner, input);
        expect(there).toEqual(here);
      }
    }),
    { numRuns: 8, seed: 5, examples: [[1_700_000, 1]] },
  );
});

it('is cut by the table alone, into parts that follow each other', () => {
  const parts = partsOf(table(1_700_000, 1));
  expect(parts.length).toBeGreaterThan(2);
  parts.forEach(({ from }, place) => expect(from).toBe(place === 0 ? 0 : parts[place - 1]!.to));
  expect(parts.at(-1)!.to).toBe(1_700_000);
});

it('shares what is not shared yet, once', () => {
  const plain = Float64Array.of(1, 2.5, Number.NaN);
  const shared = toShared(plain);
  expect(shared.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect([...shared]).toEqual([...plain]);
  expect(toShared(shared)).toBe(shared);
});
