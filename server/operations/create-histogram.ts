import type { Sample } from './prometheus-text.ts';

export interface Histogram {
  observe(labels: Readonly<Record<string, string>>, value: number): void;
  samples(): Sample[];
}

/**
 * Counts values per set of labels into buckets, each holding what is at most its bound, as Prometheus wants
 * them: cumulative, with `+Inf`, sum and count.
 *
 * @param bounds rising
 */
export function createHistogram(bounds: readonly number[]): Histogram {
  const series = new Map<
    string,
    { readonly labels: Readonly<Record<string, string>>; readonly counts: number[]; sum: number }
  >();
  return {
    observe(labels, value) {
      const key = JSON.stringify(labels);
      const known = series.get(key) ?? { labels, counts: [...bounds, Infinity].map(() => 0), sum: 0 };
      series.set(key, known);
      const place = bounds.findIndex((bound) => value <= bound);
      const index = place === -1 ? bounds.length : place;
      known.counts[index] = (known.counts[index] ?? 0) + 1;
      known.sum += value;
    },
    samples: () =>
      [...series.values()].flatMap(({ labels, counts, sum }) => {
        let total = 0;
        const buckets = counts.map((count, index): Sample => {
          total += count;
          const le = index < bounds.length ? String(bounds[index]) : '+Inf';
          return { suffix: '_bucket', labels: { ...labels, le }, value: total };
        });
        return [
          ...buckets,
          { suffix: '_sum', labels, value: sum },
          { suffix: '_count', labels, value: total },
        ];
      }),
  };
}
