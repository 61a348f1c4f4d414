export const CORRECTIONS = ['none', 'bonferroni', 'holm', 'benjamini-hochberg'] as const;
export type Correction = (typeof CORRECTIONS)[number];

/**
 * Corrects the p-values of one family of tests for their number, as R's `p.adjust`. Holm and
 * Bonferroni hold the chance of any false alarm in the family; Benjamini–Hochberg (1995) holds the
 * expected share of false ones among the alarms. Order is kept; an empty family stays empty.
 *
 * @example adjustPValues([0.01, 0.02, 0.03, 0.04, 0.05], 'holm') // 0.05, 0.08, 0.09, 0.09, 0.09
 */
export function adjustPValues(pValues: readonly number[], correction: Correction): number[] {
  const count = pValues.length;
  if (correction === 'none') return [...pValues];
  if (correction === 'bonferroni') return pValues.map((p) => Math.min(1, p * count));
  const order = [...pValues.keys()].toSorted((a, b) => pValues[a]! - pValues[b]!);
  const adjusted = new Array<number>(count);
  if (correction === 'holm') {
    let largest = 0;
    order.forEach((place, rank) => {
      largest = Math.max(largest, Math.min(1, pValues[place]! * (count - rank)));
      adjusted[place] = largest;
    });
    return adjusted;
  }
  let smallest = 1;
  for (let rank = count - 1; rank >= 0; rank -= 1) {
    const place = order[rank]!;
    smallest = Math.min(smallest, (pValues[place]! * count) / (rank + 1));
    adjusted[place] = smallest;
  }
  return adjusted;
}
