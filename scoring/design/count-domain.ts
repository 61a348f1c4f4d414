import type { SurveyDesign } from './survey-design.ts';

export interface DomainCounts {
  /** Rows of the domain with a weight, and the PSUs and strata they lie in. */
  readonly respondents: number;
  readonly psus: number;
  readonly strata: number;
}

/** Counts what a domain has of a design; `inDomain` is 1 for its rows. */
export function countDomain(design: SurveyDesign, inDomain: Uint8Array): DomainCounts {
  const { size, weights, strata, psu, psuStratum, psusPerStratum } = design;
  const seenStrata = new Uint8Array(psusPerStratum.length);
  const seenPsus = psuStratum === null ? null : new Uint8Array(psuStratum.length);
  let respondents = 0;
  for (let row = 0; row < size; row += 1) {
    if (inDomain[row] !== 1 || weights[row] === 0) continue;
    respondents += 1;
    seenStrata[strata === null ? 0 : strata[row]!] = 1;
    if (psu !== null && seenPsus !== null) seenPsus[psu[row]!] = 1;
  }
  const count = (seen: Uint8Array): number => seen.reduce((sum, one) => sum + one, 0);
  return {
    respondents,
    psus: seenPsus === null ? respondents : count(seenPsus),
    strata: count(seenStrata),
  };
}
