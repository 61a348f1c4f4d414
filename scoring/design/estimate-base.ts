import { effectiveBase } from '../statistics/effective-base.ts';
import type { SurveyDesign } from './survey-design.ts';

export interface EstimateBase {
  readonly unweighted: number;
  readonly weighted: number;
  /** Kish's effective base (Σw)²/Σw². */
  readonly effective: number;
}

/** Bases of the rows that `inDomain` marks with 1 and that have a weight. */
export function estimateBase(design: SurveyDesign, inDomain: Uint8Array): EstimateBase {
  let unweighted = 0;
  let weighted = 0;
  let squared = 0;
  for (let row = 0; row < design.size; row += 1) {
    const weight = design.weights[row]!;
    if (inDomain[row] !== 1 || weight === 0) continue;
    unweighted += 1;
    weighted += weight;
    squared += weight * weight;
  }
  return { unweighted, weighted, effective: effectiveBase(weighted, squared) };
}
