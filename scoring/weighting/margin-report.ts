import type { Margin } from './margin.ts';

/** One margin before and after; counts are of clients, shares 0–1. */
export interface MarginReport {
  readonly variable: string;
  /** Largest |weighted count − count| / count of a category. */
  readonly largestErrorBefore: number;
  readonly largestErrorAfter: number;
  readonly categories: readonly {
    readonly category: string;
    readonly respondents: number;
    readonly count: number;
    readonly share: number;
    readonly weightedBefore: number;
    readonly shareBefore: number;
    readonly weightedAfter: number;
  }[];
}

/** How far weighted counts were from the margins, and are. */
export function marginReport(margin: Margin, before: Float64Array, after: Float64Array): MarginReport {
  const { name, categories, counts, indices } = margin;
  const respondents = new Float64Array(counts.length);
  const weightedBefore = new Float64Array(counts.length);
  const weightedAfter = new Float64Array(counts.length);
  indices.forEach((category, row) => {
    respondents[category]! += 1;
    weightedBefore[category]! += before[row]!;
    weightedAfter[category]! += after[row]!;
  });
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  const total = sum(counts);
  const totalBefore = sum(weightedBefore);
  const largestError = (found: Float64Array): number =>
    counts.reduce((worst, count, place) => Math.max(worst, Math.abs(found[place]! - count) / count), 0);
  return {
    variable: name,
    largestErrorBefore: largestError(weightedBefore),
    largestErrorAfter: largestError(weightedAfter),
    categories: categories.map((category, place) => ({
      category,
      respondents: respondents[place]!,
      count: counts[place]!,
      share: counts[place]! / total,
      weightedBefore: weightedBefore[place]!,
      shareBefore: weightedBefore[place]! / totalBefore,
      weightedAfter: weightedAfter[place]!,
    })),
  };
}
