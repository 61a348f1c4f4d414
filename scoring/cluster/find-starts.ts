import { kmeans } from 'ml-kmeans';
import { createRandom } from '../random/create-random.ts';
import type { DistinctRows } from './distinct-rows.ts';

/** Rows that ml-kmeans sees at most: its restarts cost the same on any size of study. */
const SAMPLE_SIZE = 2000;
/** A weighted study of fewer rows is drawn at this many times its size: enough to carry its weights. */
const DRAWS_PER_ROW = 3;
/** Starts whose inertia on the sample differs by less than this share have met the same optimum. */
const SAME_OPTIMUM_01 = 0.001;

/** Starts are polished afterwards; they need not stand still. */
const ROUGH_ITERATIONS = 25;

/**
 * Finds starting centroids with ml-kmeans: `restarts` runs of k-means++ and Lloyd, each with a seed of
 * its own, on at most 2,000 rows. All rows are used where they all weigh the same and are few;
 * otherwise rows are drawn in proportion to their weight (systematic sampling from a seeded start),
 * since ml-kmeans knows no weights. This is the only file that knows the library.
 *
 * @returns row-major k × dimensions centroids per restart: one of each optimum met on the sample first,
 * best inertia first, then the repeats. The best on a sample need not be the best on all rows, so
 * whoever polishes only the first few must meet different ones.
 */
export function findStarts(rows: DistinctRows, k: number, restarts: number, seed: number): Float64Array[] {
  const random = createRandom(seed);
  const sample = sampleRows(rows, k, random.next());
  const starts = Array.from({ length: restarts }, () => {
    const run = kmeans(sample, k, {
      seed: Math.floor(random.next() * 2147483647),
      initialization: 'kmeans++',
      maxIterations: ROUGH_ITERATIONS,
    });
    const inertia = sample.reduce((sum, row, index) => {
      const centroid = run.centroids[run.clusters[index]!]!;
      return sum + row.reduce((square, value, d) => square + (value - centroid[d]!) ** 2, 0);
    }, 0);
    return { centroids: Float64Array.from(run.centroids.flat()), inertia };
  });
  const sorted = starts.toSorted((a, b) => a.inertia - b.inertia);
  const isNew = (inertia: number, before: number): boolean =>
    inertia > (sorted[before]?.inertia ?? -1) * (1 + SAME_OPTIMUM_01);
  const fresh = sorted.filter((start, index) => index === 0 || isNew(start.inertia, index - 1));
  const again = sorted.filter((start) => !fresh.includes(start));
  return [...fresh, ...again].map((start) => start.centroids);
}

/** Rows for the library, at least k distinct ones among them. `offset01` starts the systematic draw. */
function sampleRows(rows: DistinctRows, k: number, offset01: number): number[][] {
  const { values, weights, count, dimensions } = rows;
  const rowAt = (row: number) => [...values.subarray(row * dimensions, (row + 1) * dimensions)];
  const even = weights.every((weight) => weight === weights[0]);
  if (even && count <= SAMPLE_SIZE) return Array.from({ length: count }, (_, row) => rowAt(row));

  const draws = Math.min(SAMPLE_SIZE, DRAWS_PER_ROW * count);
  const step = weights.reduce((sum, weight) => sum + weight, 0) / draws;
  const sample: number[][] = [];
  const drawn = new Set<number>();
  let reached = 0;
  let next = offset01 * step;
  for (let row = 0; row < count; row += 1) {
    reached += weights[row]!;
    for (; next < reached && sample.length < draws; next += step) {
      sample.push(rowAt(row));
      drawn.add(row);
    }
  }
  for (let row = 0; drawn.size < k; row += 1) {
    if (drawn.has(row)) continue;
    drawn.add(row);
    sample.push(rowAt(row));
  }
  return sample;
}
