import { silhouettes } from './silhouettes.ts';

export interface ClusteredRows {
  /** Row-major rows × dimensions, on the scale the clusters were found on. */
  readonly values: Float64Array;
  /** Weight of each row, > 0. */
  readonly weights: Float64Array;
  readonly dimensions: number;
  /** Clusters 0 … k − 1. */
  readonly labels: Uint8Array;
  readonly k: number;
  /** Respondents behind the rows, where equal ones are collapsed; default: the rows. */
  readonly respondents?: number;
}

export interface SpreadIndices {
  /** Higher is better. */
  readonly calinskiHarabasz: number | null;
  /** Lower is better. */
  readonly daviesBouldin: number | null;
  readonly reason?: string;
}

export interface ClusterIndices extends SpreadIndices {
  /** −1 to 1; higher is better. */
  readonly silhouette: number | null;
}

/**
 * Silhouette, Calinski–Harabasz and Davies–Bouldin of a clustering, as scikit-learn where all weights
 * are equal. Every row is compared with every other: for many rows, pass a sample.
 */
export function clusterIndices(rows: ClusteredRows): ClusterIndices {
  const [silhouette = null] = silhouettes(rows, [rows]);
  return { silhouette, ...spreadIndices(rows) };
}

/**
 * Calinski–Harabasz (1974): (B / (k − 1)) / (W / (n − k)), with B and W the weighted sums of squares
 * between and within clusters and n the respondents, so that only the proportions of weights matter.
 * Davies–Bouldin (1979): mean over clusters of the worst (Sᵢ + Sⱼ) / distance of centroids, Sᵢ the
 * weighted mean distance to the centroid. Null, with the reason, for one cluster, for as many clusters
 * as respondents, or where centroids coincide.
 */
export function spreadIndices(rows: ClusteredRows): SpreadIndices {
  const { values, weights, dimensions, labels, k, respondents = weights.length } = rows;
  if (k < 2) return nothing('Calinski–Harabasz and Davies–Bouldin compare clusters; there is one.');
  const totals = new Float64Array(k);
  const centroids = new Float64Array(k * dimensions);
  const overall = new Float64Array(dimensions);
  for (let row = 0; row < weights.length; row += 1) {
    const label = labels[row]!;
    totals[label] = totals[label]! + weights[row]!;
    for (let d = 0; d < dimensions; d += 1) {
      const share = weights[row]! * values[row * dimensions + d]!;
      centroids[label * dimensions + d] = centroids[label * dimensions + d]! + share;
      overall[d] = overall[d]! + share;
    }
  }
  if (totals.includes(0)) return nothing('A cluster is empty.');
  const total = totals.reduce((sum, weight) => sum + weight, 0);
  for (let place = 0; place < centroids.length; place += 1) {
    centroids[place] = centroids[place]! / totals[Math.floor(place / dimensions)]!;
  }
  overall.forEach((sum, d) => (overall[d] = sum / total));

  let within = 0;
  const scatter = new Float64Array(k);
  for (let row = 0; row < weights.length; row += 1) {
    const label = labels[row]!;
    const squares = squaredDistance(values, row, centroids, label, dimensions);
    within += weights[row]! * squares;
    scatter[label] = scatter[label]! + weights[row]! * Math.sqrt(squares);
  }
  scatter.forEach((sum, label) => (scatter[label] = sum / totals[label]!));
  let between = 0;
  for (let label = 0; label < k; label += 1) {
    between += totals[label]! * squaredDistance(centroids, label, overall, 0, dimensions);
  }
  const daviesBouldin = worstOverlap(centroids, scatter, dimensions);
  if (respondents <= k || !(within > 0)) {
    return {
      ...nothing('Calinski–Harabasz divides by the spread within clusters, and there is none.'),
      daviesBouldin,
    };
  }
  if (daviesBouldin === null) return nothing('Two clusters have the same centroid.');
  return { calinskiHarabasz: ((between / within) * (respondents - k)) / (k - 1), daviesBouldin };
}

const nothing = (reason: string): SpreadIndices => ({
  calinskiHarabasz: null,
  daviesBouldin: null,
  reason,
});

function worstOverlap(centroids: Float64Array, scatter: Float64Array, dimensions: number): number | null {
  const k = scatter.length;
  let sum = 0;
  for (let a = 0; a < k; a += 1) {
    let worst = 0;
    for (let b = 0; b < k; b += 1) {
      if (a === b) continue;
      const apart = Math.sqrt(squaredDistance(centroids, a, centroids, b, dimensions));
      if (apart === 0) return null;
      worst = Math.max(worst, (scatter[a]! + scatter[b]!) / apart);
    }
    sum += worst;
  }
  return sum / k;
}

function squaredDistance(a: Float64Array, rowA: number, b: Float64Array, rowB: number, dimensions: number) {
  let squares = 0;
  for (let d = 0; d < dimensions; d += 1) {
    squares += (a[rowA * dimensions + d]! - b[rowB * dimensions + d]!) ** 2;
  }
  return squares;
}
