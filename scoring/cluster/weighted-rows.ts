/** Rows to cluster: distinct ones, or a sample of them. */
export interface WeightedRows {
  /** Row-major, `count` × `dimensions`. */
  readonly values: Float64Array;
  readonly weights: Float64Array;
  readonly count: number;
  readonly dimensions: number;
}
