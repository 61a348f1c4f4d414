import type { SurveyDesign } from './survey-design.ts';

/** Per stratum: 1 where the domain has respondents with a weight. */
export function presentStrata(design: SurveyDesign, inDomain: Uint8Array): Uint8Array {
  const { strata, weights, size } = design;
  const isPresent = new Uint8Array(design.psusPerStratum.length);
  for (let row = 0; row < size; row += 1)
    if (inDomain[row] === 1 && weights[row]! > 0) isPresent[strata === null ? 0 : strata[row]!] = 1;
  return isPresent;
}
