/**
 * How probable each cluster is for a respondent, if the clusters are what k-means takes them for: round,
 * equally wide and equally common (a mixture of normal distributions with one variance in every direction).
 * p_c ∝ exp(−Σ_d (x_d − μ_cd)² / (2σ²)), over the scores she has; they sum to 1, and the largest is always
 * that of the nearest centroid. NaN in every place where she has less than half of the scores.
 *
 * Source: Bishop, Pattern Recognition and Machine Learning (2006), 9.3.2: k-means is the limit σ² → 0.
 *
 * @param row one value per dimension; NaN is absent.
 * @param centroids row-major k × dimensions.
 * @param variance σ², see `withinVariance`; 0 puts all on the nearest (shared equally on a tie).
 */
export function clusterPosterior(row: Float64Array, centroids: Float64Array, variance: number): Float64Array {
  const dimensions = row.length;
  const k = centroids.length / dimensions;
  const posterior = new Float64Array(k);
  let present = 0;
  for (const value of row) if (!Number.isNaN(value)) present += 1;
  if (present * 2 < dimensions || present === 0) return posterior.fill(Number.NaN);
  let least = Infinity;
  for (let cluster = 0; cluster < k; cluster += 1) {
    let sum = 0;
    for (let d = 0; d < dimensions; d += 1) {
      const difference = row[d]! - centroids[cluster * dimensions + d]!;
      if (!Number.isNaN(difference)) sum += difference * difference;
    }
    posterior[cluster] = sum;
    if (sum < least) least = sum;
  }
  let total = 0;
  for (let cluster = 0; cluster < k; cluster += 1) {
    const further = posterior[cluster]! - least;
    const density = variance > 0 ? Math.exp(-further / (2 * variance)) : further === 0 ? 1 : 0;
    posterior[cluster] = density;
    total += density;
  }
  return posterior.map((density) => density / total);
}

/**
 * σ² of `clusterPosterior`: the mean squared distance per dimension of the fit, inertia ÷ (Σ weight ×
 * dimensions), in squared points. 0 where every respondent sits on her centroid.
 */
export function withinVariance(inertia: number, sumWeights: number, dimensions: number): number {
  return inertia / (sumWeights * dimensions);
}
