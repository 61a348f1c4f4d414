import type { AnswerPatterns } from './answer-patterns.ts';
import type { LatentClasses } from './latent-classes.ts';

/**
 * P(class | answers) of each answer pattern, row-major patterns × k. Each row sums to 1; a missing
 * answer says nothing. Computed in logarithms.
 */
export function classPosteriors(patterns: AnswerPatterns, fit: LatentClasses): Float64Array {
  const { codes, count, categoryCounts } = patterns;
  const { k, sizes, probabilities } = fit;
  const logSizes = sizes.map(Math.log);
  const logs = probabilities.map((classes) => classes.map((shares) => shares.map(Math.log)));
  const posteriors = new Float64Array(count * k);
  for (let pattern = 0; pattern < count; pattern += 1) {
    const row = posteriors.subarray(pattern * k, (pattern + 1) * k);
    row.set(logSizes);
    for (let item = 0; item < categoryCounts.length; item += 1) {
      const code = codes[pattern * categoryCounts.length + item]!;
      if (code === categoryCounts[item]) continue;
      for (let label = 0; label < k; label += 1) row[label]! += logs[item]![label]![code]!;
    }
    fromLogarithms(row, sizes);
  }
  return posteriors;
}

function fromLogarithms(row: Float64Array, sizes: readonly number[]): void {
  const largest = row.reduce((most, value) => Math.max(most, value), -Infinity);
  // No class gives these answers at all, so they say nothing.
  if (largest === -Infinity) {
    row.set(sizes);
    return;
  }
  let sum = 0;
  for (let label = 0; label < row.length; label += 1) sum += row[label] = Math.exp(row[label]! - largest);
  for (let label = 0; label < row.length; label += 1) row[label]! /= sum;
}
