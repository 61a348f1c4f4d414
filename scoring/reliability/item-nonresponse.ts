import { RESPONSE_STATES, type ResponseState, type ScaleItem } from './scale-item.ts';

export interface ItemNonresponse extends Readonly<Record<ResponseState, number>> {
  /** Respondents to whom the item applied: all but the skipped. */
  readonly applicable: number;
  /** Share of these without a usable answer, 0–1; null where it applied to nobody. */
  readonly missingShare: number | null;
  /** The same by weight. */
  readonly weightedMissingShare: number | null;
}

/**
 * Counts how respondents stand with an item: answered, don't know, refused, another missing code,
 * unanswered, skipped. Those with weight 0 are left out.
 */
export function itemNonresponse({ states }: ScaleItem, weights: Float64Array | null): ItemNonresponse {
  const counts = new Float64Array(RESPONSE_STATES.length);
  const sums = new Float64Array(RESPONSE_STATES.length);
  states.forEach((state, row) => {
    const weight = weights === null ? 1 : weights[row]!;
    if (weight === 0) return;
    counts[state]! += 1;
    sums[state]! += weight;
  });
  const [answered, skipped] = [RESPONSE_STATES.indexOf('answered'), RESPONSE_STATES.indexOf('skipped')];
  const missingShare = (values: Float64Array): number | null => {
    let applicable = 0;
    let missing = 0;
    values.forEach((value, state) => {
      if (state !== skipped) applicable += value;
      if (state !== skipped && state !== answered) missing += value;
    });
    return applicable > 0 ? missing / applicable : null;
  };
  const [a, d, r, o, u, s] = counts as unknown as [number, number, number, number, number, number];
  return {
    applicable: a + d + r + o + u,
    answered: a,
    dontKnow: d,
    refused: r,
    otherMissing: o,
    unanswered: u,
    skipped: s,
    missingShare: missingShare(counts),
    weightedMissingShare: missingShare(sums),
  };
}
