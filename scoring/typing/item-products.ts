import type { TypingData } from './typing-data.ts';

/** Sums that a least-squares fit on any of the items needs, made in one pass over respondents. */
export interface ItemProducts {
  /** First place of each item's categories. */
  readonly first: readonly number[];
  readonly size: number;
  /** Σw of respondents in both categories, row-major size × size. */
  readonly together: Float64Array;
  /** Σw·(segment − mean segment) per category. */
  readonly withTarget: Float64Array;
  readonly totalWeight: number;
}

/** @param training 1 for respondents that may be learnt from */
export function itemProducts({ items, target, weights }: TypingData, training: Uint8Array): ItemProducts {
  const first: number[] = [];
  let size = 0;
  for (const { categoryCount } of items) {
    first.push(size);
    size += categoryCount;
  }
  let totalWeight = 0;
  let mean = 0;
  for (let row = 0; row < target.length; row += 1) {
    if (training[row] !== 1) continue;
    totalWeight += weights[row]!;
    mean += weights[row]! * target[row]!;
  }
  mean /= totalWeight;
  const together = new Float64Array(size * size);
  const withTarget = new Float64Array(size);
  const places = new Int32Array(items.length);
  for (let row = 0; row < target.length; row += 1) {
    if (training[row] !== 1) continue;
    let count = 0;
    for (let item = 0; item < items.length; item += 1) {
      const code = items[item]!.indices[row]!;
      if (code < items[item]!.categoryCount) places[count++] = first[item]! + code;
    }
    const weight = weights[row]!;
    for (let a = 0; a < count; a += 1) {
      withTarget[places[a]!]! += weight * (target[row]! - mean);
      for (let b = 0; b < count; b += 1) together[places[a]! * size + places[b]!]! += weight;
    }
  }
  return { first, size, together, withTarget, totalWeight };
}
