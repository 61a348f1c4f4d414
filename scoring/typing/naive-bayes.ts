import type { TypingData } from './typing-data.ts';

/** Half an answer is added to every cell (Krichevsky–Trofimov), so that an answer nobody gave rules nothing out. */
const PRIOR_COUNT = 0.5;

/**
 * Evidence of one item for each row: ln P(answer | segment), row-major rows × segments, from the
 * respondents of `training` who are not in the row's own `fold`. A missing answer is no evidence: 0.
 *
 * @param training 1 for respondents that may be learnt from
 */
export function itemEvidence(
  { items, target, weights, segmentCount: k }: TypingData,
  item: number,
  training: Uint8Array,
  fold: Uint8Array,
  folds: number,
): Float64Array {
  const { indices, categoryCount } = items[item]!;
  const cells = categoryCount * k;
  const counts = new Float64Array(folds * cells);
  const all = new Float64Array(cells);
  for (let row = 0; row < target.length; row += 1) {
    const code = indices[row]!;
    if (training[row] !== 1 || code >= categoryCount) continue;
    const cell = code * k + target[row]!;
    all[cell]! += weights[row]!;
    counts[fold[row]! * cells + cell]! += weights[row]!;
  }
  for (let f = 0; f < folds; f += 1) {
    for (let segment = 0; segment < k; segment += 1) {
      let total = 0;
      for (let cell = segment; cell < cells; cell += k)
        total += counts[f * cells + cell] = all[cell]! - counts[f * cells + cell]! + PRIOR_COUNT;
      for (let cell = segment; cell < cells; cell += k)
        counts[f * cells + cell] = Math.log(counts[f * cells + cell]! / total);
    }
  }
  const evidence = new Float64Array(target.length * k);
  for (let row = 0; row < target.length; row += 1) {
    const code = indices[row]!;
    if (code >= categoryCount) continue;
    const from = fold[row]! * cells + code * k;
    for (let segment = 0; segment < k; segment += 1) evidence[row * k + segment] = counts[from + segment]!;
  }
  return evidence;
}

/** ln of the share of each segment among those of `training` outside the row's own fold. */
export function priorEvidence(
  { target, weights, segmentCount: k }: TypingData,
  training: Uint8Array,
  fold: Uint8Array,
  folds: number,
): Float64Array {
  const counts = new Float64Array(folds * k).fill(PRIOR_COUNT);
  for (let row = 0; row < target.length; row += 1)
    if (training[row] === 1)
      for (let f = 0; f < folds; f += 1) if (f !== fold[row]) counts[f * k + target[row]!]! += weights[row]!;
  return Float64Array.from({ length: target.length * k }, (_, place) =>
    Math.log(counts[fold[Math.floor(place / k)]! * k + (place % k)]!),
  );
}
