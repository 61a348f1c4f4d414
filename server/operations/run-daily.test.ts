import { expect, test } from 'vitest';
import { runDaily } from './run-daily.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('works at once and then each day, though one run failed, until it is stopped', async () => {
  const waits: { readonly ms: number; readonly work: () => void }[] = [];
  const errors: unknown[] = [];
  let runs = 0;
  const daily = runDaily(
    () => {
      runs += 1;
      return runs === 1 ? Promise.reject(new Error('disk')) : Promise.resolve();
    },
    (error) => errors.push(error),
    (work, ms) => {
      waits.push({ ms, work });
      return () => waits.pop();
    },
  );
  await settled();
  expect([runs, errors.length, waits.at(-1)?.ms]).toEqual([1, 1, 86_400_000]);
  waits.pop()?.work();
  await settled();
  expect([runs, errors.length, waits.length]).toEqual([2, 1, 1]);
  await daily.stop();
  expect(waits).toEqual([]);
});
