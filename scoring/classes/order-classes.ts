import type { GroupedItems } from './group-items.ts';

/**
 * Canonical order of classes, as the class numbers in their new order. With `points` (one per parameter
 * slot, see `GroupedItems`; slots 0 and missing are not read) classes run from the lowest expected points
 * to the highest; else from the largest to the smallest. Ties go by size, then by their probabilities.
 */
export function orderClasses(
  parameters: Float64Array,
  { stride, slotCount }: GroupedItems,
  k: number,
  points?: Float64Array,
): number[] {
  const expected = Float64Array.from({ length: k }, (_, label) => {
    let sum = 0;
    for (let slot = 1; slot + 1 < slotCount; slot += 1)
      sum += (points?.[slot] ?? 0) * parameters[slot * stride + label]!;
    return sum;
  });
  const compare = (a: number, b: number): number => {
    if (expected[a] !== expected[b]) return expected[a]! - expected[b]!;
    for (let place = 0; place < parameters.length; place += stride) {
      const difference = parameters[place + b]! - parameters[place + a]!;
      if (difference !== 0) return difference;
    }
    return 0;
  };
  return Array.from({ length: k }, (_, label) => label).sort(compare);
}
