export interface SilhouetteInput {
  /** Row-major, one row per respondent. */
  readonly values: Float64Array;
  readonly weights: Float64Array;
  readonly dimensions: number;
}

/** Clusters 0 … k − 1, one per respondent. */
export interface Labelling {
  readonly labels: Uint8Array;
  readonly k: number;
}

/**
 * Mean silhouette, −1 to 1, of several clusterings of the same respondents; distances are computed
 * once. a is the weighted mean distance to the others of her cluster, b to the nearest other cluster,
 * s = (b − a) / max(a, b), 0 for who is alone in her cluster; the mean is weighted. With equal weights
 * as scikit-learn's `silhouette_score` (Rousseeuw 1987). Null where fewer than two clusters have
 * anybody. Cost: the square of the respondents.
 */
export function silhouettes(
  { values, weights, dimensions }: SilhouetteInput,
  labellings: readonly Labelling[],
): (number | null)[] {
  const size = weights.length;
  // Σ weight × distance of each respondent to each cluster, for each labelling.
  const sums = labellings.map(({ k }) => new Float64Array(size * k));
  for (let a = 0; a < size; a += 1) {
    for (let b = a + 1; b < size; b += 1) {
      let squares = 0;
      for (let d = 0; d < dimensions; d += 1) {
        const difference = values[a * dimensions + d]! - values[b * dimensions + d]!;
        squares += difference * difference;
      }
      const distance = Math.sqrt(squares);
      for (let one = 0; one < labellings.length; one += 1) {
        const { labels, k } = labellings[one]!;
        const sum = sums[one]!;
        const ofA = a * k + labels[b]!;
        const ofB = b * k + labels[a]!;
        sum[ofA] = sum[ofA]! + weights[b]! * distance;
        sum[ofB] = sum[ofB]! + weights[a]! * distance;
      }
    }
  }
  return labellings.map((labelling, one) => meanSilhouette(weights, labelling, sums[one]!));
}

function meanSilhouette(weights: Float64Array, { labels, k }: Labelling, sums: Float64Array): number | null {
  const totals = new Float64Array(k);
  const counts = new Uint32Array(k);
  labels.forEach((label, index) => {
    totals[label] = totals[label]! + weights[index]!;
    counts[label] = counts[label]! + 1;
  });
  if (counts.filter((count) => count > 0).length < 2) return null;
  let sum = 0;
  let total = 0;
  labels.forEach((own, index) => {
    const weight = weights[index]!;
    total += weight;
    if (counts[own] === 1) return;
    const within = sums[index * k + own]! / (totals[own]! - weight);
    let between = Infinity;
    for (let other = 0; other < k; other += 1) {
      if (other === own || counts[other] === 0) continue;
      between = Math.min(between, sums[index * k + other]! / totals[other]!);
    }
    const most = Math.max(within, between);
    if (most > 0) sum += (weight * (between - within)) / most;
  });
  return sum / total;
}
