import type { TypingData } from './typing-data.ts';

/** Respondents in an order of their own (segment, answers, weight), so that the order of the file changes nothing. */
export function sortRespondents({ items, target, weights, segmentCount }: TypingData): TypingData {
  const order = Uint32Array.from(target, (_, row) => row).sort((a, b) => {
    if (target[a] !== target[b]) return target[a]! - target[b]!;
    for (const { indices } of items) if (indices[a] !== indices[b]) return indices[a]! - indices[b]!;
    return weights[a]! - weights[b]!;
  });
  return {
    items: items.map((item) => ({
      ...item,
      indices: Uint16Array.from(order, (row) => Math.min(item.indices[row]!, item.categoryCount)),
    })),
    target: Uint8Array.from(order, (row) => target[row]!),
    weights: Float64Array.from(order, (row) => weights[row]!),
    segmentCount,
  };
}
