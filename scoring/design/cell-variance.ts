import { cellCovariance } from './cell-covariance.ts';
import type { CellSums } from './additive-sums.ts';
import { stratumOfGroup } from './stratum-of-group.ts';
import type { SurveyDesign } from './survey-design.ts';
import { totalVariance } from './total-variance.ts';
import { varianceScale } from './variance-scale.ts';

export interface CellVariance {
  /** PSUs and degrees of freedom (PSUs − strata) of the cells together, as R's `degf(subset)`. */
  readonly psus: number;
  readonly degreesOfFreedom: number;
  /** Why there is no variance; null where there is. */
  readonly reason: string | null;
  /** Variance of Σ gradient · totals: of any smooth figure, its gradient by the cell totals given. */
  variance(gradient: Float64Array): number;
  /** Covariance of the totals of `cells` (default: all), row-major. */
  covariance(cells?: readonly number[]): Float64Array;
}

/** The variance of functions of cell totals, worked out of their additive sums. */
export function createCellVariance(design: SurveyDesign, sums: CellSums): CellVariance {
  const groups = sums.starts.length - 1;
  const isPresent = new Uint8Array(design.psusPerStratum.length);
  let filled = 0;
  for (let group = 0; group < groups; group += 1) {
    if (sums.starts[group] === sums.starts[group + 1]) continue;
    filled += 1;
    isPresent[stratumOfGroup(design, group)] = 1;
  }
  const respondents = sums.n.reduce((sum, value) => sum + value, 0);
  const psus = design.psu === null ? respondents : filled;
  const rule = varianceScale(design, isPresent);
  return {
    psus,
    degreesOfFreedom: psus - isPresent.reduce((sum, one) => sum + one, 0),
    reason: rule.reason,
    variance: (gradient) => totalVariance(design, sums, rule, gradient),
    covariance: (cells) => cellCovariance(design, sums, rule, cells),
  };
}
