/**
 * Centroids in their canonical order: by mean over the dimensions, then by their values from first
 * to last. Labels then mean the same whatever start the fit came from. Row-major k × dimensions.
 */
export function orderCentroids(centroids: Float64Array, dimensions: number): Float64Array {
  const rows = Array.from({ length: centroids.length / dimensions }, (_, cluster) =>
    centroids.subarray(cluster * dimensions, (cluster + 1) * dimensions),
  );
  const mean = (row: Float64Array) => row.reduce((sum, value) => sum + value, 0) / dimensions;
  const compare = (a: Float64Array, b: Float64Array): number => {
    const byMean = mean(a) - mean(b);
    if (byMean !== 0) return byMean;
    const place = a.findIndex((value, d) => value !== b[d]);
    return place < 0 ? 0 : a[place]! - b[place]!;
  };
  const ordered = new Float64Array(centroids.length);
  rows.toSorted(compare).forEach((row, cluster) => ordered.set(row, cluster * dimensions));
  return ordered;
}
