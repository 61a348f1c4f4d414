import type { Margin } from './margin.ts';

/** The margins with every variable's counts rescaled to add up to `total`: only their shares count. */
export function asProportions(margins: readonly Margin[], total: number): readonly Margin[] {
  return margins.map((margin) => {
    const sum = margin.counts.reduce((all, count) => all + count, 0);
    return { ...margin, counts: margin.counts.map((count) => (count / sum) * total) };
  });
}
