import type { SurveyDesign } from './survey-design.ts';

/** Stratum of a group of `CellSums`: groups are PSUs, or strata where rows are PSUs. */
export function stratumOfGroup(design: SurveyDesign, group: number): number {
  return design.psuStratum === null ? group : design.psuStratum[group]!;
}
