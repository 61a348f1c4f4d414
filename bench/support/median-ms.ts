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
