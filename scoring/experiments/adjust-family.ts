import { adjustPValues } from '../statistics/adjust-p-values.ts';

export interface AdjustedFamily {
  readonly holm: readonly (number | null)[];
  readonly benjaminiHochberg: readonly (number | null)[];
}

/** Holm and Benjamini–Hochberg over one family; p-values that are null are not in it and stay null. */
export function adjustFamily(pValues: readonly (number | null)[]): AdjustedFamily {
  const known = pValues.filter((p) => p !== null);
  const spread = (adjusted: readonly number[]): (number | null)[] => {
    const rest = adjusted.values();
    return pValues.map((p) => (p === null ? null : (rest.next().value ?? null)));
  };
  return {
    holm: spread(adjustPValues(known, 'holm')),
    benjaminiHochberg: spread(adjustPValues(known, 'benjamini-hochberg')),
  };
}
