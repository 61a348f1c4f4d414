/** What `raoScott` needs besides the sums, where the sample has weights but no strata or PSUs. */
export interface WeightsOnly {
  readonly covariance: Float64Array;
  readonly designDegreesOfFreedom: number;
}

/**
 * Covariance of the weighted totals of cells where respondents were drawn one by one: n/(n−1) ·
 * (diag(Σw²) − tᵢtⱼ/n). From the additive sums alone: n, Σw and Σw² per cell.
 *
 * @param sampled respondents of the whole sample, n above: those in no cell count too
 */
export function weightsOnlyCovariance(
  n: Float64Array,
  sumWeights: Float64Array,
  sumSquaredWeights: Float64Array,
  sampled = n.reduce((sum, value) => sum + value, 0),
): WeightsOnly {
  const size = n.length;
  const factor = sampled > 1 ? sampled / (sampled - 1) : 0;
  const covariance = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    const scaled = (-factor * sumWeights[row]!) / sampled;
    for (let column = 0; column < size; column += 1)
      covariance[row * size + column] = scaled * sumWeights[column]!;
    covariance[row * size + row] = covariance[row * size + row]! + factor * sumSquaredWeights[row]!;
  }
  return { covariance, designDegreesOfFreedom: Math.max(0, sampled - 1) };
}
