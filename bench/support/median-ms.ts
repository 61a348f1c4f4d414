import { median } from 'simple-statistics';

/** Median time of a synchronous piece of work, in milliseconds, after one run that is not counted. */
export function medianMs(runs: number, work: () => unknown): number {
  work();
  return median(
    Array.from({ length: runs }, () => {
      const began = performance.now();
      work();
      return performance.now() - began;
    }),
  );
}

/** `medianMs` for work that waits, such as for other threads. */
export async function medianMsOf(runs: number, work: () => Promise<unknown>): Promise<number> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return median(times);
}
