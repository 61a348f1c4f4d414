/** Kish's effective base (Σw)²/Σw²; 0 for an empty base. Source: Kish, Survey Sampling (1965). */
export function effectiveBase(sumWeights: number, sumSquaredWeights: number): number {
  return sumSquaredWeights > 0 ? (sumWeights * sumWeights) / sumSquaredWeights : 0;
}
