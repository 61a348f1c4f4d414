import { CENSUS } from './create-design.ts';
import type { SurveyDesign } from './survey-design.ts';

/** Whether every PSU of the population is in the sample, so that nothing is left to chance. */
export function isCensus(design: SurveyDesign): boolean {
  return design.psusPerStratum.every((count, stratum) => count === 0 || design.notSampled[stratum]! < CENSUS);
}
